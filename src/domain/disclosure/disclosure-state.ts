import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";

/** A request for documents of the akt, what was decided of it, and that they were handed over. Its words stay in the log. */
export interface DisclosureState {
  readonly disclosure: Uuid;
  readonly seq: number;
  readonly on: PlainDate;
  /** Code of codelist `disclosure-kind`. */
  readonly kind: string;
  /** The child or guardians who ask; nobody where it is somebody else. */
  readonly by: readonly Uuid[];
  readonly decided?: {
    readonly seq: number;
    readonly on: PlainDate;
    /** Code of codelist `disclosure-outcome`. */
    readonly outcome: string;
    readonly by: Uuid;
  };
  readonly handedOn?: PlainDate;
  /** The copy that was handed over. */
  readonly file?: Uuid;
}
