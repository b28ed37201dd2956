import type { PlainDate } from "../../kernel/plain-date.ts";

/** Follow-up of the child's situation after an investigation without a measure, or after a placement. */
export interface FollowUp23State {
  readonly decidedOn: PlainDate;
  readonly consent: string;
  /** The last day by the decision. */
  readonly until?: PlainDate;
  /** The day of the next follow-up, as it was last set. */
  readonly nextOn?: PlainDate;
  /** Contacts so far, and those where the child was without a guardian. */
  readonly contacts?: number;
  readonly childAlone?: number;
  readonly endedOn?: PlainDate;
}
