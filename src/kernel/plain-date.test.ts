import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addWeeks,
  addYears,
  ageOn,
  datePartsOf,
  daysBetween,
  maxDate,
  minDate,
  parsePlainDate,
  plainDate,
  plainDateOf,
  weekdayOf,
} from "./plain-date.ts";
import type { PlainDate } from "./plain-date.ts";

// The yardstick: the built-in Date in UTC, which our code does not use.
function utc(date: PlainDate): Date {
  return new Date(`${date}T00:00:00Z`);
}
function fromUtc(date: Date): string {
  return date.toISOString().slice(0, 10);
}

const anyDate = fc
  .integer({ min: Date.UTC(1600, 0, 1), max: Date.UTC(2400, 0, 1) })
  .map((ms) => plainDate(fromUtc(new Date(ms))));

const RUNS = { numRuns: 3000 };

describe("reading dates", () => {
  it.each(["2026-01-01", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])(
    "accepts %s",
    (text) => {
      expect(parsePlainDate(text)).toBe(text);
    },
  );
  it.each([
    "",
    "2026-1-1",
    "20260101",
    "2026-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-04-00",
    "0000-01-01",
    "2026-01-01 ",
    "2026-01-01\n",
    "12026-01-01",
    "２０２６-01-01",
  ])("refuses %j", (text) => {
    expect(parsePlainDate(text)).toBeUndefined();
    expect(() => plainDate(text)).toThrow(RangeError);
  });
  it("accepts the days that the built-in Date has, and no other", () => {
    for (const year of [1900, 2000, 2023, 2024]) {
      for (let at = 0; at < 14 * 33; at += 1) {
        const parts = [Math.floor(at / 33), at % 33].map((part) => String(part).padStart(2, "0"));
        const text = `${year}-${parts.join("-")}`;
        const built = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(built.getTime()) && fromUtc(built) === text;
        expect([text, parsePlainDate(text)]).toEqual([text, exists ? text : undefined]);
      }
    }
  });
  it("gives back the parts it was made of", () => {
    expect(datePartsOf(plainDateOf(987, 6, 5))).toEqual({ year: 987, month: 6, day: 5 });
    expect(() => plainDateOf(2026, 2, 29)).toThrow(RangeError);
    expect(() => plainDateOf(2026.5, 2, 1)).toThrow(RangeError);
  });
});

describe("days and weeks", () => {
  it("agree with the built-in Date", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -100_000, max: 100_000 }), (date, n) => {
        const expected = utc(date);
        expected.setUTCDate(expected.getUTCDate() + n);
        expect(addDays(date, n)).toBe(fromUtc(expected));
        expect(daysBetween(date, addDays(date, n))).toBe(n);
        expect(weekdayOf(date) % 7).toBe(utc(date).getUTCDay());
      }),
      RUNS,
    );
  });
  it("come back, and a week keeps the weekday", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, n) => {
        expect(addDays(addDays(date, n), -n)).toBe(date);
        expect(addWeeks(date, n)).toBe(addDays(date, 7 * n));
        expect(weekdayOf(addWeeks(date, n))).toBe(weekdayOf(date));
      }),
      RUNS,
    );
  });
  it("refuse what is no whole number and what leaves the calendar", () => {
    expect(() => addDays(plainDate("2026-01-01"), 0.5)).toThrow(RangeError);
    expect(() => addDays(plainDate("9999-12-31"), 1)).toThrow(RangeError);
    expect(() => addMonths(plainDate("0001-01-01"), -1)).toThrow(RangeError);
  });
});

// Lag 1930:173 1 § read literally: go forward to the month, then look for the number from above.
function addMonthsByLaw(date: PlainDate, n: number): string {
  const start = utc(date);
  const first = new Date(start);
  first.setUTCDate(1);
  first.setUTCMonth(first.getUTCMonth() + n);
  for (let day = start.getUTCDate(); ; day -= 1) {
    const candidate = new Date(first);
    candidate.setUTCDate(day);
    if (candidate.getUTCMonth() === first.getUTCMonth()) return fromUtc(candidate);
  }
}

describe("months and years (lag 1930:173 1 §)", () => {
  it("agree with the law read literally", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -1500, max: 1500 }), (date, n) => {
        expect(addMonths(date, n)).toBe(addMonthsByLaw(date, n));
        expect(addYears(date, n)).toBe(addMonthsByLaw(date, 12 * n));
      }),
      RUNS,
    );
  });
  it.each([
    ["2025-10-31", 4, "2026-02-28"],
    ["2027-10-31", 4, "2028-02-29"],
    ["2028-02-29", 4, "2028-06-29"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
  ])("%s and %d months is %s", (from, n, expected) => {
    expect(addMonths(plainDate(from), n)).toBe(expected);
  });
  it("are added once: two steps of one month are not two months", () => {
    const start = plainDate("2026-01-31");
    expect(addMonths(addMonths(start, 1), 1)).toBe("2026-03-28");
    expect(addMonths(start, 2)).toBe("2026-03-31");
  });
});

describe("age", () => {
  it.each([
    ["2008-02-29", "2026-02-27", 17],
    ["2008-02-29", "2026-02-28", 18],
    ["2008-02-29", "2028-02-28", 19],
    ["2008-02-29", "2028-02-29", 20],
    ["2014-05-10", "2026-05-09", 11],
    ["2014-05-10", "2026-05-10", 12],
    ["2026-05-10", "2026-05-10", 0],
    ["2026-05-10", "2026-05-09", -1],
  ])("born %s is on %s %d", (born, on, age) => {
    expect(ageOn(plainDate(born), plainDate(on))).toBe(age);
  });
  it("is the number of birthdays passed", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 40_000 }), (born, days) => {
        const on = addDays(born, days);
        let birthdays = 0;
        while (addMonthsByLaw(born, 12 * (birthdays + 1)) <= on) birthdays += 1;
        expect(ageOn(born, on)).toBe(birthdays);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("order", () => {
  it("is that of time", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(a < b).toBe(utc(a).getTime() < utc(b).getTime());
        expect(daysBetween(minDate(a, b), maxDate(b, a))).toBe(Math.abs(daysBetween(a, b)));
      }),
      RUNS,
    );
  });
});
