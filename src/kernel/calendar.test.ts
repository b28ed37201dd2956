import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeCalendar } from "./calendar.ts";
import type { HolidayRule } from "./calendar.ts";
import { easterDayNumber } from "./holiday-rule.ts";
import { addDays, plainDate, plainDateOfDayNumber, weekdayOf } from "./plain-date.ts";
import type { PlainDate } from "./plain-date.ts";

const file: { rules: HolidayRule[] } = JSON.parse(
  readFileSync(new URL("../../spec/law/calendar/holidays.json", import.meta.url), "utf8"),
);
const sweden = makeCalendar(file.rules);

// date,weekday,name,kind: 2010-2040, made apart from our rules by the two acts and compared with
// the public and bank holidays of date-holidays 3.37 (npm) and holidays 0.105 (PyPI).
const listed = readFileSync(new URL("./fixtures/holidays.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(","))
  .map(([date = "", , name = "", kind = ""]) => ({ date: plainDate(date), name, kind }));
const listedDates = new Set<string>(listed.map(({ date }) => date));

function eachDay(from: string, to: string): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = plainDate(from); day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
const allDays = eachDay("2010-01-01", "2040-12-31");
const anyDay = fc.constantFrom(...allDays);
/** So far from the ends of the list that 400 workdays either way are still in it. */
const anyInnerDay = fc.constantFrom(
  ...allDays.filter((day) => day > "2012-01-01" && day < "2038-12-31"),
);

function isRestDayByList(date: PlainDate): boolean {
  return [0, 6].includes(new Date(date).getUTCDay()) || listedDates.has(date);
}

describe("Swedish holidays 2010-2040", () => {
  it("hold every listed day, under its name", () => {
    expect(listed).toHaveLength(31 * 16);
    for (const { date, name, kind } of listed) {
      expect([date, sweden.isHoliday(date)]).toEqual([date, kind === "helgdag"]);
      expect(sweden.isRestDay(date)).toBe(true);
      const names = listed.filter((other) => other.date === date).map((other) => other.name);
      expect(names).toContain(sweden.holidayName(date)?.sv);
      expect(names).toContain(name);
    }
  });
  it("hold no day that is not listed", () => {
    for (const date of allDays) {
      expect([date, sweden.holidayName(date) !== undefined]).toEqual([date, listedDates.has(date)]);
      expect([date, sweden.isRestDay(date)]).toEqual([date, isRestDayByList(date)]);
    }
  });
  it("changed in 2005: the National Day came, Whit Monday went", () => {
    expect(sweden.isHoliday(plainDate("2004-05-31"))).toBe(true);
    expect(sweden.isHoliday(plainDate("2005-05-16"))).toBe(false);
    expect(sweden.isHoliday(plainDate("2003-06-06"))).toBe(false);
    expect(sweden.isHoliday(plainDate("2005-06-06"))).toBe(true);
  });
});

describe("Easter", () => {
  // Gauss's computus with his two exceptions, written apart from the rule under test.
  function easterByGauss(year: number): string {
    const k = Math.floor(year / 100);
    const m = 15 - Math.floor((13 + 8 * k) / 25) + k - Math.floor(k / 4);
    const n = 4 + k - Math.floor(k / 4);
    const d = (19 * (year % 19) + (m % 30)) % 30;
    const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + (n % 7)) % 7;
    let day = 22 + d + e;
    if (d === 29 && e === 6) day -= 7;
    if (d === 28 && e === 6 && (11 * m + 11) % 30 < 19) day -= 7;
    return new Date(Date.UTC(year, 2, day)).toISOString().slice(0, 10);
  }
  it("is right every year 1600-2999", () => {
    for (let year = 1600; year < 3000; year += 1) {
      const easter = plainDateOfDayNumber(easterDayNumber(year));
      expect(easter).toBe(easterByGauss(year));
      expect(weekdayOf(easter)).toBe(7);
    }
  });
});

describe("workdays (lag 1930:173 2 §)", () => {
  it("roll forward and back to the nearest", () => {
    const workdays = allDays.filter((day) => !isRestDayByList(day));
    fc.assert(
      fc.property(anyInnerDay, (date) => {
        const after = workdays.find((day) => day >= date);
        expect(sweden.nextWorkday(date)).toBe(after);
        const before = workdays.findLast((day) => day <= date);
        expect(sweden.previousWorkday(date)).toBe(before);
      }),
      { numRuns: 2000 },
    );
    expect(sweden.previousWorkday(plainDate("2025-12-28"))).toBe("2025-12-23");
    expect(sweden.previousWorkday(plainDate("2025-12-23"))).toBe("2025-12-23");
    expect(sweden.nextWorkday(plainDate("2025-12-24"))).toBe("2025-12-29");
    expect(sweden.nextWorkday(plainDate("2026-06-19"))).toBe("2026-06-22");
  });
  it("are counted as the n-th in a plain list of workdays", () => {
    const workdays = allDays.filter((day) => !isRestDayByList(day));
    fc.assert(
      fc.property(anyInnerDay, fc.integer({ min: 1, max: 400 }), (date, n) => {
        const after = workdays.filter((day) => day > date)[n - 1];
        const before = workdays.filter((day) => day < date).at(-n);
        expect(sweden.addWorkdays(date, n)).toBe(after);
        expect(sweden.addWorkdays(date, -n)).toBe(before);
        expect(sweden.addWorkdays(date, 0)).toBe(date);
      }),
      { numRuns: 400 },
    );
    const end = sweden.addWorkdays(plainDate("2010-01-01"), workdays.length);
    expect(end).toBe(workdays.at(-1));
    expect(sweden.addWorkdays(addDays(end, 1), -workdays.length)).toBe(workdays[0]);
    expect(() => sweden.addWorkdays(plainDate("2026-01-01"), 1e9)).toThrow(RangeError);
    expect(() => sweden.addWorkdays(plainDate("2026-01-01"), 1.5)).toThrow(RangeError);
  });
  it("and rest days share the days between them", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3, max: 60 }), (from, days) => {
        const to = addDays(from, days);
        const expected = eachDay(from, to).filter(isRestDayByListUntil2040);
        expect(sweden.restDaysBetween(from, to)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
  function isRestDayByListUntil2040(day: PlainDate): boolean {
    return day <= "2040-12-31" ? isRestDayByList(day) : sweden.isRestDay(day);
  }
});

describe("calendars from other rules", () => {
  const name = { sv: "namn", en: "name" };
  it("let a day before cross the year", () => {
    const eve: HolidayRule = {
      id: "eve",
      name,
      kind: "eve",
      rule: { type: "day-before", of: { type: "fixed", month: 1, day: 1 } },
    };
    const calendar = makeCalendar([eve]);
    expect(calendar.isRestDay(plainDate("2026-12-31"))).toBe(true);
    expect(calendar.isHoliday(plainDate("2026-12-31"))).toBe(false);
    expect(calendar.isRestDay(plainDate("2027-01-01"))).toBe(false);
  });
  it("let a span of days cross the year", () => {
    const monday: HolidayRule = {
      id: "monday",
      name,
      kind: "holiday",
      rule: {
        type: "weekday-between",
        weekday: 1,
        from: { month: 12, day: 29 },
        to: { month: 1, day: 4 },
      },
    };
    const calendar = makeCalendar([monday]);
    expect(calendar.isHoliday(plainDate("2025-12-29"))).toBe(true);
    expect(calendar.isHoliday(plainDate("2027-01-04"))).toBe(true);
    expect(calendar.isHoliday(plainDate("2026-12-28"))).toBe(false);
    const days = calendar.restDaysBetween(plainDate("2025-12-01"), plainDate("2035-11-30"));
    expect(days.filter((day) => weekdayOf(day) === 1)).toHaveLength(10);
  });
  it("give a year without the day nothing, and a day of two rules the holiday", () => {
    const fixed = { type: "fixed", month: 2, day: 29 } as const;
    const calendar = makeCalendar([
      { id: "a", name: { sv: "afton", en: "eve" }, kind: "eve", rule: fixed },
      { id: "b", name, kind: "holiday", rule: fixed },
      { id: "c", name, kind: "eve", rule: { ...fixed, day: 30 } },
    ]);
    expect(calendar.holidayName(plainDate("2028-02-29"))).toEqual(name);
    expect(calendar.isRestDay(plainDate("2027-03-01"))).toBe(false);
  });
});
