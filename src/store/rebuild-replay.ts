import type { RecordedEvent } from "../domain/event.ts";
import { standingEvents } from "../domain/record/standing-events.ts";
import type { Json } from "../kernel/canonical-json.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Store } from "./deps.ts";
import type { Tx } from "./in-tenant.ts";
import { readStream, recordedEvent, type StoredEvent } from "./log/read-stream.ts";
import { aktFold, foldAll, personFold, unitFold, type StreamFold } from "./log/streams.ts";
import { projectAkt } from "./projections/akt.ts";
import type { AktStep } from "./projections/akt-step.ts";
import { projectChildren } from "./persons/person-streams.ts";
import { projectPerson } from "./projections/person.ts";
import { projectRelations } from "./projections/relation.ts";
import { projectUnit } from "./projections/unit.ts";

/** A stream folded from its first event. */
export interface Replayed {
  readonly version: number;
  readonly state: Json;
}

/**
 * Folds a stream from the log and writes all its projections as if for the first time. Which kind of
 * stream it is follows from its first event.
 */
export async function replayStream(
  store: Store,
  tx: Tx,
  stream: Uuid,
  firstType: string,
  today: PlainDate,
): Promise<Replayed> {
  const stored = await readStream(tx, stream);
  const events = stored.map((event) => recordedEvent(event.record));
  switch (firstType) {
    case "akt.created":
      return replayAkt(store, tx, stream, stored, events);
    case "person.registered": {
      const state = folded(personFold, stream, events);
      await projectPerson(tx, state, today);
      projectRelations(tx, undefined, state);
      await projectChildren(tx, { after: state }, today);
      return replayed(personFold, state);
    }
    case "board.made": {
      const state = folded(unitFold, stream, events);
      await projectUnit(tx, undefined, state);
      return replayed(unitFold, state);
    }
    default:
      throw new Error(`No stream begins with ${firstType}`);
  }
}

async function replayAkt(
  store: Store,
  tx: Tx,
  akt: Uuid,
  stored: readonly StoredEvent[],
  events: readonly RecordedEvent[],
): Promise<Replayed> {
  const steps: AktStep[] = [];
  const standing = standingEvents(events);
  for (const [index, event] of events.entries()) {
    const record = stored[index]?.record;
    if (record === undefined) continue;
    const counts = standing[index];
    const before = steps.at(-1)?.after;
    const after = counts === undefined ? before : aktFold.apply(before, counts, akt);
    if (after === undefined) continue;
    steps.push({ event, specDigest: record.specDigest, after });
  }
  const after = steps.at(-1)?.after;
  if (after === undefined) throw new Error(`The log of stream ${akt} is empty`);
  await projectAkt(tx, { before: undefined, after, steps }, store.law.law, store.calendar);
  return replayed(aktFold, after);
}

function folded<S>(fold: StreamFold<S>, stream: Uuid, events: readonly RecordedEvent[]): S {
  const state = foldAll(fold, stream, events);
  if (state === undefined) throw new Error(`The log of stream ${stream} is empty`);
  return state;
}

function replayed<S>(fold: StreamFold<S>, state: S): Replayed {
  // As the database keeps it: members that are undefined are not there.
  const parsed = parseState(JSON.stringify(state));
  return { version: fold.version, state: parsed };
}

function parseState(text: string): Json {
  return JSON.parse(text) as Json;
}
