import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Enclosure } from "./enclosures.ts";

/** A letter that was sent. A reporter and a body are told by what they are, never by name. */
export interface LetterState {
  readonly letter: Uuid;
  readonly kind: string;
  readonly recipient: string;
  readonly person?: Uuid;
  readonly on: PlainDate;
  readonly way?: string;
  readonly answerBy?: PlainDate;
  readonly answeredOn?: PlainDate;
  /** Whether the child understood its own version, by what it said. */
  readonly understood?: string;
  readonly report?: Uuid;
  readonly decision?: Uuid;
  /** The print that was sent. */
  readonly file?: Uuid;
  /** What went with it; absent where nothing did. */
  readonly enclosed?: readonly Enclosure[];
  /** Who handed it over or sent it. */
  readonly by?: Uuid;
  /** The child's answer holds words of its own: the event, and the codes of who may read them. */
  readonly said?: {
    readonly seq: number;
    readonly on: PlainDate;
    readonly visibleTo: readonly string[];
  };
}
