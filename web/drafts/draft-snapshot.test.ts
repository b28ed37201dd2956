import { expect, test } from "vitest";
import { nothingShown, pageAfter } from "./draft-snapshot.ts";
import type { LocalField } from "./draft-values.ts";

test("the page stays the one it was while a text stands beside one's own, and is another when that text is", () => {
  const of = (other: string) => ({
    answers: nothingShown.answers,
    specDigest: undefined,
    writers: nothingShown.writers,
    fields: new Map<string, LocalField>([["summary", { rev: 2, value: "min", other }]]),
  });
  const first = pageAfter(nothingShown, { ...of("din"), state: { kind: "typing" } });
  expect([...first.conflicts]).toEqual([["summary", "din"]]);
  expect(pageAfter(first, { ...of("din"), state: { kind: "saving" } })).toBe(first);
  expect(pageAfter(first, { ...of("en annan"), state: { kind: "saving" } })).not.toBe(first);
});
