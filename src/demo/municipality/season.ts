import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import type { Dice } from "./dice.ts";
import type { Rates } from "./files.ts";

/** Who reports from a school or preschool, which are closed in their holidays. */
const OF_SCHOOLS = new Set(["school", "preschool", "pupil-health"]);

/** Holidays of schools as month and day, both included; the last one goes over New Year. */
const SCHOOL_HOLIDAYS = [
  ["06-14", "08-16"],
  ["10-28", "11-02"],
  ["12-21", "12-31"],
  ["01-01", "01-08"],
] as const;
/** Days when most people are away. */
const QUIET_DAYS = [
  ["07-01", "07-31"],
  ["12-22", "12-31"],
  ["01-01", "01-06"],
] as const;

/** Whether schools are closed so many days from today. */
export function isHoliday(today: PlainDate, day: number): boolean {
  return isIn(SCHOOL_HOLIDAYS, addDays(today, day));
}

/** The weights of who reports when schools are closed: they hardly do. */
export function weightsInHolidays(
  weights: Readonly<Record<string, number>>,
  rates: Rates,
): Readonly<Record<string, number>> {
  const { schools } = rates.invented.holidays;
  return Object.fromEntries(
    Object.entries(weights).map(([who, weight]) => [
      who,
      OF_SCHOOLS.has(who) ? weight * schools : weight,
    ]),
  );
}

/** The day, or in quiet times mostly one of the weeks after them. */
export function reportedOn(
  dice: Dice,
  rates: Rates,
  today: PlainDate,
  day: number,
  ofSchools: boolean,
): number {
  const on = addDays(today, day);
  const { schools, others } = rates.invented.holidays;
  const share = ofSchools && isIn(SCHOOL_HOLIDAYS, on) ? schools : others;
  const quiet = isIn(QUIET_DAYS, on) || (ofSchools && isIn(SCHOOL_HOLIDAYS, on));
  if (!quiet || dice.chance(share)) return day;
  return Math.min(-1, day + dice.integer(PUT_OFF[0], PUT_OFF[1]));
}

const PUT_OFF = [21, 70] as const;

/** Whether most of those who report of such a thing are schools. */
export function isOfSchools(weights: Readonly<Record<string, number>>): boolean {
  const sum = (of: readonly (readonly [string, number])[]) =>
    of.reduce((total, [, weight]) => total + weight, 0);
  const all = Object.entries(weights);
  return 2 * sum(all.filter(([who]) => OF_SCHOOLS.has(who))) > sum(all);
}

function isIn(periods: readonly (readonly [string, string])[], on: PlainDate): boolean {
  const day = on.slice(5);
  return periods.some(([from, to]) => from <= day && day <= to);
}
