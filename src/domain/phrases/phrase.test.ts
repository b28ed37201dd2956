import { describe, expect, test } from "vitest";
import { holdsNumber, isToBeFilled, nextToFill, phraseInText } from "./phrase.ts";

describe("a phrase", () => {
  test("is put into a text with what has to be filled in between signs of its own", () => {
    const words = "Jag talade med [vem] den [ dag ]. Se [3] och [12].";
    expect(phraseInText(words)).toBe("Jag talade med ‹vem› den ‹dag›. Se [3] och [12].");
    expect(phraseInText("Inget att fylla i.")).toBe("Inget att fylla i.");
    expect(phraseInText("Ej [över\nen rad].")).toBe("Ej [över\nen rad].");
  });

  test("what has to be filled in is found after the caret, and from the beginning after the last", () => {
    const text = "Ett ‹namn› och en ‹dag›.";
    expect(nextToFill(text)).toEqual({ from: 4, to: 10 });
    expect(nextToFill(text, 10)).toEqual({ from: 18, to: 23 });
    expect(nextToFill(text, 23)).toEqual({ from: 4, to: 10 });
    expect(nextToFill("Färdigt.")).toBeUndefined();
  });

  test("what somebody writes or pastes is not taken for it", () => {
    for (const text of [
      "se [3]",
      "hon sade [...] och gick",
      "{namn}",
      "1 < 2 > 0",
      "‹ en rad\n›",
    ]) {
      expect([text, isToBeFilled(text)]).toEqual([text, false]);
    }
    expect(isToBeFilled("den ‹dag›")).toBe(true);
  });

  test.each([
    ["20150412-9923", true],
    ["150412-9923", true],
    ["201504129923", true],
    ["Född 20150412–9923.", true],
    ["20150412-T001", true],
    ["2026-03-02", false],
    ["Ring 08-123 45 67 den [dag]", false],
    ["11 kap. 1 § och 2025:400", false],
    ["1234567890123456", false],
  ])("%s looks like somebody's number: %s", (words, looks) => {
    expect(holdsNumber(words)).toBe(looks);
  });
});
