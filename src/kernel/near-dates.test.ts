import fc from "fast-check";
import { expect, test } from "vitest";
import { damerauLevenshtein } from "./name-matching.ts";
import { nearDates } from "./near-dates.ts";
import { addDays, plainDate } from "./plain-date.ts";

test("a slip of the pen away are the dates with one other digit, or two that changed places", () => {
  const near = nearDates(plainDate("2008-03-10"));
  expect(near).toContain("2008-03-10");
  expect(near).toContain("2008-03-01");
  expect(near).toContain("2008-03-11");
  expect(near).toContain("2018-03-10");
  expect(near).not.toContain("2008-03-21");
  expect(near).not.toContain("2008-03-02");
});

test("near goes both ways, and is one slip and not two", () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(plainDate("1930-01-01"), n));
  fc.assert(
    fc.property(day, (date) => {
      const near = nearDates(date);
      expect(new Set(near).size).toBe(near.length);
      for (const other of near) {
        expect(nearDates(other)).toContain(date);
        const [a, b] = [date, other].map((each) => each.replaceAll("-", ""));
        expect(damerauLevenshtein(a ?? "", b ?? "", 2)).toBeLessThan(2);
      }
    }),
    { numRuns: 20 },
  );
});
