import { dayNumberOf, daysInMonth, weekdayOfDayNumber } from "./civil.ts";
import { plainDateOfDayNumber } from "./plain-date.ts";
import type { PlainDate } from "./plain-date.ts";

/** A day in a year, without the year. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** How the date of a holiday is found in a year. */
export type DateRule =
  | { readonly type: "fixed"; readonly month: number; readonly day: number }
  | { readonly type: "easter"; readonly offset: number }
  | {
      readonly type: "weekday-between";
      readonly weekday: number;
      readonly from: MonthDay;
      readonly to: MonthDay;
    }
  | { readonly type: "day-before"; readonly of: DateRule };

/** One holiday, or one eve that counts like a holiday when time is counted. */
export interface HolidayRule {
  readonly id: string;
  readonly name: { readonly sv: string; readonly en: string };
  readonly kind: "holiday" | "eve";
  readonly rule: DateRule;
  /** First and last year in which the day was a holiday. */
  readonly validFrom?: number;
  readonly validTo?: number;
  readonly source?: string;
}

/** The date of a rule in a year; undefined where the year has no such day. */
export function holidayDateIn(rule: DateRule, year: number): PlainDate | undefined {
  const number = dayNumberIn(rule, year);
  return number === undefined ? undefined : plainDateOfDayNumber(number);
}

/** Easter Day of a year (the Gregorian computus in its anonymous form). */
export function easterDayNumber(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearInCentury = year % 100;
  const skippedLeapDays = century - Math.floor(century / 4);
  const lunarCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + skippedLeapDays - lunarCorrection + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearInCentury / 4) - epact - (yearInCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const fromMarch = epact + toSunday - 7 * late + 22;
  return dayNumberOf(year, 3, 1) + fromMarch - 1;
}

function dayNumberIn(rule: DateRule, year: number): number | undefined {
  switch (rule.type) {
    case "fixed":
      return monthDayIn(rule, year);
    case "easter":
      return easterDayNumber(year) + rule.offset;
    case "day-before": {
      const next = dayNumberIn(rule.of, year);
      return next === undefined ? undefined : next - 1;
    }
    case "weekday-between":
      return weekdayBetween(rule, year);
  }
}

function weekdayBetween(
  rule: Extract<DateRule, { type: "weekday-between" }>,
  year: number,
): number | undefined {
  const from = monthDayIn(rule.from, year);
  const sameYear = monthDayIn(rule.to, year);
  const crossesYear = from !== undefined && sameYear !== undefined && sameYear < from;
  const to = crossesYear ? monthDayIn(rule.to, year + 1) : sameYear;
  if (from === undefined || to === undefined) return undefined;
  const found = from + ((rule.weekday - weekdayOfDayNumber(from) + 7) % 7);
  return found <= to ? found : undefined;
}

function monthDayIn(monthDay: MonthDay, year: number): number | undefined {
  if (monthDay.day > daysInMonth(year, monthDay.month)) return undefined;
  return dayNumberOf(year, monthDay.month, monthDay.day);
}
