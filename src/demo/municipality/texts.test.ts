import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import type { DemoStep } from "../demo-files.ts";
import { readMunicipalityFiles } from "./files.ts";
import { inventMunicipality } from "./municipality.ts";

const files = readMunicipalityFiles();
const names = readFileSync("spec/reference/names.csv", "utf8");
const today = plainDate("2026-11-22");
const small = inventMunicipality(files, names, { size: "small", seed: "Lindvik", today });
const CHILDREN = 200;
const WORDS = 5;
/** How many others each child is compared with. */
const OTHERS = 20;

/** What people have written or said, not codes and times. */
const WRITTEN = new Set([
  "text",
  "summary",
  "childsWords",
  "reason",
  "reasons",
  "interpretation",
  "conclusion",
  "conclusions",
  "weighing",
  "consequences",
  "childView",
  "childsView",
  "matterSummary",
  "procedure",
  "bestInterests",
  "exposureText",
  "participationReason",
]);

function writtenIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    if (typeof each === "string") return WRITTEN.has(name) && / /u.test(each) ? [each] : [];
    return writtenIn(each);
  });
}

function textsOf(step: DemoStep): readonly string[] {
  return "content" in step ? writtenIn([step.data, step.content]) : writtenIn(step.data);
}

function byChild(): ReadonlyMap<string, readonly string[]> {
  const steps = small.families.flatMap((family) => family.steps);
  const told = steps.flatMap((step) =>
    "matter" in step ? [{ child: step.matter.replace(/-\d+$/u, ""), texts: textsOf(step) }] : [],
  );
  const children = Map.groupBy(told, ({ child }) => child);
  return new Map([...children].map(([child, each]) => [child, each.flatMap(({ texts }) => texts)]));
}

const told = [...byChild().values()].toSorted((a, b) => b.length - a.length).slice(0, CHILDREN);
const sentencesOf = (texts: readonly string[]) =>
  new Set(texts.flatMap((text) => text.split(/(?<=[.!?]) /u)).filter((each) => each.length > 20));

function runsOf(texts: readonly string[]): ReadonlySet<string> {
  const words = texts.join(" ").toLowerCase().split(/\s+/u);
  return new Set(words.slice(WORDS - 1).map((_, at) => words.slice(at, at + WORDS).join(" ")));
}

describe("what is written of two hundred children", () => {
  test("is mostly not word for word what is written of another", () => {
    expect(told.length).toBe(CHILDREN);
    const sentences = told.map(sentencesOf);
    const counts = new Map<string, number>();
    for (const each of sentences.flatMap((set) => [...set])) {
      counts.set(each, (counts.get(each) ?? 0) + 1);
    }
    const all = sentences.flatMap((set) => [...set]);
    const shared = all.filter((each) => (counts.get(each) ?? 0) > 1).length / all.length;
    expect(shared).toBeLessThan(MOST_SHARED);
    // No sentence is the one that everybody's file has.
    expect(Math.max(...counts.values()) / CHILDREN).toBeLessThan(0.4);
  });

  test("shares few runs of words with what is written of any other", () => {
    const runs = told.map(runsOf);
    const overlaps = runs.flatMap((own, index) =>
      runs.slice(index + 1, index + 1 + OTHERS).map((other) => {
        const [less, more] = own.size < other.size ? [own, other] : [other, own];
        return [...less].filter((each) => more.has(each)).length / less.size;
      }),
    );
    expect(overlaps.reduce((sum, each) => sum + each, 0) / overlaps.length).toBeLessThan(0.1);
    expect(Math.max(...overlaps)).toBeLessThan(0.45);
  });
});

/** It was 0.61 before the words had alternatives, with half as many sentences. */
const MOST_SHARED = 0.56;

test("no text tells where somebody lives whose identity is protected", () => {
  // One family in fifty is protected; here all are.
  const { rates } = files;
  const invented = { ...rates.invented, protectionLevel: { "secrecy-marking": 1 } };
  const often = { ...files, rates: { ...rates, invented } };
  const told = inventMunicipality(often, names, { size: "tiny", seed: "Lindvik", today });
  const hidden = told.families.filter(({ persons }) =>
    Object.values(persons).some(({ protectionLevel = "none" }) => protectionLevel !== "none"),
  );
  expect(hidden.length).toBeGreaterThan(3);
  const { schools, preschools, streets } = files.words;
  const places = new RegExp([...schools, ...preschools, ...streets].join("|"), "u");
  const texts = hidden.flatMap(({ steps }) =>
    steps.flatMap((step) => ("person" in step ? [] : writtenPlaces(step))),
  );
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => places.test(text))).toEqual([]);
});

/** Every text of a step but for the facts of persons, where the address has its own protection. */
function writtenPlaces(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(writtenPlaces);
}

test("nothing is left of the marks that texts are made with, and names are put in the genitive", () => {
  const texts = small.families.flatMap(({ steps }) => steps.flatMap(writtenPlaces));
  expect(texts.filter((text) => /[{}<>|[\]]|undefined|\bnull\b/u.test(text))).toEqual([]);
  expect(texts.filter((text) => /\b\p{Lu}\p{Ll}*[sxz]s\b(?! )/u.test(text))).toEqual([]);
  expect(texts.filter((text) => / {2}|\.\.| [.,]/u.test(text))).toEqual([]);
});
