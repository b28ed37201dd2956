import { aktStateVersion, applyAkt } from "../../domain/apply.ts";
import type { AktState } from "../../domain/akt-state.ts";
import type { RecordedEvent, StreamKind } from "../../domain/event.ts";
import { applyPerson, personStateVersion } from "../../domain/person/apply-person.ts";
import { standingPersonEvents } from "../../domain/person/standing-person-events.ts";
import type { PersonState } from "../../domain/person/person-state.ts";
import { applyUnit, unitStateVersion } from "../../domain/unit/apply-unit.ts";
import type { UnitState } from "../../domain/unit/unit-state.ts";
import { standingEvents } from "../../domain/record/standing-events.ts";
import type { Uuid } from "../../kernel/ids.ts";

/** How the streams of one kind are folded. */
export interface StreamFold<S> {
  readonly kind: StreamKind;
  /** A stored state of another version is folded anew from the log. */
  readonly version: number;
  apply(state: S | undefined, event: RecordedEvent, stream: Uuid): S;
  /** The events as they count, where a later one can change that: each at its place, or left out. */
  readonly standing?: (events: readonly RecordedEvent[]) => readonly (RecordedEvent | undefined)[];
}

export const aktFold: StreamFold<AktState> = {
  kind: "akt",
  version: aktStateVersion,
  apply: applyAkt,
  standing: standingEvents,
};

export const personFold: StreamFold<PersonState> = {
  kind: "person",
  version: personStateVersion,
  apply: applyPerson,
  standing: standingPersonEvents,
};

export const unitFold: StreamFold<UnitState> = {
  kind: "unit",
  version: unitStateVersion,
  apply: applyUnit,
};

/** Every event of a stream in order, folded into its state; undefined for a stream without events. */
export function foldAll<S>(
  fold: StreamFold<S>,
  stream: Uuid,
  events: readonly RecordedEvent[],
): S | undefined {
  let state: S | undefined;
  for (const event of fold.standing?.(events) ?? events) {
    if (event !== undefined) state = fold.apply(state, event, stream);
  }
  return state;
}
