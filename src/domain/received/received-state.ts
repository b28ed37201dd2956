import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";

/** A document that came into a matter: what citing it needs. What it says lives in the log and its file. */
export interface ReceivedState {
  readonly document: Uuid;
  readonly seq: number;
  /** The day it counts as arrived (FL 22 §). */
  readonly on: PlainDate;
  /** Of its file, where they can be counted. */
  readonly pages?: number;
  /** Its original; absent where it was pasted as text. */
  readonly file?: Uuid;
  readonly mediaType?: string;
  readonly kind?: string;
  readonly sender?: string;
  /** Codes of codelist `secrecy-mark`; absent where there are none. */
  readonly marks?: readonly string[];
  /** Persons it must not be shown to; absent where there are none. */
  readonly hiddenFrom?: readonly string[];
}
