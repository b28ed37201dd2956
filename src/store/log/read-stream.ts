import type { RecordedEvent } from "../../domain/event.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Tx } from "../in-tenant.ts";
import { onceFor } from "../once-for.ts";
import { keptStatement, statement } from "../statement.ts";
import { parseBody, type EventRecord, type RetentionClass } from "./envelope.ts";

/** An event as its row has it, with what the chain says of it. */
export interface StoredEvent {
  readonly record: EventRecord;
  readonly salt: Buffer;
}

interface EventRow {
  readonly stream: Uuid;
  readonly seq: number;
  readonly matter: Uuid | null;
  readonly retention_class: RetentionClass;
  readonly type: string;
  readonly occurred_at: Instant;
  readonly recorded_at: Instant;
  readonly actor: Uuid;
  readonly command_id: Uuid;
  readonly spec_digest: string;
  readonly law_digest: string;
  readonly salt: Buffer;
  readonly body: string;
}

const COLUMNS = `stream, seq, matter, retention_class, type, occurred_at, recorded_at, actor,
    command_id, spec_digest, law_digest, salt, body`;

const STREAM = statement(
  "event_of_stream",
  `select ${COLUMNS} from event
   where tenant = $1 and stream = $2 and seq > $3 order by seq limit $4`,
);

const ONE = statement(
  "event_one",
  `select ${COLUMNS} from event where tenant = $1 and stream = $2 and seq = $3`,
);

const SOME = keptStatement(
  "event_some",
  `select ${COLUMNS} from event where tenant = $1 and stream = $2 and seq = any($3)`,
);

/** Notes are passed over by an index of the chronology of their own, however many they are. */
const LATEST_BUT_NOTES = keptStatement(
  "event_latest_but_notes",
  `select ${COLUMNS} from event
   where tenant = $1 and stream = $2 and seq = any(array(
     select c.seq from chronology c
     where c.tenant = $1 and c.akt = $2 and c.type <> 'note.signed' and c.type = any($3)
       and case when $4::uuid[] is null then c.matter is not null else c.matter = any($4) end
     order by c.seq desc limit $5))
   order by seq desc`,
);

const PAGE = 500;

/** The same rows give the same events. */
const storedOnce = onceFor<StoredEvent[]>();

/** All of a stream's events, oldest first. Only for rebuilding and checking: opening a child never reads the log. */
export async function readStream(tx: Tx, stream: Uuid): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (;;) {
    const after = events.at(-1)?.record.seq ?? 0;
    const rows = await tx.rows<EventRow>(STREAM, [tx.tenant, stream, after, PAGE]);
    for (const row of rows) events.push(storedEvent(tx, row));
    if (rows.length < PAGE) return events;
  }
}

/** One event; undefined where there is none, or where it has been destroyed. */
export async function findEvent(
  tx: Tx,
  stream: Uuid,
  seq: number,
): Promise<StoredEvent | undefined> {
  const [row] = await tx.rows<EventRow>(ONE, [tx.tenant, stream, seq]);
  return row === undefined ? undefined : storedEvent(tx, row);
}

/** Some events of a stream, in any order; one that has been destroyed or never was is left out. */
export async function findEvents(
  tx: Tx,
  stream: Uuid,
  seqs: readonly number[],
): Promise<StoredEvent[]> {
  const rows = await tx.rows<EventRow>(SOME, [tx.tenant, stream, seqs]);
  return storedOnce([rows], () => rows.map((row) => storedEvent(tx, row)));
}

/** Which of the latest events are wanted. */
export interface LatestEvents {
  readonly types: readonly string[];
  /** Undefined = all of them. */
  readonly matters: readonly Uuid[] | undefined;
  readonly limit: number;
}

/** The latest events of some types in some matters of an akt, newest first. Never notes. */
export async function findLatestButNotes(
  tx: Tx,
  akt: Uuid,
  wanted: LatestEvents,
): Promise<StoredEvent[]> {
  const { types, matters, limit } = wanted;
  const values = [tx.tenant, akt, types, matters ?? null, limit];
  const rows = await tx.rows<EventRow>(LATEST_BUT_NOTES, values);
  return storedOnce([rows], () => rows.map((row) => storedEvent(tx, row)));
}

/** The event as the fold reads it. */
export function recordedEvent(record: EventRecord): RecordedEvent {
  return {
    seq: record.seq,
    type: record.type,
    ...(record.matter === undefined ? {} : { matter: record.matter }),
    occurredAt: record.occurredAt,
    recordedAt: record.recordedAt,
    actor: record.actor,
    body: parseBody(record.body),
  };
}

function storedEvent(tx: Tx, row: EventRow): StoredEvent {
  const record: EventRecord = {
    tenant: tx.tenant,
    stream: row.stream,
    seq: row.seq,
    ...(row.matter === null ? {} : { matter: row.matter }),
    retentionClass: row.retention_class,
    type: row.type,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    actor: row.actor,
    commandId: row.command_id,
    specDigest: row.spec_digest,
    lawDigest: row.law_digest,
    body: row.body,
  };
  return { record, salt: row.salt };
}
