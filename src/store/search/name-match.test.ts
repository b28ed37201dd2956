import { describe, expect, test } from "vitest";

import { wordsOf } from "../projections/person.ts";
import { matchName } from "./name-match.ts";
import { matchWord } from "./word-match.ts";

describe("matchWord", () => {
  test.each([
    ["anna", "anna", "exact"],
    ["ann", "annika", "beginning"],
    ["karlsson", "carlsson", "sound"],
    ["mathias", "mattias", "sound"],
    ["svensson", "svennson", "sound"],
    ["andersson", "anderson", "sound"],
    ["johansson", "johnasson", "spelling"],
    ["lind", "lund", "spelling"],
    ["lindberg", "lindgren", undefined],
    ["ek", "al", undefined],
    ["", "al", undefined],
  ])("%s against %s: %s", (sought, word, match) => {
    expect(matchWord(sought, word)).toBe(match);
  });
});

describe("matchName", () => {
  const name = { given: ["alva", "maria"], family: ["lind", "karlsson"] };
  const reasons = (query: string) => matchName(wordsOf(query), name)?.reasons;

  test("says why", () => {
    expect(reasons("Alva Lind")).toEqual(["exact-name"]);
    expect(reasons("Lind, Alva")).toEqual(["exact-name", "swapped-order"]);
    expect(reasons("Alva Carlson")).toEqual(["similar-sound"]);
    expect(reasons("Alva Lund")).toEqual(["similar-spelling"]);
    expect(reasons("Alv Lind")).toEqual(["name-beginning"]);
    expect(reasons("Alva Kristina Lind")).toEqual(["exact-name", "part-of-name"]);
    expect(reasons("Karlsson")).toEqual(["exact-name"]);
  });

  test("finds nobody by half of two words, or by two given names alone", () => {
    expect(reasons("Alva Svensson")).toBeUndefined();
    expect(reasons("Alva Maria")).toBeUndefined();
    expect(reasons("Berg")).toBeUndefined();
  });

  test("puts the nearest first", () => {
    const rank = (query: string) => matchName(wordsOf(query), name)?.rank ?? 99;
    expect(rank("Alva Lind")).toBeLessThan(rank("Lind Alva"));
    expect(rank("Lind Alva")).toBeLessThan(rank("Alva Carlson"));
    expect(rank("Alva Carlson")).toBeLessThan(rank("Alva Lund"));
  });
});
