import type { AnswerItem, Answers } from "../../src/domain/event.ts";
import { codesOf, itemsOf, textOf } from "../../src/domain/read.ts";
import type { IdSource, Uuid } from "../../src/kernel/ids.ts";
import type { SeededRandom } from "../../src/kernel/random.ts";
import { getDocument } from "../../src/spec/lookup.ts";
import type { Field, Pack } from "../../src/spec/types.ts";
import { narrative } from "./words.ts";

/** What signing is measured with: so many coded values and so many words. */
export const CODED_VALUES = 60;
export const WORDS = 2000;

const FACTORS: readonly (readonly [string, string, string])[] = [
  ["BU1", "protective", "bu1-good-physical-health"],
  ["BU1", "protective", "bu1-good-dental-health"],
  ["BU1", "protective", "bu1-good-sleep-and-diet"],
  ["BU1", "protective", "bu1-follows-health-programme-and-vaccination"],
];
const STATEMENT_AREAS = ["BU1", "BU2", "BU3", "BU4", "FF1"];
/** The texts of the document itself, not of its lists. */
export const NARRATIVE_FIELDS = [
  "matterSummary",
  "procedure",
  "childView",
  "exposureText",
  "weighing",
  "consequences",
  "bestInterests",
  "alternatives",
  "conclusions",
  "proposal",
];

/**
 * A decision basis as a thorough one is: 60 coded values in its fields and lists, 2,000 words spread over its
 * narrative. The words are new for each document.
 */
export function basisContent(random: SeededRandom, ids: IdSource, guardian: Uuid): Answers {
  const texts = NARRATIVE_FIELDS.length + STATEMENT_AREAS.length * 2 + 1;
  const each = Math.floor(WORDS / texts);
  // Three words stand in the needs and the goal, and the need of the goal is counted as one.
  let left = WORDS - 4;
  const text = (words = each): string => {
    left -= words;
    return narrative(random, words);
  };
  const statements = STATEMENT_AREAS.flatMap((area) => [
    statement(ids, area, "observation", "own-observation", text()),
    statement(ids, area, "other-informant", "school", text()),
  ]);
  const fields = NARRATIVE_FIELDS.map((field) => [field, text()] as const);
  const firstNeed = ids.next();
  const needs = [
    { id: firstNeed, area: "BU3", words: "Trygghet" },
    { id: ids.next(), area: "BU4", words: "Trygghet" },
  ];
  return {
    ...Object.fromEntries(fields),
    statements,
    factors: FACTORS.map(([area, kind, factor]) => ({
      id: ids.next(),
      area,
      kind,
      factor,
      strength: "2",
    })),
    informants: [
      "school",
      "preschool",
      "pupil-health",
      "child-health",
      "child-psychiatry",
      "health-care",
    ],
    exposure: "yes",
    violenceRiskAssessment: "not-relevant",
    measureNeed: "with-assessment",
    sipNeed: "no",
    centralNeeds: needs,
    goals: [{ id: ids.next(), need: firstNeed, words: "Skolgång", measurable: true }],
    guardianViews: [{ id: ids.next(), guardian, involved: "yes", text: text(left) }],
  };
}

function statement(
  ids: IdSource,
  area: string,
  kind: string,
  sourceKind: string,
  text: string,
): AnswerItem {
  return { id: ids.next(), area, kind, sourceKind, text };
}

const CODED: ReadonlySet<string> = new Set(["code", "codes", "yesno", "date", "integer"]);
const WRITTEN: ReadonlySet<string> = new Set(["text", "longtext"]);

/** How many coded values and how many words a document has, by what its fields are. */
export function measureOf(
  pack: Pack,
  document: string,
  answers: Answers,
): { readonly coded: number; readonly words: number } {
  const fields = getDocument(pack, document).sections.flatMap((section) => section.fields);
  return sumOf(fields, answers);
}

function sumOf(fields: readonly Field[], answers: Answers | AnswerItem) {
  let coded = 0;
  let words = 0;
  for (const { id, type, items } of fields) {
    const value = answers[id];
    if (CODED.has(type)) coded += typeof value === "boolean" ? 1 : codesOf(value).length;
    if (WRITTEN.has(type)) words += textOf(value)?.split(" ").length ?? 0;
    for (const item of type === "list" ? itemsOf(value) : []) {
      const inItem = sumOf(items ?? [], item);
      coded += inItem.coded;
      words += inItem.words;
    }
  }
  return { coded, words };
}
