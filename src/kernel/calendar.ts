import { weekdayOfDayNumber } from "./civil.ts";
import { holidayDateIn } from "./holiday-rule.ts";
import type { HolidayRule } from "./holiday-rule.ts";
import { addDays, dayNumber, plainDateOfDayNumber, weekdayOf } from "./plain-date.ts";
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
  const years = new Map<string, ReadonlyMap<string, HolidayRule>>();

  function ruleOn(date: PlainDate): HolidayRule | undefined {
    const year = date.slice(0, 4);
    let days = years.get(year);
    if (days === undefined) {
      days = holidaysOfYear(rules, Number(year));
      years.set(year, days);
    }
    return days.get(date);
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
    addWorkdays: (date, n) => addWorkdays(isRestDay, date, n),
    restDaysBetween: (from, to) => restDaysBetween(isRestDay, from, to),
  };
}

type IsRestDay = (date: PlainDate) => boolean;

function nearestWorkday(isRestDay: IsRestDay, date: PlainDate, step: 1 | -1): PlainDate {
  let day = date;
  while (isRestDay(day)) day = addDays(day, step);
  return day;
}

function addWorkdays(isRestDay: IsRestDay, date: PlainDate, n: number): PlainDate {
  if (!Number.isSafeInteger(n)) throw new RangeError("Not a whole number");
  const step = n < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(n); left > 0; left -= 1) {
    day = nearestWorkday(isRestDay, addDays(day, step), step);
  }
  return day;
}

function restDaysBetween(
  isRestDay: IsRestDay,
  from: PlainDate,
  to: PlainDate,
): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let number = dayNumber(from); number <= dayNumber(to); number += 1) {
    const day = plainDateOfDayNumber(number);
    if (weekdayOfDayNumber(number) >= SATURDAY || isRestDay(day)) days.push(day);
  }
  return days;
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
    .filter((date) => Number(date.slice(0, 4)) === year);
}
