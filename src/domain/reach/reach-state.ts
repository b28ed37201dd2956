import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";

/** A matter opened for reading by name: for whom, by whom and until when. Why stands in the event. */
export interface LoanState {
  readonly loan: Uuid;
  readonly staff: Uuid;
  readonly by: Uuid;
  readonly on: PlainDate;
  /** The last day, included. */
  readonly until: PlainDate;
}

/** Somebody outside the board who carries out a measure, and reads its assignment: linked by whom and until when. */
export interface AppointmentState {
  readonly appointment: Uuid;
  readonly measure: Uuid;
  readonly staff: Uuid;
  readonly by: Uuid;
  readonly on: PlainDate;
  /** The first day, where one was said; else that of the measure. */
  readonly from?: PlainDate;
  /** The last day, included. */
  readonly until: PlainDate;
  /** Ended before its day; who read until then had a task. */
  readonly endedOn?: PlainDate;
}

/** Somebody who is kept out of the whole akt for a conflict of interest; `ground` is a code of `conflict-ground`. */
export interface BarState {
  readonly bar: Uuid;
  readonly staff: Uuid;
  readonly by: Uuid;
  readonly on: PlainDate;
  readonly ground?: string;
}
