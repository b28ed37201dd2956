import type { AktState } from "../../domain/akt-state.ts";
import type { RecordedEvent } from "../../domain/event.ts";
import { goalsOf } from "../../domain/measure/find-measure.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { onceFor } from "../../store/once-for.ts";
import { readEvents, readLatestButNotes, type EventView } from "../../store/views/read-akt.ts";

/** Event types whose text stands on the child's page; everything else of the log stays unread. */
const SHOWN_TYPES = [
  "report.received",
  "application.received",
  "protection.assessed",
  "decision.made",
  "talk.signed",
  "act.recorded",
  "letter.answered",
  "plan.made",
  "plan.revised",
  "instrument.scored",
  "basis.fixed",
  "basis.signed",
  "implementation-plan.made",
  "implementation-plan.revised",
  "contact-plan.made",
  "contact-plan.revised",
];
const MOST_EVENTS = 150;

/** The events the page quotes from, newest first, of some matters; of all when none are named. */
export function quotedEvents(
  tx: Tx,
  akt: Uuid,
  matters?: ReadonlySet<Uuid>,
): Promise<readonly EventView[]> {
  return readLatestButNotes(tx, akt, {
    types: SHOWN_TYPES,
    matters: matters === undefined ? undefined : [...matters],
    limit: MOST_EVENTS,
  });
}

/**
 * The quoted events with those that hold the words of goals. They are nearly always among the latest already:
 * the log is asked again only for a goal that is older than all of those.
 */
export async function withGoalEvents(
  tx: Tx,
  state: AktState,
  readable: ReadonlySet<string>,
  events: readonly EventView[],
): Promise<readonly EventView[]> {
  const known = new Set(events.map(({ event }) => event.seq));
  const lacking = Object.values(state.matters)
    .filter(({ matter }) => readable.has(matter))
    .flatMap(goalsOf)
    .map(({ seq }) => seq)
    .filter((seq) => !known.has(seq));
  if (lacking.length === 0) return events;
  const found = await readEvents(tx, state.akt, lacking);
  return goalsOnce([events, found], () =>
    [...events, ...found.values()].toSorted((a, b) => b.event.seq - a.event.seq),
  );
}

const goalsOnce = onceFor<readonly EventView[]>();

/** The newest event of a type that concerns a thing by one of its ids. */
export function eventAbout(
  events: readonly EventView[],
  type: string,
  name: string,
  id: string,
): EventView | undefined {
  return events.find(({ event }) => event.type === type && event.body.ids[name] === id);
}

/** The newest version of the decision basis of the akt, with its content. */
export function latestBasis(events: readonly EventView[]): RecordedEvent | undefined {
  return events.find(({ event }) => event.body.content !== undefined)?.event;
}
