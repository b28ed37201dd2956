import type { AktState } from "../../domain/akt-state.ts";
import type { RecordedEvent } from "../../domain/event.ts";

/** One event of an akt with the state after it. */
export interface AktStep {
  readonly event: RecordedEvent;
  readonly specDigest: string;
  readonly after: AktState;
}
