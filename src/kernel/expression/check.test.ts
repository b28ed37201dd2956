import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkExpression } from "./check.ts";
import { anyExpression } from "./testing/random-expressions.ts";
import { TEST_SCHEMA } from "./testing/random-facts.ts";
import { EXPRESSION_TYPES } from "./types.ts";
import type { Expression, ExpressionSchema } from "./types.ts";

/** The test schema without code lists: the random codes are not chosen by field. */
const anyCodes: ExpressionSchema = {
  fields: Object.fromEntries(
    Object.entries(TEST_SCHEMA.fields).map(([id, { type }]) => [id, { type }]),
  ),
  lists: {
    measures: {
      fields: Object.fromEntries(
        Object.entries(TEST_SCHEMA.lists.measures.fields).map(([id, { type }]) => [id, { type }]),
      ),
      lists: TEST_SCHEMA.lists.measures.lists,
    },
  },
};

const yes = { value: true, type: "yesno" } as const;
const one = { value: 1, type: "integer" } as const;
const half = { value: 0.5, type: "decimal" } as const;
const done = { field: "done" } as const;
const day = { today: true } as const;
function code(value: string): Expression {
  return { value, type: "code" };
}

function refusals(expression: Expression): readonly string[] {
  const result = checkExpression(expression, TEST_SCHEMA);
  return result.ok ? [] : result.problems.map((each) => `${each.id} at ${each.pointer}`);
}

describe("checking an expression", () => {
  it("gives the type of every well-typed expression", () => {
    const anyTyped = fc
      .constantFrom(...EXPRESSION_TYPES)
      .chain((type) => fc.tuple(fc.constant(type), anyExpression(TEST_SCHEMA, type)));
    fc.assert(
      fc.property(anyTyped, ([type, expression]) => {
        expect(checkExpression(expression, anyCodes)).toEqual({ ok: true, value: type });
      }),
      { numRuns: 1000 },
    );
  });

  it.each<[Expression, string]>([
    [{ field: "nothing" }, "expression.unknown-field at "],
    [{ field: "toString" }, "expression.unknown-field at "],
    [{ not: { field: "visits" } }, "expression.type at /not"],
    [{ and: [yes, { field: "born" }] }, "expression.type at /and/1"],
    [{ or: [{ today: true }] }, "expression.type at /or/0"],
    [{ eq: [{ field: "visits" }, { field: "done" }] }, "expression.type at /eq/1"],
    [{ eq: [{ field: "outcome" }, { field: "born" }] }, "expression.type at /eq/1"],
    [{ eq: [{ field: "reasons" }, done] }, "expression.type at /eq/0"],
    [{ lt: [{ field: "outcome" }, one] }, "expression.type at /lt/0"],
    [{ gt: [one, yes] }, "expression.type at /gt/1"],
    [{ in: [{ field: "visits" }, { set: ["open"] }] }, "expression.type at /in/0"],
    [{ in: [{ field: "outcome" }, code("open")] }, "expression.type at /in/1"],
    [{ hasAny: [{ field: "outcome" }, { set: ["open"] }] }, "expression.type at /hasAny/0"],
    [{ hasAll: [{ field: "reasons" }, { field: "outcome" }] }, "expression.type at /hasAll/1"],
    [{ count: { over: "placements" } }, "expression.unknown-list at /count/over"],
    [{ count: { over: "meetings" } }, "expression.unknown-list at /count/over"],
    [
      { count: { over: "measures", where: { field: "done" } } },
      "expression.unknown-field at /count/where",
    ],
    [{ count: { over: "measures", where: { field: "weeks" } } }, "expression.type at /count/where"],
    [{ plus: { date: one, n: one, unit: "days" } }, "expression.type at /plus/date"],
    [{ plus: { date: day, n: half, unit: "days" } }, "expression.type at /plus/n"],
    [{ age: { of: { field: "visits" } } }, "expression.type at /age/of"],
    [{ age: { of: day, at: one } }, "expression.type at /age/at"],
    [{ eq: [{ field: "outcome" }, code("closed")] }, "expression.unknown-code at /eq/1"],
    [{ ne: [code("closed"), { field: "outcome" }] }, "expression.unknown-code at /ne/0"],
    [
      { in: [{ field: "outcome" }, { set: ["open", "closed"] }] },
      "expression.unknown-code at /in/1/set/1",
    ],
    [{ in: [code("closed"), { field: "reasons" }] }, "expression.unknown-code at /in/0"],
    [
      { hasAny: [{ field: "reasons" }, { set: ["health"] }] },
      "expression.unknown-code at /hasAny/1/set/0",
    ],
    [{ eq: [{ field: "outcome" }, code("unknown")] }, "expression.missing-code at /eq/1"],
    [
      { in: [{ field: "outcome" }, { set: ["open", "declined"] }] },
      "expression.missing-code at /in/1/set/1",
    ],
    [{ isMissing: { not: { field: "born" } } }, "expression.type at /isMissing/not"],
  ])("refuses %j", (expression, refusal) => {
    expect(refusals(expression)).toEqual([refusal]);
  });

  it.each<Expression>([
    { eq: [{ field: "visits" }, half] },
    { le: [{ field: "score" }, one] },
    { in: [{ field: "outcome" }, { field: "reasons" }] },
    { eq: [{ field: "outcome" }, { field: "channel" }] },
    { isMissing: { field: "reasons" } },
    { count: { over: "measures", where: { gt: [{ count: { over: "meetings" } }, one] } } },
    { plus: { date: { field: "born" }, n: { age: { of: { field: "born" } } }, unit: "years" } },
  ])("accepts %j", (expression) => {
    expect(refusals(expression)).toEqual([]);
  });
});
