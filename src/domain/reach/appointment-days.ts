import { maxDate, minDate, type PlainDate } from "../../kernel/plain-date.ts";
import type { MatterState } from "../akt-state.ts";
import { findMeasure } from "../measure/find-measure.ts";
import type { AppointmentState } from "./reach-state.ts";

/** The days somebody outside the board reaches an assignment, both included. */
export interface AppointmentDays {
  readonly since: PlainDate;
  readonly until: PlainDate;
}

/**
 * When a link lets its performer read: not before the assignment was given, nor before the first day of the link or
 * the measure, and not after the link, the measure or the matter has ended (OSL 26:1, SoLPuL 10 §). Undefined while
 * the assignment is not given, and where no day is left.
 */
export function appointmentDays(
  matter: MatterState,
  { measure: id, on, from, until, endedOn }: AppointmentState,
): AppointmentDays | undefined {
  const measure = findMeasure(matter, id);
  if (measure?.orderedOn === undefined) return undefined;
  const since = maxDate(on, from ?? measure.from ?? on, measure.orderedOn);
  const ends = [measure.to, measure.end?.on, matter.closedOn, endedOn];
  const last = minDate(until, ...ends.flatMap((day) => day ?? []));
  return since <= last ? { since, until: last } : undefined;
}

/** Whether a link lets its performer read on a day. One that was ended before its day lets nobody read any more. */
export function performsOn(matter: MatterState, link: AppointmentState, day: PlainDate): boolean {
  const days = link.endedOn === undefined ? appointmentDays(matter, link) : undefined;
  return days !== undefined && days.since <= day && day <= days.until;
}
