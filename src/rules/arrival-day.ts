import type { Calendar } from "../kernel/calendar.ts";
import { addDays, type PlainDate } from "../kernel/plain-date.ts";
import { findCode } from "../spec/lookup.ts";
import type { Pack } from "../spec/types.ts";

/** How a document reached the authority, and the day somebody there got it. */
export interface Arrival {
  readonly foundOn: PlainDate;
  /** Code of codelist `arrival-way`; its group says which day counts. */
  readonly way: string;
  /** It is unlikely that it could have been fetched the workday before: then that day does not count. */
  readonly notThereBefore: boolean;
}

const CODELIST = "arrival-way";
/** Group of the ways that count as the workday before. */
const WORKDAY_BEFORE = "workday-before";
/** The one way that the exception is for: a notice of something that lay at the post office. */
const NOTIFIED = "notified";

/**
 * The day a document arrived (FL 22 §): the day it reached the authority or an authorised officer. What lay in
 * the mailbox at the first emptying of a day, and what a notice of a paid postal item is about, counts as the
 * workday before; the latter not where it is unlikely that it was set apart for the authority by then. An
 * unknown way counts as the day itself.
 */
export function arrivalDay(pack: Pack, arrival: Arrival, calendar: Calendar): PlainDate {
  const { foundOn, way, notThereBefore } = arrival;
  if (findCode(pack, CODELIST, way)?.group !== WORKDAY_BEFORE) return foundOn;
  if (way === NOTIFIED && notThereBefore) return foundOn;
  return calendar.previousWorkday(addDays(foundOn, -1));
}
