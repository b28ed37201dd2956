import { describe, expect, test } from "vitest";
import {
  agoInWords,
  dayOf,
  daysInWords,
  fullDay,
  momentInWords,
  shortDay,
  timesInWords,
} from "./dates.ts";

describe("days in words", () => {
  test.each([
    [0, "i dag", "today"],
    [1, "i morgon", "tomorrow"],
    [3, "3 dagar kvar", "3 days left"],
    [-1, "1 dag försenad", "1 day late"],
    [-2, "2 dagar försenad", "2 days late"],
  ])("%i is said as people say it", (days, sv, en) => {
    expect(daysInWords(days, "sv")).toBe(sv);
    expect(daysInWords(days, "en")).toBe(en);
  });

  test.each([
    ["2026-11-25", "i dag"],
    ["2026-11-24", "i går"],
    ["2026-11-20", "för 5 dagar sedan"],
    ["2026-10-01", "1 oktober 2026"],
  ])("%s was", (day, words) => {
    expect(agoInWords(day, "2026-11-25", "sv")).toBe(words);
  });
});

describe("days as dates", () => {
  test("the year is left out only where it is this year's", () => {
    expect(shortDay("2026-11-27", "sv", "2026-11-25")).toBe("fre 27 nov");
    expect(shortDay("2027-01-08", "sv", "2026-11-25")).toBe("fre 8 jan 2027");
    expect(fullDay("2026-11-27", "en")).toBe("27 November 2026");
  });

  test("an instant late in the evening of UTC is the next day in Sweden", () => {
    expect(dayOf("2026-11-25T23:30:00.000Z")).toBe("2026-11-26");
    expect(dayOf("2026-11-25T23:30")).toBe("2026-11-25");
    expect(momentInWords("2026-11-25T09:05:00.000Z", "sv")).toBe("25 november 2026 kl. 10.05");
  });

  test("times of a day are written as in running text, one time once", () => {
    expect(timesInWords("09:05", "10:20", "sv")).toBe("09.05–10.20");
    expect(timesInWords("09:05", "09:05", "sv")).toBe("09.05");
    expect(timesInWords("09:05", "10:20", "en")).toBe("09:05–10:20");
  });
});
