import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeCalendar } from "../calendar.ts";
import { plainDate } from "../plain-date.ts";
import { evaluate, evaluateTruth } from "./evaluate.ts";
import { explain } from "./explain.ts";
import { anyExpression } from "./testing/random-expressions.ts";
import { TEST_SCHEMA, anyFacts } from "./testing/random-facts.ts";
import { MISSING_CODES, PLUS_UNITS } from "./types.ts";
import type { Expression, ExpressionEnv, FactValue, Facts, PlusUnit, Value } from "./types.ts";

const env: ExpressionEnv = {
  today: plainDate("2026-11-22"),
  calendar: makeCalendar([
    {
      id: "christmas-day",
      name: { sv: "Juldagen", en: "Christmas Day" },
      kind: "holiday",
      rule: { type: "fixed", month: 12, day: 25 },
    },
  ]),
};

function about(fields: Record<string, FactValue | undefined>): Facts {
  return { fields };
}
function int(value: number): Expression {
  return { value, type: "integer" };
}
function on(text: string): Expression {
  return { value: plainDate(text), type: "date" };
}
const a = { field: "a" };
const b = { field: "b" };

describe("logic of three values", () => {
  const truths = [true, false, undefined] as const;
  const pairs = truths.flatMap((left) => truths.map((right) => ({ left, right })));
  it.each(pairs)("$left and, or $right follow Kleene", ({ left, right }) => {
    const facts = about({ a: left, b: right });
    const both = [left, right];
    const and = both.includes(false) ? false : both.includes(undefined) ? undefined : true;
    const or = both.includes(true) ? true : both.includes(undefined) ? undefined : false;
    expect(evaluate({ and: [a, b] }, facts, env)).toBe(and);
    expect(evaluate({ or: [a, b] }, facts, env)).toBe(or);
    expect(evaluate({ eq: [a, b] }, facts, env)).toBe(
      both.includes(undefined) ? undefined : left === right,
    );
  });
  it("negates what is known", () => {
    expect(truths.map((value) => evaluate({ not: a }, about({ a: value }), env))).toEqual([
      false,
      true,
      undefined,
    ]);
  });
  it.each([undefined, null, ...MISSING_CODES])("counts %s as missing", (value) => {
    const facts = about({ a: value });
    expect(evaluate(a, facts, env)).toBeUndefined();
    expect(evaluate({ isMissing: a }, facts, env)).toBe(true);
    expect(evaluate({ ne: [a, { value: "open", type: "code" }] }, facts, env)).toBeUndefined();
    expect(evaluate({ in: [a, { set: ["open"] }] }, facts, env)).toBeUndefined();
  });
  it("counts a set with a missing code as missing, an empty set not", () => {
    const facts = about({ a: ["school", "unknown"], b: [] });
    expect(evaluate({ hasAny: [a, { set: ["school"] }] }, facts, env)).toBeUndefined();
    expect(evaluate({ hasAny: [b, { set: ["school"] }] }, facts, env)).toBe(false);
    expect(evaluate({ isMissing: b }, facts, env)).toBe(false);
    expect(evaluate({ hasAll: [b, b] }, facts, env)).toBe(true);
    expect(evaluate({ in: [{ field: "c" }, b] }, facts, env)).toBeUndefined();
  });
  it("never equals a missing code, even when asked for one", () => {
    const unknown: Expression = { value: "unknown", type: "code" };
    expect(evaluate({ eq: [unknown, unknown] }, about({}), env)).toBeUndefined();
    expect(evaluate({ set: ["open", "declined"] }, about({}), env)).toBeUndefined();
  });
});

describe("comparisons", () => {
  it.each<[Expression, Value]>([
    [{ lt: [int(1), int(2)] }, true],
    [{ le: [int(2), { value: 2, type: "decimal" }] }, true],
    [{ gt: [on("2026-03-01"), on("2026-02-28")] }, true],
    [{ ge: [on("2026-03-01"), { today: true }] }, false],
    [{ ne: [int(1), int(1)] }, false],
    [{ in: [{ value: "a", type: "code" }, { set: ["a", "b"] }] }, true],
    [{ hasAny: [{ set: ["a", "b"] }, { set: ["b", "c"] }] }, true],
    [{ hasAll: [{ set: ["a", "b"] }, { set: ["b", "c"] }] }, false],
    [{ hasAll: [{ set: ["a", "b"] }, { set: ["b"] }] }, true],
  ])("%j is %s", (expression, value) => {
    expect(evaluate(expression, about({}), env)).toBe(value);
  });
  it("are missing where facts have another type than they should", () => {
    expect(evaluate({ eq: [a, int(1)] }, about({ a: "1" }), env)).toBeUndefined();
    expect(evaluate({ lt: [a, int(1)] }, about({ a: ["x"] }), env)).toBeUndefined();
    expect(evaluateTruth(a, about({ a: 1 }), env)).toBeUndefined();
    expect(evaluate({ age: { of: a } }, about({ a: "soon" }), env)).toBeUndefined();
  });
  it("ask the facts themselves, not what every object has", () => {
    expect(evaluate({ isMissing: { field: "constructor" } }, about({}), env)).toBe(true);
    expect(evaluate({ count: { over: "constructor" } }, { fields: {}, lists: {} }, env)).toBe(0);
  });
});

describe("counting", () => {
  const facts: Facts = {
    fields: { a: true },
    lists: { items: [about({ a: true }), about({ a: false }), about({}), { fields: { a: true } }] },
  };
  it("takes those for which the condition is true, within the list", () => {
    expect(evaluate({ count: { over: "items" } }, facts, env)).toBe(4);
    expect(evaluate({ count: { over: "items", where: a } }, facts, env)).toBe(2);
    expect(evaluate({ count: { over: "items", where: { not: a } } }, facts, env)).toBe(1);
    expect(evaluate({ count: { over: "others", where: a } }, facts, env)).toBe(0);
    expect(evaluate({ count: { over: "items" } }, about({}), env)).toBe(0);
  });
});

describe("dates", () => {
  function plus(date: string, n: number, unit: PlusUnit): Value {
    return evaluate({ plus: { date: on(date), n: int(n), unit } }, about({}), env);
  }
  it.each<[string, number, PlusUnit, string | undefined]>([
    ["2026-03-02", 14, "days", "2026-03-16"],
    ["2026-03-02", -2, "weeks", "2026-02-16"],
    ["2025-10-31", 4, "months", "2026-02-28"],
    ["2008-02-29", 18, "years", "2026-02-28"],
    ["2026-12-24", 1, "workdays", "2026-12-28"],
    ["2026-12-28", -1, "workdays", "2026-12-24"],
    ["2026-12-25", 0, "workdays", "2026-12-25"],
    ["9999-12-31", 1, "days", undefined],
    ["0001-01-01", -1, "weeks", undefined],
    ["9999-12-01", 1, "months", undefined],
    ["9999-12-01", -119_987, "months", "0001-01-01"],
    ["0001-01-01", 9998, "years", "9999-01-01"],
    ["0001-01-01", 9999, "years", undefined],
    ["0001-01-01", 3_652_058, "days", "9999-12-31"],
    ["1980-01-01", 1, "workdays", "1980-01-02"],
    ["2079-12-28", 1, "workdays", "2079-12-29"],
    ["1979-12-31", 1, "workdays", undefined],
    ["2079-12-29", 1, "workdays", undefined],
    ["1980-01-02", -2, "workdays", undefined],
  ])("%s plus %d %s is %s", (date, n, unit, expected) => {
    expect(plus(date, n, unit)).toBe(expected);
  });
  it("are missing rather than an error, however many units", () => {
    for (const unit of PLUS_UNITS) {
      expect(plus("2026-01-01", Number.MAX_SAFE_INTEGER, unit)).toBeUndefined();
      expect(plus("2026-01-01", Number.MIN_SAFE_INTEGER, unit)).toBeUndefined();
    }
    const half = about({ a: 1.5 });
    expect(evaluate({ plus: { date: on("2026-01-01"), n: a, unit: "days" } }, half, env)).toBe(
      undefined,
    );
  });
  it("give an age on a day, today unless it is said", () => {
    expect(evaluate({ age: { of: on("2008-02-29") } }, about({}), env)).toBe(18);
    const at = on("2026-02-27");
    expect(evaluate({ age: { of: on("2008-02-29"), at } }, about({}), env)).toBe(17);
    expect(evaluate({ age: { of: a } }, about({}), env)).toBeUndefined();
    expect(evaluate({ age: { of: on("2008-02-29"), at: a } }, about({}), env)).toBeUndefined();
  });
});

describe("explanations", () => {
  const open: Expression = { eq: [{ field: "outcome" }, { value: "open", type: "code" }] };
  it.each<[Expression, Value, string[]]>([
    [{ and: [{ field: "done" }, open] }, false, ["/and/1"]],
    [{ or: [{ field: "done" }, open] }, true, ["/or/0"]],
    [{ and: [{ field: "done" }, { not: open }] }, true, ["/and/0", "/and/1/not"]],
    [{ or: [{ field: "urgent" }, open] }, undefined, ["/or/0"]],
    [{ and: [{ field: "urgent" }, { or: [open] }] }, false, ["/and/1/or/0"]],
    [{ lt: [{ age: { of: { field: "born" } } }, int(18)] }, undefined, ["/lt/0/age/of"]],
    [{ isMissing: { field: "born" } }, true, [""]],
    [{ plus: { date: { today: true }, n: int(9_000_000), unit: "days" } }, undefined, [""]],
    [
      {
        le: [
          { plus: { date: { field: "opened" }, n: { field: "visits" }, unit: "days" } },
          on("2026-01-01"),
        ],
      },
      undefined,
      ["/le/0/plus/date", "/le/0/plus/n"],
    ],
  ])("%j is %s", (expression, value, decidedBy) => {
    const facts = about({ done: true, outcome: "link" });
    expect(explain(expression, facts, env)).toEqual({ value, decidedBy });
  });

  /** The facts with every field that the named leaves do not speak of taken from other facts. */
  function exchanged(
    expression: Expression,
    leaves: readonly string[],
    facts: Facts,
    other: Facts,
  ) {
    const named = leaves.map((leaf) => JSON.stringify(at(expression, leaf))).join();
    const keep = ([id]: [string, unknown]): boolean => named.includes(`"${id}"`);
    return {
      fields: { ...other.fields, ...Object.fromEntries(Object.entries(facts.fields).filter(keep)) },
      lists: named.includes("measures") ? facts.lists! : other.lists!,
    };
  }
  function at(expression: unknown, pointer: string): unknown {
    return pointer
      .split("/")
      .slice(1)
      .reduce((node, step) => (node as Record<string, unknown>)[step], expression);
  }

  it("agree with evaluate, and the leaves named are enough for a known value", () => {
    const facts = anyFacts(TEST_SCHEMA);
    fc.assert(
      fc.property(
        anyExpression(TEST_SCHEMA, "yesno", 4),
        facts,
        facts,
        (expression, one, other) => {
          const { value, decidedBy } = explain(expression, one, env);
          expect(value).toBe(evaluate(expression, one, env));
          expect(decidedBy.length).toBeGreaterThan(0);
          const changed = exchanged(expression, decidedBy, one, other);
          expect(value === undefined ? value : evaluate(expression, changed, env)).toBe(value);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
