import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseExpression } from "./parse.ts";
import { anyExpression } from "./testing/random-expressions.ts";
import { TEST_SCHEMA } from "./testing/random-facts.ts";
import { EXPRESSION_TYPES } from "./types.ts";

const anyTyped = fc
  .constantFrom(...EXPRESSION_TYPES)
  .chain((type) => anyExpression(TEST_SCHEMA, type));

/** Problem ids and pointers, as 'id at pointer'. */
function refusals(json: unknown): readonly string[] {
  const result = parseExpression(json);
  return result.ok ? [] : result.problems.map((each) => `${each.id} at ${each.pointer}`);
}

/** Every object in a JSON tree, with its pointer. */
function objectsIn(json: unknown, pointer = ""): { object: object; pointer: string }[] {
  if (typeof json !== "object" || json === null) return [];
  const inner = Object.entries(json).flatMap(([key, each]) => objectsIn(each, `${pointer}/${key}`));
  return Array.isArray(json) ? inner : [{ object: json, pointer }, ...inner];
}

describe("reading an expression", () => {
  it("gives back every expression of the language", () => {
    fc.assert(
      fc.property(anyTyped, (expression) => {
        const json: unknown = JSON.parse(JSON.stringify(expression));
        expect(parseExpression(json)).toEqual({ ok: true, value: json });
      }),
      { numRuns: 1000 },
    );
  });

  it("refuses an unknown key anywhere, and says where", () => {
    fc.assert(
      fc.property(anyTyped, fc.nat(), (expression, at) => {
        const json: unknown = JSON.parse(JSON.stringify(expression));
        const objects = objectsIn(json);
        const chosen = objects[at % objects.length]!;
        Object.assign(chosen.object, { matches: ".*" });
        expect(refusals(json)).toContain(`expression.unknown-key at ${chosen.pointer}/matches`);
      }),
      { numRuns: 1000 },
    );
  });

  it("refuses two operators in one object", () => {
    const field = { field: "a" };
    expect(refusals({ not: field, isMissing: field })).toEqual([
      "expression.unknown-key at /isMissing",
    ]);
  });

  it.each<[unknown, string]>([
    [null, "expression.shape at "],
    ["field", "expression.shape at "],
    [[], "expression.shape at "],
    [{}, "expression.shape at "],
    [{ matches: "a" }, "expression.unknown-key at /matches"],
    [{ "a/b~c": 1 }, "expression.unknown-key at /a~1b~0c"],
    [{ toString: 1 }, "expression.unknown-key at /toString"],
    [{ today: false }, "expression.shape at /today"],
    [{ field: "" }, "expression.shape at /field"],
    [{ field: "__proto__" }, "expression.shape at /field"],
    [{ set: [] }, "expression.shape at /set"],
    [{ set: ["a", 1] }, "expression.value at /set"],
    [{ and: [] }, "expression.shape at /and"],
    [{ or: {} }, "expression.shape at /or"],
    [{ and: [{ field: "a" }, { or: [1] }] }, "expression.shape at /and/1/or/0"],
    [{ eq: [{ field: "a" }] }, "expression.shape at /eq"],
    [{ in: [{ field: "a" }, { set: "b" }] }, "expression.shape at /in/1/set"],
    [{ count: "list" }, "expression.shape at /count"],
    [{ count: { where: { field: "a" } } }, "expression.shape at /count"],
    [{ count: { over: 1 } }, "expression.shape at /count/over"],
    [{ count: { over: "list", where: 1 } }, "expression.shape at /count/where"],
    [{ plus: { date: { today: true } } }, "expression.shape at /plus"],
    [
      { plus: { date: { today: true }, n: { field: "n" }, unit: "hours" } },
      "expression.value at /plus/unit",
    ],
    [{ age: { at: { today: true } } }, "expression.shape at /age"],
    [{ age: { of: { today: true }, at: [] } }, "expression.shape at /age/at"],
    [{ value: 1 }, "expression.shape at "],
    [{ value: 1, type: "yesno" }, "expression.value at "],
    [{ value: 1.5, type: "integer" }, "expression.value at "],
    [{ value: 2 ** 53, type: "integer" }, "expression.value at "],
    [{ value: "1", type: "decimal" }, "expression.value at "],
    [{ value: Number.NaN, type: "decimal" }, "expression.value at "],
    [{ value: "2026-02-29", type: "date" }, "expression.value at "],
    [{ value: "två ord", type: "code" }, "expression.value at "],
    [{ value: "a", type: "text" }, "expression.value at "],
    [{ value: "2026-01-01", type: "text" }, "expression.value at "],
  ])("refuses %j", (json, refusal) => {
    expect(refusals(json)).toEqual([refusal]);
  });

  it("names every place that is wrong", () => {
    expect(refusals({ and: [{ field: 1 }, { today: 1 }] })).toEqual([
      "expression.shape at /and/0/field",
      "expression.shape at /and/1/today",
    ]);
  });

  it("refuses a tree that is too deep instead of exhausting the stack", () => {
    let json: unknown = { field: "a" };
    for (let depth = 0; depth < 100_000; depth += 1) json = { not: json };
    expect(refusals(json)[0]).toMatch(/^expression\.depth at (\/not){65}$/);
  });
});
