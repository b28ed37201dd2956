import fc from "fast-check";
import { plainDate } from "../../plain-date.ts";
import type { PlainDate } from "../../plain-date.ts";
import { MISSING_CODES } from "../types.ts";
import type { ExprType, ExpressionSchema, FactValue, Facts } from "../types.ts";

/** A schema with two fields of each type, a list, and a list inside the list. */
export const TEST_SCHEMA = {
  fields: {
    done: { type: "yesno" },
    urgent: { type: "yesno" },
    visits: { type: "integer" },
    hours: { type: "integer" },
    score: { type: "decimal" },
    share: { type: "decimal" },
    opened: { type: "date" },
    born: { type: "date" },
    outcome: { type: "code", codelist: ["open", "not-open", "link"] },
    channel: { type: "code", codelist: ["phone", "letter", "open"] },
    reasons: { type: "set", codelist: ["violence", "neglect", "school"] },
    needs: { type: "set", codelist: ["school", "health"] },
  },
  lists: {
    measures: {
      fields: {
        active: { type: "yesno" },
        weeks: { type: "integer" },
        started: { type: "date" },
        kind: { type: "code", codelist: ["home", "family"] },
        goals: { type: "set", codelist: ["school", "health"] },
      },
      lists: {
        meetings: { fields: { held: { type: "yesno" }, on: { type: "date" } } },
      },
    },
  },
} as const satisfies ExpressionSchema;

const AWKWARD_DATES = [
  "2008-02-29",
  "2024-02-29",
  "2026-02-28",
  "2025-10-31",
  "2026-06-19",
  "2025-12-24",
  "2026-12-31",
  "1979-12-31",
  "1980-01-01",
  "2079-12-29",
  "2079-12-31",
  "2080-01-01",
  "0001-01-01",
  "9999-12-31",
  "2000-02-29",
  "1900-02-28",
];

const AWKWARD_INTEGERS = [
  119_988,
  -119_988,
  9999,
  3_652_058,
  -3_652_059,
  521_722,
  36_524,
  36_525,
  2_147_483_648,
  -2_147_483_649,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
];

/** Dates where calendars go wrong, among ordinary ones. */
export const anyDate: fc.Arbitrary<PlainDate> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2085, 0, 1) })
      .map((ms) => plainDate(new Date(ms).toISOString().slice(0, 10))),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...AWKWARD_DATES).map(plainDate),
  },
);

/** Whole numbers around nought, around the limits of date arithmetic, and far beyond. */
export const anyInteger: fc.Arbitrary<number> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -40, max: 40 }) },
  { weight: 2, arbitrary: fc.integer({ min: -40_000, max: 40_000 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...AWKWARD_INTEGERS),
  },
);

export const anyDecimal: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 0.1, 0.5, 1, 2, 40, -3, 1e-7),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** An answer of a type, or one of the ways to have none. */
export function anyAnswer(
  type: ExprType,
  codelist: readonly string[] = [],
): fc.Arbitrary<FactValue | undefined> {
  const missing = fc.constantFrom(undefined, null, ...MISSING_CODES);
  return fc.oneof({ weight: 1, arbitrary: missing }, { weight: 4, arbitrary: known() });

  function known(): fc.Arbitrary<FactValue> {
    switch (type) {
      case "yesno":
        return fc.boolean();
      case "integer":
        return anyInteger;
      case "decimal":
        return anyDecimal;
      case "date":
        return anyDate;
      case "code":
        return fc.constantFrom(...codelist);
      case "set":
        return fc.uniqueArray(fc.constantFrom(...codelist, "unknown"), { maxLength: 3 });
    }
  }
}

/** Facts of a schema, with up to three things in a list. */
export function anyFacts(schema: ExpressionSchema): fc.Arbitrary<Facts> {
  const fields = Object.entries(schema.fields).map(
    ([id, field]) => [id, anyAnswer(field.type, field.codelist)] as const,
  );
  const lists = Object.entries(schema.lists ?? {}).map(
    ([id, list]) => [id, fc.array(anyFacts(list), { maxLength: 3 })] as const,
  );
  return fc.record({
    fields: fc.record(Object.fromEntries(fields)),
    lists: fc.record(Object.fromEntries(lists)),
  });
}
