import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSentence, wordsSought } from "./find-sentence.ts";

const text = "Läraren ringde. Mormor hämtar Elmer på fredagar!\nSkolsköterskan har träffat honom";

describe("what is found in a text", () => {
  it.each([
    ["mormor", "Mormor hämtar Elmer på fredagar!"],
    ["SKOLSKÖTERSKA", "Skolsköterskan har träffat honom"],
    ["elmer ringde", "Läraren ringde."],
    ["fredag  mormor", "Mormor hämtar Elmer på fredagar!"],
    ["farmor", undefined],
    ["mormor farmor", undefined],
    ["", undefined],
  ])("for %j is a sentence: %j", (sought, found) => {
    expect(findSentence(text, wordsSought(sought))).toBe(found);
  });

  it("is cut where the sentence is long, and has the word", () => {
    const long = `${"ord ".repeat(200)}nyckel${" mer".repeat(200)}`;
    const found = findSentence(long, ["nyckel"]) ?? "";
    expect(found).toContain("nyckel");
    expect(found.length).toBeLessThan(260);
    expect(found).toMatch(/^… .* …$/u);
  });
});

it("a sentence that is found is of the text and has a word that was sought", () => {
  const word = fc.stringMatching(/^[a-zåäö]{1,7}$/u);
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, fc.constantFrom(".", "\n", "? ", "a".repeat(300))), { minLength: 1 }),
      fc.nat(),
      (parts, pick) => {
        const whole = parts.join(" ");
        const sought = wordsSought(parts[pick % parts.length] ?? "");
        const found = findSentence(whole, sought);
        if (sought.length === 0) return;
        const bare = (found ?? "").replaceAll(/^… | …$/gu, "");
        expect(whole).toContain(bare);
        if (/[a-zåäö]/u.test(sought[0] ?? "") && (sought[0] ?? "").length < 10)
          expect(bare).toContain(sought[0]);
      },
    ),
  );
});
