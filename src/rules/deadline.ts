import type { Calendar } from "../kernel/calendar.ts";
import { instantOfLocal, instantOfMillis, millisOf, stockholmLocal } from "../kernel/instant.ts";
import type { LocalDateTime } from "../kernel/instant.ts";
import {
  addDays,
  addMonths,
  addWeeks,
  addYears,
  datePartsOf,
  maxDate,
  parsePlainDate,
  plainDateOf,
} from "../kernel/plain-date.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { problem } from "../kernel/problem.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import type { DeadlineRow, Period, PeriodUnit, Roll } from "./types.ts";

const MS_PER_HOUR = 3_600_000;

/** The three days of a deadline: the law's own day, the last lawful day, the day to work to. */
export interface Deadline {
  readonly nominal: PlainDate;
  readonly legalLatest: PlainDate;
  readonly target: PlainDate;
}

/**
 * The days of a deadline counted from `on` (lag 1930:173 1-2 §§). `fixedDay` is the day a decision
 * has set, for rules whose period is such a day; `due` the moment a period in hours ends, of which the days
 * are its day, never moved. Refuses hours without one (`deadline.hours`) and a missing fixed day
 * (`deadline.day-not-set`), which no date answers.
 */
export function computeDeadline(
  row: Pick<DeadlineRow, "period" | "roll">,
  on: PlainDate,
  calendar: Calendar,
  fixedDay?: PlainDate,
  due?: LocalDateTime,
): Result<Deadline> {
  const { period } = row;
  if ("fixed" in period) {
    if (fixedDay === undefined) return fail(problem("deadline.day-not-set"));
    return ok(roundDeadline(fixedDay, row.roll, on, calendar));
  }
  if ("monthDay" in period) {
    return ok(roundDeadline(dayOfLaterYear(on, period), row.roll, on, calendar));
  }
  if (period.unit === "hour") return daysOfMoment(due);
  if (period.unit === "workday") {
    // Workdays end on a workday by themselves, so nothing is left to move.
    const day = calendar.addWorkdays(on, period.n);
    return ok({ nominal: day, legalLatest: day, target: day });
  }
  return ok(roundDeadline(addPeriod(on, period.n, period.unit), row.roll, on, calendar));
}

/** The moments of a period in hours; undefined for any other period. */
export function hoursFrom(
  period: Period,
  from: LocalDateTime | undefined,
): { readonly from: LocalDateTime; readonly due: LocalDateTime } | undefined {
  if (from === undefined || !("unit" in period) || period.unit !== "hour") return undefined;
  return { from, due: computeHours(from, period.n) };
}

function daysOfMoment(due: LocalDateTime | undefined): Result<Deadline> {
  const day = due === undefined ? undefined : parsePlainDate(due.slice(0, "YYYY-MM-DD".length));
  if (day === undefined) return fail(problem("deadline.hours"));
  return ok({ nominal: day, legalLatest: day, target: day });
}

/** The end of a period in hours, in real hours across the change of summer time; never moved. */
export function computeHours(from: LocalDateTime, hours: number): LocalDateTime {
  return stockholmLocal(instantOfMillis(millisOf(instantOfLocal(from)) + hours * MS_PER_HOUR));
}

/** The day `n` units after `on` by the calendar; the start day itself is not counted. */
export function addPeriod(
  on: PlainDate,
  n: number,
  unit: Exclude<PeriodUnit, "hour" | "workday">,
): PlainDate {
  switch (unit) {
    case "day":
      return addDays(on, n);
    case "week":
      return addWeeks(on, n);
    case "month":
      return addMonths(on, n);
    case "year":
      return addYears(on, n);
  }
}

function roundDeadline(
  nominal: PlainDate,
  roll: Roll,
  start: PlainDate,
  calendar: Calendar,
): Deadline {
  return {
    nominal,
    legalLatest: roll === "no" ? nominal : calendar.nextWorkday(nominal),
    // Never before the day it starts: a duty of the same day on a Sunday is due that Sunday.
    target: maxDate(start, calendar.previousWorkday(nominal)),
  };
}

function dayOfLaterYear(
  on: PlainDate,
  period: Extract<Period, { readonly monthDay: string }>,
): PlainDate {
  const month = Number(period.monthDay.slice(0, 2));
  const day = Number(period.monthDay.slice(3, 5));
  return plainDateOf(datePartsOf(on).year + period.addYears, month, day);
}
