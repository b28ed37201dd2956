import type { CaseEvent, CaseFile } from "./case-file.ts";

/** An event with its number in the file and its place in the order the board learnt of things. */
export interface PlacedEvent {
  readonly event: CaseEvent;
  readonly index: number;
  readonly place: number;
}

/** The events of a case in the order they were recorded. */
export interface Timeline {
  readonly events: readonly PlacedEvent[];
  find(id: string): PlacedEvent | undefined;
  /** The events of a matter and of these kinds that were recorded before a place, the latest last. */
  before(place: number, matter: string, kinds: readonly string[]): readonly PlacedEvent[];
  /** As `before`, for those recorded after. */
  after(place: number, matter: string, kinds: readonly string[]): readonly PlacedEvent[];
}

/** When the board learnt of an event. */
export function recordedAt(event: CaseEvent) {
  return event.recordedAt ?? event.occurredAt;
}

/** Puts the events of a case in the order they were recorded; in the same minute as the file has them. */
export function makeTimeline(file: CaseFile): Timeline {
  const events = file.timeline
    .map((event, index) => ({ event, index }))
    .toSorted((a, b) => compare(recordedAt(a.event), recordedAt(b.event)) || a.index - b.index)
    .map((each, place) => ({ ...each, place }));
  const byId = new Map(events.map((placed) => [placed.event.id, placed]));
  const ofMatter = (matter: string, kinds: readonly string[]) => (placed: PlacedEvent) =>
    kinds.includes(placed.event.kind) && placed.event.matters.includes(matter);
  return {
    events,
    find: (id) => byId.get(id),
    before: (place, matter, kinds) =>
      events.filter((placed) => placed.place < place).filter(ofMatter(matter, kinds)),
    after: (place, matter, kinds) =>
      events.filter((placed) => placed.place > place).filter(ofMatter(matter, kinds)),
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
