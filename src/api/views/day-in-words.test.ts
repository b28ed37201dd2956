import { expect, test } from "vitest";
import { dayInWords } from "./day-in-words.ts";

test.each([
  ["2026-11-22", "22 november 2026", "22 November 2026"],
  ["2026-03-02", "2 mars 2026", "2 March 2026"],
  ["2026-03-02T23:30", "2 mars 2026", "2 March 2026"],
  ["snart", "snart", "snart"],
])("%s is written as people write it", (day, sv, en) => {
  expect(dayInWords(day, "sv")).toBe(sv);
  expect(dayInWords(day, "en")).toBe(en);
});
