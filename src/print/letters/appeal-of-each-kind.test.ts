import { describe, expect, test } from "vitest";
import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { appealOf } from "../facts-of-record.ts";

const { pack, law } = readSpecForTests();
const on = plainDate("2026-05-06");
const kinds = pack.codelists["decision-type"]?.codes.map(({ id }) => id) ?? [];

/** How each kind of decision can be tried, as a letter says it. */
const expected: Readonly<Record<string, string>> = {
  "open-measure": "appeal.how",
  refusal: "appeal.how",
  "care-outside-home": "appeal.how",
  "consent-replaced": "appeal.how",
  "measure-without-assessment": "appeal.legality-review",
  "close-without-measure": "appeal.not",
  "follow-up-23": "appeal.not",
  "care-order-application": "appeal.not",
  transfer: "appeal.not",
  other: "appeal.ask",
};

describe("a letter about a decision", () => {
  test("knows every kind of decision", () => {
    expect(kinds.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  test.each(kinds)("tells how it can be tried: %s", (type) => {
    const { text } = appealOf({ type }, law, on);
    expect(text).toBe(law.texts.get(expected[type] ?? "")?.sv);
    expect(text).not.toBe("");
  });
});
