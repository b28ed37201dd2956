import fc from "fast-check";
import { expect, test } from "vitest";
import { uuidV7 } from "../kernel/ids.ts";
import { plainDate } from "../kernel/plain-date.ts";
import {
  drawSample,
  nextReviewBy,
  notLateBefore,
  reviewHints,
  type ReviewFacts,
} from "./log-review.ts";

const calm: ReviewFacts = {
  day: plainDate("2026-11-18"),
  hours: [9, 14],
  glass: false,
  protectedChild: false,
  ownFamily: false,
  sameAddress: false,
  namesake: false,
  relation: "worker",
  deniedOnly: false,
  inHour: 2,
  inDay: 4,
};

test.each<[string, Partial<ReviewFacts>, readonly string[]]>([
  ["ordinary work", {}, []],
  ["a search that is about no akt", { relation: undefined }, []],
  ["without a task", { relation: "none" }, ["no-assignment"]],
  ["with an assignment from outside", { relation: "performer" }, []],
  ["only denied", { relation: "none", deniedOnly: true }, []],
  ["late in the evening", { hours: [9, 22] }, ["night"]],
  ["early in the morning", { hours: [5] }, ["night"]],
  ["on a Saturday", { day: plainDate("2026-11-21") }, ["weekend"]],
  ["own family, who have the name too", { ownFamily: true, namesake: true }, ["own-family"]],
  [
    "a namesake at the same address",
    { namesake: true, sameAddress: true },
    ["same-address", "namesake"],
  ],
  ["many children in an hour", { inHour: 12 }, ["many"]],
  ["many children in a day", { inDay: 40 }, ["many-day"]],
  ["in an emergency, protected", { glass: true, protectedChild: true }, ["glass", "protected"]],
])("%s", (_name, more, hints) => {
  expect(reviewHints({ ...calm, ...more })).toEqual(hints);
});

test("a sample is drawn by its seed alone, whatever order the rows come in", () => {
  const rows = Array.from({ length: 40 }, (_, nth) => ({
    staff: uuidV7(nth, new Uint8Array(10)),
    day: plainDate("2026-11-18"),
    akt: null,
  }));
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: 40 }), fc.uuid(), (shuffled, seed) => {
      const drawn = drawSample(shuffled, seed, 10);
      expect(drawn).toHaveLength(10);
      expect(drawn).toEqual(drawSample(rows, seed, 10));
    }),
    { numRuns: 30 },
  );
  expect(drawSample(rows, "a", 10)).not.toEqual(drawSample(rows, "b", 10));
});

test("the next check is due a period after the last one, and a stricter setting makes nothing late at once", () => {
  const since = plainDate("2026-11-30");
  expect(nextReviewBy(since, { reviewMonths: 3, notBefore: null })).toBe("2027-02-28");
  const today = plainDate("2027-02-10");
  const due = (months: number) => {
    const notBefore = notLateBefore(plainDate("2027-02-28"), today, months);
    return nextReviewBy(since, { reviewMonths: months, notBefore });
  };
  // Neither late at once nor later than it was.
  expect(due(1)).toBe("2027-02-28");
  expect(due(2)).toBe("2027-02-28");
  const soon = notLateBefore(plainDate("2027-02-28"), plainDate("2026-12-31"), 1);
  expect(nextReviewBy(since, { reviewMonths: 1, notBefore: soon })).toBe("2027-01-31");
});
