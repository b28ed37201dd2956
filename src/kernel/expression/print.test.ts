import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "../plain-date.ts";
import { printExpression } from "./print.ts";
import type { ExpressionLabels } from "./print.ts";
import { anyExpression } from "./testing/random-expressions.ts";
import { TEST_SCHEMA } from "./testing/random-facts.ts";
import type { Expression } from "./types.ts";

const labels: ExpressionLabels = {
  fields: {
    outcome: { label: "beslutet", type: "code", codes: { open: "inleda", link: "koppla" } },
    reasons: { label: "orsakerna", type: "set", codes: { school: "skola" } },
    opened: { label: "inlett", type: "date" },
    closed: { label: "avslutat", type: "date" },
    born: { label: "födelsedatum", type: "date" },
    done: { label: "klart", type: "yesno" },
  },
  lists: {
    measures: {
      label: "insatser",
      fields: { kind: { label: "arten", codes: { home: "i hemmet" } } },
    },
  },
};
const done = { field: "done" };
const open: Expression = { eq: [{ field: "outcome" }, { value: "open", type: "code" }] };
const two = { value: 2, type: "integer" } as const;
const home: Expression = { eq: [{ field: "kind" }, { value: "home", type: "code" }] };

describe("printing", () => {
  it.each<[Expression, string]>([
    [open, "beslutet är inleda"],
    [
      { in: [{ field: "outcome" }, { set: ["open", "link"] }] },
      "beslutet är någon av inleda, koppla",
    ],
    [
      { hasAny: [{ field: "reasons" }, { set: ["school"] }] },
      "orsakerna innehåller någon av skola",
    ],
    [{ hasAll: [{ field: "reasons" }, { set: ["school"] }] }, "orsakerna innehåller alla av skola"],
    [{ eq: [done, { value: false, type: "yesno" }] }, "klart är nej"],
    [
      { and: [done, { or: [open, { not: done }] }] },
      "klart och (beslutet är inleda eller inte klart)",
    ],
    [{ and: [open] }, "beslutet är inleda"],
    [{ and: [{ or: [open, done] }] }, "beslutet är inleda eller klart"],
    [{ not: open }, "inte (beslutet är inleda)"],
    [{ not: { isMissing: { field: "born" } } }, "födelsedatum finns"],
    [{ isMissing: { field: "born" } }, "födelsedatum saknas"],
    [{ lt: [{ field: "opened" }, { field: "closed" }] }, "inlett är före avslutat"],
    [{ le: [{ field: "opened" }, { today: true }] }, "inlett är senast dagens datum"],
    [
      { gt: [{ field: "opened" }, { value: plainDate("2026-01-01"), type: "date" }] },
      "inlett är efter 2026-01-01",
    ],
    [{ ge: [{ age: { of: { field: "born" } } }, two] }, "åldern enligt födelsedatum är minst 2"],
    [
      { age: { of: { field: "born" }, at: { field: "opened" } } },
      "åldern enligt födelsedatum den dag som är inlett",
    ],
    [
      { plus: { date: { field: "opened" }, n: two, unit: "workdays" } },
      "2 arbetsdagar efter inlett",
    ],
    [
      { plus: { date: { field: "opened" }, n: { value: -1, type: "integer" }, unit: "months" } },
      "1 månad före inlett",
    ],
    [
      { plus: { date: { field: "opened" }, n: { count: { over: "measures" } }, unit: "weeks" } },
      "(antalet insatser) veckor efter inlett",
    ],
    [
      { lt: [{ count: { over: "measures", where: home } }, two] },
      "(antalet insatser där arten är i hemmet) är mindre än 2",
    ],
    [{ eq: [open, { eq: [done, done] }] }, "(beslutet är inleda) är (klart är klart)"],
    [{ field: "unnamed" }, "unnamed"],
    [{ count: { over: "others" } }, "antalet others"],
  ])("%j in Swedish", (expression, text) => {
    expect(printExpression(expression, "sv", labels)).toBe(text);
  });

  it("in English, without labels by the ids", () => {
    const expression: Expression = {
      or: [
        { not: { and: [open, { lt: [{ today: true }, { field: "closed" }] }] } },
        { ge: [{ count: { over: "measures", where: { isMissing: home } } }, two] },
      ],
    };
    expect(printExpression(expression, "en")).toBe(
      "not (outcome is open and today's date is before closed) or " +
        "(the number of measures where (kind is home) is missing) is at least 2",
    );
  });

  it("leaves braces in a label alone", () => {
    const odd = { fields: { done: { label: "{b}" }, outcome: { label: "{a}" } } };
    expect(printExpression({ eq: [done, { field: "outcome" }] }, "sv", odd)).toBe("{b} är {a}");
  });

  it("has words and even brackets for every expression", () => {
    fc.assert(
      fc.property(anyExpression(TEST_SCHEMA, "yesno", 4), (expression) => {
        for (const language of ["sv", "en"] as const) {
          const text = printExpression(expression, language, labels);
          expect(text).not.toMatch(/undefined|\[object|[{}]|^$| {2}/);
          expect(text.split("(").length).toBe(text.split(")").length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
