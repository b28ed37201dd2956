import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import type { DemoFamily } from "../demo-files.ts";
import { readShippedPack } from "../../spec/testing/pack-files.ts";
import { countDistributions, distributionLines } from "./distributions.ts";
import { readExpected, readMunicipalityFiles } from "./files.ts";
import { outlineMunicipality } from "./municipality.ts";

const today = plainDate("2026-11-22");
const names = readFileSync("spec/reference/names.csv", "utf8");
const outline = outlineMunicipality(readMunicipalityFiles(), names, {
  size: "typical",
  seed: "Lindvik",
  today,
});

test("a typical municipality comes near every figure it is sized by", { timeout: 60_000 }, () => {
  const counting = countDistributions(outline, readShippedPack(), today);
  expect(counting.measured(readExpected()).every(({ of }) => of <= 1)).toBe(true);
  const kinds = new Map<string, number>();
  for (const { family } of outline.lives()) {
    counting.add(family);
    for (const kind of eventsOf(family)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const measured = counting.measured(readExpected());
  expect(measured.filter(({ near }) => !near)).toEqual([]);
  expect(measured.filter(({ of }) => of === 0)).toEqual([]);
  const lines = distributionLines(measured);
  expect(lines[0]).toMatch(/^ +19\d\.\d\d +of 1 +192\.00 +± 4\.00 +found/u);
  expect(lines[2]).toMatch(/^ +\d+\.\d % of \d+ +55\.0 % ± 4\.0 % +found/u);
  // What lives are made of beside the ordinary course.
  expect(TOLD.filter((kind) => !kinds.has(kind))).toEqual([]);
});

const TOLD = `
  person.change report.link record.correct record.undo matter.assign consent.withdraw
  measure.withdraw-consent objection.note decision.appeal investigation.extend preliminary.extend
  follow-up-23.decide reported-late noted-late moved apart siblings alone protected reported-again
`
  .trim()
  .split(/\s+/u);

/** Everything that is told of a family, by kind. */
function eventsOf({ persons, relations, steps }: DemoFamily): readonly string[] {
  const people = Object.values(persons);
  const has = (member: string, value: unknown) =>
    people.some((each) => member in each && each[member] === value);
  const of = (is: boolean, kind: string) => (is ? [kind] : []);
  return [
    ...steps.map((step) => step.do),
    ...steps.flatMap((step) => ("data" in step ? ofData(step.do, step.data) : [])),
    ...of(has("addressKind", "one-guardian"), "apart"),
    ...of(has("unaccompanied", true), "alone"),
    ...of(
      people.some(({ protectionLevel = "none" }) => protectionLevel !== "none"),
      "protected",
    ),
    ...of(
      relations.some(([, kind]) => kind === "sibling"),
      "siblings",
    ),
    ...of(steps.filter((step) => step.do === "report.receive").length > 1, "reported-again"),
  ];
}

function ofData(what: string, data: Readonly<Record<string, unknown>>): readonly string[] {
  if (what === "report.receive") return data["arrivedAt"] === "$now" ? [] : ["reported-late"];
  if (what === "note.sign") return data["occurredAt"] === "$now" ? [] : ["noted-late"];
  return what === "measure.end" ? [String(data["reason"])] : [];
}
