import { stockholmDate } from "../kernel/instant.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { ClockFact } from "../rules/clock-facts.ts";
import type { AktState, MatterState } from "./akt-state.ts";
import type { RecordedEvent } from "./event.ts";

/** An event type's part of the fold: the matter before and after. */
export type MatterReducer = (
  matter: MatterState,
  event: RecordedEvent,
  akt: AktState,
) => MatterState;

/** The matter of an event, made when the event is the first of it. */
export function withMatter(state: AktState, event: RecordedEvent, change: MatterReducer): AktState {
  const id = event.matter;
  if (id === undefined) return state;
  const before = numbered(state.matters[id] ?? emptyMatter(event), event);
  return { ...state, matters: { ...state.matters, [id]: change(before, event, state) } };
}

/** A matter keeps the number it got first, also when what started it was undone or moved away. */
function numbered(matter: MatterState, { body }: RecordedEvent): MatterState {
  const { matterNumber } = body;
  if (matterNumber === undefined || matter.number !== undefined) return matter;
  return { ...matter, number: matterNumber };
}

function emptyMatter(event: RecordedEvent): MatterState {
  return {
    matter: event.matter ?? event.actor,
    startedOn: stockholmDate(event.occurredAt),
    reports: [],
    preliminary: [],
    talks: { withChild: 0, alone: 0, homeVisits: 0, adults: [], participation: [] },
    decisions: [],
    acts: [],
    facts: [],
  };
}

/** The id an event of its type always carries; `decide` has put it there. */
export function idOf(event: RecordedEvent, name: string): Uuid {
  const id = event.body.ids[name];
  if (id === undefined) throw new Error(`event ${event.type} ${event.seq} lacks the id ${name}`);
  return id;
}

/** Adds a dated fact that clocks count from or are met by. */
export function addFact(
  matter: MatterState,
  event: RecordedEvent,
  name: string,
  more: Partial<ClockFact> = {},
): MatterState {
  const fact: ClockFact = {
    name,
    on: stockholmDate(event.occurredAt),
    at: event.occurredAt,
    id: `${event.seq}`,
    matter: matter.matter,
    ...more,
  };
  return { ...matter, facts: [...matter.facts, fact] };
}
