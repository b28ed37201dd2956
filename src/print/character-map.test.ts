import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { charactersOf } from "./character-map.ts";
import { readCoverage } from "./fonts.ts";

function characters(file: string): ReadonlySet<number> {
  return charactersOf(readFileSync(new URL(`../../fonts/${file}`, import.meta.url)));
}

describe("charactersOf", () => {
  test("reads a table of segments and one of groups", () => {
    const serif = characters("SourceSerif4-Regular.ttf");
    expect(serif.has(0xe5)).toBe(true);
    expect(serif.has(0x627)).toBe(false);
    expect(characters("NotoNaskhArabic-Regular.ttf").has(0x627)).toBe(true);
    expect(characters("NotoEmoji-Regular.ttf").has(0x1f622)).toBe(true);
  });

  test("counts as many characters as the makers of the fonts do", () => {
    expect(characters("SourceSerif4-Regular.ttf").size).toBe(918);
    expect(characters("SourceSans3-Regular.ttf").size).toBe(1615);
    expect(characters("NotoEmoji-Regular.ttf").size).toBe(1512);
  });

  test("refuses a file that is no font", () => {
    expect(() => charactersOf(Buffer.alloc(64))).toThrow(RangeError);
  });
});

test("the families of print are read in the order in which they are tried", () => {
  const [serif, sans] = readCoverage();
  expect(serif?.has(0x25a1)).toBe(false);
  expect(sans?.has(0x25a1)).toBe(true);
});
