import fc from "fast-check";
import { expect, test } from "vitest";
import { wordsSought } from "../../src/domain/find-sentence.ts";
import { marked } from "./marked.ts";

test("what was sought is marked, whatever its case", () => {
  expect(marked("Zebran (stod) i köket.", wordsSought("(STOD) zebra"))).toEqual([
    { text: "Zebra", found: true },
    { text: "n ", found: false },
    { text: "(stod)", found: true },
    { text: " i köket.", found: false },
  ]);
  expect(marked("Allt.", [])).toEqual([{ text: "Allt.", found: false }]);
});

test("nothing of a sentence is left out", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (sentence, sought) => {
      const pieces = marked(sentence, wordsSought(sought));
      expect(pieces.map(({ text }) => text).join("")).toBe(sentence);
    }),
  );
});
