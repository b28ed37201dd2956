import type { Brand } from "./brand.ts";
import {
  datePartsOfDayNumber,
  dayNumberOf,
  daysInMonth,
  padNumber,
  weekdayOfDayNumber,
} from "./civil.ts";
import type { DateParts, Weekday } from "./civil.ts";

/** A calendar date 'YYYY-MM-DD', year 0001 to 9999, without time zone. Sorts as text. */
export type PlainDate = Brand<string, "PlainDate">;

const DATE_SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTHS_PER_YEAR = 12;

/** Reads 'YYYY-MM-DD'; undefined where the text has another shape or the day does not exist. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = DATE_SHAPE.exec(text);
  if (match === null) return undefined;
  const exists = dateExists(Number(match[1]), Number(match[2]), Number(match[3]));
  return exists ? (text as PlainDate) : undefined;
}

/** As {@link parsePlainDate}, for text that must be a date. Throws RangeError. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === undefined) throw new RangeError("Not a date on the form YYYY-MM-DD");
  return date;
}

/** The date of a year, a month (1-12) and a day. Throws RangeError where there is no such day. */
export function plainDateOf(year: number, month: number, day: number): PlainDate {
  if (!dateExists(year, month, day)) throw new RangeError("No such date");
  // The parts were checked on the line above; reading the text again would double the cost.
  return `${padNumber(year, 4)}-${padNumber(month, 2)}-${padNumber(day, 2)}` as PlainDate;
}

/** True where the calendar has the day, years 1 to 9999. */
export function dateExists(year: number, month: number, day: number): boolean {
  return (
    Number.isInteger(year) &&
    Number.isInteger(month) &&
    Number.isInteger(day) &&
    year >= 1 &&
    year <= 9999 &&
    month >= 1 &&
    month <= MONTHS_PER_YEAR &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

/** Year, month (1-12) and day. */
export function datePartsOf(date: PlainDate): DateParts {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

/** The date `n` days later; the start day is not counted. Throws RangeError beyond 0001-9999. */
export function addDays(date: PlainDate, n: number): PlainDate {
  return plainDateOfDayNumber(dayNumber(date) + wholeNumber(n));
}

/** The same weekday `n` weeks later (lag 1930:173 1 §). */
export function addWeeks(date: PlainDate, n: number): PlainDate {
  return addDays(date, 7 * wholeNumber(n));
}

/**
 * The same number in the month `n` months later, else that month's last day (lag 1930:173 1 §).
 * All months are added at once: two steps of one month may end on another day.
 */
export function addMonths(date: PlainDate, n: number): PlainDate {
  const { year, month, day } = datePartsOf(date);
  const index = year * MONTHS_PER_YEAR + (month - 1) + wholeNumber(n);
  const endYear = Math.floor(index / MONTHS_PER_YEAR);
  const endMonth = (((index % MONTHS_PER_YEAR) + MONTHS_PER_YEAR) % MONTHS_PER_YEAR) + 1;
  return plainDateOf(endYear, endMonth, Math.min(day, daysInMonth(endYear, endMonth)));
}

/** The same day `n` years later; from 29 February to a common year: 28 February. */
export function addYears(date: PlainDate, n: number): PlainDate {
  return addMonths(date, MONTHS_PER_YEAR * wholeNumber(n));
}

/** Number of days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Monday = 1 to Sunday = 7. */
export function weekdayOf(date: PlainDate): Weekday {
  return weekdayOfDayNumber(dayNumber(date));
}

/**
 * Age in whole years on a day. Who is born on 29 February has the birthday on 28 February in
 * other years (lag 1930:173 1 §). Before the birth date the age is negative.
 */
export function ageOn(birthDate: PlainDate, on: PlainDate): number {
  const born = datePartsOf(birthDate);
  const { year } = datePartsOf(on);
  const birthday = plainDateOf(year, born.month, Math.min(born.day, daysInMonth(year, born.month)));
  return year - born.year - (on < birthday ? 1 : 0);
}

/** The earliest of the dates. */
export function minDate(first: PlainDate, ...others: readonly PlainDate[]): PlainDate {
  return others.reduce((least, date) => (date < least ? date : least), first);
}

/** The latest of the dates. */
export function maxDate(first: PlainDate, ...others: readonly PlainDate[]): PlainDate {
  return others.reduce((greatest, date) => (date > greatest ? date : greatest), first);
}

/** Days since 1970-01-01, for arithmetic; back with {@link plainDateOfDayNumber}. */
export function dayNumber(date: PlainDate): number {
  const { year, month, day } = datePartsOf(date);
  return dayNumberOf(year, month, day);
}

/** The date of a day number. Throws RangeError beyond the years 0001-9999. */
export function plainDateOfDayNumber(number: number): PlainDate {
  const { year, month, day } = datePartsOfDayNumber(number);
  return plainDateOf(year, month, day);
}

function wholeNumber(n: number): number {
  if (!Number.isSafeInteger(n)) throw new RangeError("Not a whole number");
  return n;
}
