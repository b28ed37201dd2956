import type { Calendar } from "../calendar.ts";
import {
  addMonths,
  datePartsOf,
  dayNumber,
  plainDate,
  plainDateOfDayNumber,
} from "../plain-date.ts";
import type { PlainDate } from "../plain-date.ts";
import type { PlusUnit } from "./types.ts";

const FIRST_DAY = dayNumber(plainDate("0001-01-01"));
const LAST_DAY = dayNumber(plainDate("9999-12-31"));
const MONTHS_PER_YEAR = 12;
const DAYS_PER_WEEK = 7;

/**
 * Workdays are counted within these days only: the database gets the holidays as a list, which
 * has to end somewhere. A count that starts or ends outside is missing.
 */
export const WORKDAY_WINDOW = { from: plainDate("1980-01-01"), to: plainDate("2079-12-31") };

/** More units than this leave the calendar or the window from any day. */
export const PLUS_LIMITS: Readonly<Record<PlusUnit, number>> = {
  days: LAST_DAY - FIRST_DAY,
  weeks: Math.floor((LAST_DAY - FIRST_DAY) / DAYS_PER_WEEK),
  months: 9998 * MONTHS_PER_YEAR + 11,
  years: 9998,
  workdays: dayNumber(WORKDAY_WINDOW.to) - dayNumber(WORKDAY_WINDOW.from),
};

/**
 * The date `n` units later, months and years as lag 1930:173 1 §; undefined where the sum leaves
 * the years 0001-9999 or, for workdays, {@link WORKDAY_WINDOW}.
 */
export function plusDate(
  date: PlainDate,
  n: number,
  unit: PlusUnit,
  calendar: Calendar,
): PlainDate | undefined {
  if (!Number.isInteger(n) || Math.abs(n) > PLUS_LIMITS[unit]) return undefined;
  switch (unit) {
    case "days":
      return plusDays(date, n);
    case "weeks":
      return plusDays(date, n * DAYS_PER_WEEK);
    case "months":
      return plusMonths(date, n);
    case "years":
      return plusMonths(date, n * MONTHS_PER_YEAR);
    case "workdays": {
      const end = isInWindow(date) ? calendar.addWorkdays(date, n) : undefined;
      return end !== undefined && isInWindow(end) ? end : undefined;
    }
  }
}

function plusDays(date: PlainDate, n: number): PlainDate | undefined {
  const end = dayNumber(date) + n;
  return end >= FIRST_DAY && end <= LAST_DAY ? plainDateOfDayNumber(end) : undefined;
}

function plusMonths(date: PlainDate, n: number): PlainDate | undefined {
  const { year, month } = datePartsOf(date);
  const endYear = Math.floor((year * MONTHS_PER_YEAR + month - 1 + n) / MONTHS_PER_YEAR);
  return endYear >= 1 && endYear <= 9999 ? addMonths(date, n) : undefined;
}

function isInWindow(date: PlainDate): boolean {
  return date >= WORKDAY_WINDOW.from && date <= WORKDAY_WINDOW.to;
}
