import type { RecordedEvent } from "../event.ts";

/** The event that takes a joining of two records back. */
export const PARTED = "person.parted";

/**
 * The events of a person as they count, each at its own place: what a joining brought, and what came by it
 * afterwards, is left out once the two were parted. What was recorded of the person itself stays.
 */
export function standingPersonEvents(
  events: readonly RecordedEvent[],
): readonly (RecordedEvent | undefined)[] {
  const parted = new Set(
    events.flatMap(({ type, body }) => (type === PARTED ? [body.ids["joining"]] : [])),
  );
  if (parted.size === 0) return events;
  return events.map((event) => {
    const { joining } = event.body.ids;
    const gone = event.type !== PARTED && joining !== undefined && parted.has(joining);
    return gone ? undefined : event;
  });
}
