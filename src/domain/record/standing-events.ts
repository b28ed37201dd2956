import { parseInstant } from "../../kernel/instant.ts";
import type { RecordedEvent } from "../event.ts";
import { codesOf, numberOf, textOf } from "../read.ts";

/** Event types that name an earlier event of the stream and change how it counts. */
export const CORRECTED = "record.corrected";
export const UNDONE = "record.undone";
export const MOVED = "record.moved";

/** The answer that names the entries that were moved with another, by their numbers. */
export const MOVED_WITH = "movedWith";

/**
 * The events of an akt as they count, each at its own place: a corrected one with the data it should have had
 * from the beginning, one that was undone or moved to another akt not at all. The events that say so stay.
 */
export function standingEvents(
  events: readonly RecordedEvent[],
): readonly (RecordedEvent | undefined)[] {
  const latest = new Map<number, RecordedEvent>();
  for (const event of events) {
    for (const entry of entriesNamed(event)) latest.set(entry, event);
  }
  return events.map((event) => standing(event, latest.get(event.seq)));
}

/** An event as it counts after the latest correction of it; undefined when it was undone or moved away. */
export function standing(
  event: RecordedEvent,
  correction: RecordedEvent | undefined,
): RecordedEvent | undefined {
  if (correction === undefined) return event;
  if (correction.type === UNDONE || correction.type === MOVED) return undefined;
  const { data, content } = correction.body;
  const occurredAt = parseInstant(textOf(data["happenedAt"]) ?? "") ?? event.occurredAt;
  return { ...event, occurredAt, body: { ...event.body, data: content ?? event.body.data } };
}

/** Whether an event changes how an earlier one counts, so that the akt is folded anew. */
export function changesThePast(event: Pick<RecordedEvent, "type">): boolean {
  return event.type === CORRECTED || event.type === UNDONE || event.type === MOVED;
}

function entriesNamed(event: RecordedEvent): readonly number[] {
  return changesThePast(event) ? changedEntries(event) : [];
}

/** The entries an event of this kind is about: the one that was named, and those that were moved with it. */
export function changedEntries({ body }: Pick<RecordedEvent, "body">): readonly number[] {
  const { entry, [MOVED_WITH]: others } = body.data;
  return [numberOf(entry), ...codesOf(others).map(Number)].filter((seq) => seq !== undefined);
}
