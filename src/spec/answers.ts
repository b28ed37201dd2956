import type { Calendar } from "../kernel/calendar.ts";
import type { FactValue, MISSING_CODES } from "../kernel/expression/types.ts";
import type { PlainDate } from "../kernel/plain-date.ts";

/** What is answered to one field. An unanswered field is absent, or says why with `missing`. */
export type AnswerValue =
  | string
  | number
  | boolean
  | readonly string[]
  | MissingAnswer
  | readonly AnswerItem[];

export interface MissingAnswer {
  readonly missing: (typeof MISSING_CODES)[number];
}

/** One item of a list answer. Items keep the id they got in the draft, for ever. */
export interface AnswerItem {
  readonly id: string;
  readonly [field: string]: AnswerValue;
}

export type Answers = Readonly<Record<string, AnswerValue>>;

/** What the conditions of a document may look at besides its answers. */
export interface AnswerContext {
  readonly facts?: Readonly<Record<string, FactValue | undefined>>;
  readonly today?: PlainDate;
  readonly calendar?: Calendar;
}
