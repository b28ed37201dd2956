import type { RecordedEvent } from "../../domain/event.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { readLatestButNotes, type EventView } from "../../store/views/read-akt.ts";

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
