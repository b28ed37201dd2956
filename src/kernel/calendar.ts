import { holidayDateIn } from "./holiday-rule.ts";
import type { HolidayRule } from "./holiday-rule.ts";
import { addDays, dayNumber, plainDateOf, plainDateOfDayNumber, weekdayOf } from "./plain-date.ts";
import type { PlainDate } from "./plain-date.ts";

export type { DateRule, HolidayRule, MonthDay } from "./holiday-rule.ts";

const SATURDAY = 6;

/** Which days count as rest days, made from holiday rules with {@link makeCalendar}. */
export interface Calendar {
  /** Saturday, Sunday, holiday or an eve that counts like one (lag 1930:173 2 §). */
  isRestDay(date: PlainDate): boolean;
  /** A public holiday by name (lag 1989:253); ordinary Sundays and eves are not. */
  isHoliday(date: PlainDate): boolean;
  /** Name of the holiday or eve on a date. */
  holidayName(date: PlainDate): { readonly sv: string; readonly en: string } | undefined;
  /** The first day on or after `date` that is not a rest day. */
  nextWorkday(date: PlainDate): PlainDate;
  /** The last day on or before `date` that is not a rest day. */
  previousWorkday(date: PlainDate): PlainDate;
  /** The n-th day after `date` that is not a rest day; before it where n < 0; itself where 0. */
  addWorkdays(date: PlainDate, n: number): PlainDate;
  /** All rest days from `from` to `to`, both included. */
  restDaysBetween(from: PlainDate, to: PlainDate): readonly PlainDate[];
}

/**
 * Makes a calendar from rules. Years are computed when first asked for and then kept. Where two
 * rules give the same date a holiday goes before an eve, else the first rule.
 */
export function makeCalendar(rules: readonly HolidayRule[]): Calendar {
  const holidays = cachedByYear((year) => holidaysOfYear(rules, year));
  const workdays = cachedByYear((year) =>
    daysBetweenIncluded(plainDateOf(year, 1, 1), plainDateOf(year, 12, 31)).filter(
      (day) => !isRestDay(day),
    ),
  );

  function ruleOn(date: PlainDate): HolidayRule | undefined {
    return holidays(yearOf(date)).get(date);
  }
  function isRestDay(date: PlainDate): boolean {
    return weekdayOf(date) >= SATURDAY || ruleOn(date) !== undefined;
  }
  return {
    isRestDay,
    isHoliday: (date) => ruleOn(date)?.kind === "holiday",
    holidayName: (date) => ruleOn(date)?.name,
    nextWorkday: (date) => nearestWorkday(isRestDay, date, 1),
    previousWorkday: (date) => nearestWorkday(isRestDay, date, -1),
    addWorkdays: (date, n) => addWorkdays(workdays, date, n),
    restDaysBetween: (from, to) => daysBetweenIncluded(from, to).filter(isRestDay),
  };
}

type IsRestDay = (date: PlainDate) => boolean;
type WorkdaysOfYear = (year: number) => readonly PlainDate[];

function nearestWorkday(isRestDay: IsRestDay, date: PlainDate, step: 1 | -1): PlainDate {
  let day = date;
  while (isRestDay(day)) day = addDays(day, step);
  return day;
}

/** Goes by whole years, so that a large number costs no more than a small one. */
function addWorkdays(workdays: WorkdaysOfYear, date: PlainDate, n: number): PlainDate {
  if (!Number.isSafeInteger(n)) throw new RangeError("Not a whole number");
  if (n === 0) return date;
  let year = yearOf(date);
  // Workdays of the year that the count does not go over.
  const at = countBefore(workdays(year), date, n > 0);
  let index = n > 0 ? at + n - 1 : at + n;
  while (index < 0) {
    year -= 1;
    index += workdays(year).length;
  }
  while (index >= workdays(year).length) {
    index -= workdays(year).length;
    year += 1;
  }
  const day = workdays(year)[index];
  if (day === undefined) throw new RangeError("No such workday");
  return day;
}

/** How many of some days in order lie before a day, or on it: found by halves. */
function countBefore(days: readonly PlainDate[], date: PlainDate, included: boolean): number {
  let [from, to] = [0, days.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const day = days[middle] ?? date;
    if (day < date || (included && day === date)) from = middle + 1;
    else to = middle;
  }
  return from;
}

function daysBetweenIncluded(from: PlainDate, to: PlainDate): readonly PlainDate[] {
  const first = dayNumber(from);
  const length = Math.max(0, dayNumber(to) - first + 1);
  return Array.from({ length }, (_, at) => plainDateOfDayNumber(first + at));
}

function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

function cachedByYear<T>(make: (year: number) => T): (year: number) => T {
  const years = new Map<number, T>();
  return (year) => {
    const known = years.get(year) ?? make(year);
    years.set(year, known);
    return known;
  };
}

function holidaysOfYear(
  rules: readonly HolidayRule[],
  year: number,
): ReadonlyMap<string, HolidayRule> {
  const days = new Map<string, HolidayRule>();
  const inForce = rules.filter(
    (rule) => year >= (rule.validFrom ?? year) && year <= (rule.validTo ?? year),
  );
  const holidaysFirst = [
    ...inForce.filter((rule) => rule.kind === "holiday"),
    ...inForce.filter((rule) => rule.kind === "eve"),
  ];
  for (const rule of holidaysFirst) {
    for (const date of datesInYear(rule, year)) {
      if (!days.has(date)) days.set(date, rule);
    }
  }
  return days;
}

/** A rule of a neighbouring year may fall in this one, as the day before 1 January does. */
function datesInYear(rule: HolidayRule, year: number): readonly PlainDate[] {
  const candidates = [year - 1, year, year + 1].filter((each) => each >= 1 && each <= 9999);
  return candidates
    .map((candidate) => holidayDateIn(rule.rule, candidate))
    .filter((date) => date !== undefined)
    .filter((date) => yearOf(date) === year);
}
