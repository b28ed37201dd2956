import type { FactValue } from "../kernel/expression/types.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";

/**
 * A dated fact of one akt that may start, meet or end a clock. `name` as in the deadline rows
 * (`report.received`, `investigation.opened` ...), `id` the event or item behind it.
 */
export interface ClockFact {
  readonly name: string;
  readonly on: PlainDate;
  /** The moment, where known; orders facts of the same day. */
  readonly at?: Instant;
  readonly id: string;
  readonly matter: string;
  /** The person or party it concerns. */
  readonly subject?: string;
  readonly report?: string;
  readonly investigation?: string;
  readonly decision?: string;
  readonly measure?: string;
  readonly placement?: string;
  /** Codes, dates, numbers and yes/no as they stand in the event; never narrative. */
  readonly data?: Readonly<Record<string, FactValue | undefined>>;
}
