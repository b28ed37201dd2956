import type { Uuid } from "../kernel/ids.ts";
import { stockholmDate, type Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Tx } from "./in-tenant.ts";
import { FIRST_HASH, linkHash, payloadHash, type RetentionClass } from "./log/envelope.ts";
import { statement } from "./statement.ts";

/** The first place where a stream's chain does not hold. */
export interface BrokenChain {
  readonly stream: Uuid;
  readonly seq: number;
  readonly reason:
    | "number-missing"
    | "chain-broken"
    | "hash-wrong"
    | "event-changed"
    | "event-missing"
    | "day-differs"
    | "event-without-link"
    | "end-differs";
}

/** What a check of the log found. `destroyed` events are lawfully gone; their links stand. */
export interface LogReport {
  readonly streams: number;
  readonly events: number;
  readonly destroyed: number;
  readonly broken: readonly BrokenChain[];
}

interface LinkRow {
  readonly stream: Uuid;
  readonly seq: number;
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
  readonly payload_hash: Buffer;
  readonly recorded_on: PlainDate;
  /** False where a moment has parts that no event was ever written with. */
  readonly whole: boolean | null;
  /** The event is gone, and a destruction run says that it took it. */
  readonly lawful: boolean;
  readonly matter: Uuid | null;
  readonly retention_class: RetentionClass | null;
  readonly type: string | null;
  readonly occurred_at: Instant | null;
  readonly recorded_at: Instant | null;
  readonly actor: Uuid | null;
  readonly command_id: Uuid | null;
  readonly spec_digest: string | null;
  readonly law_digest: string | null;
  readonly salt: Buffer | null;
  readonly body: string | null;
}

const LINKS = statement(
  "verify_links",
  `select h.stream, h.seq, h.prev_hash, h.hash, h.payload_hash, h.recorded_on, e.matter, e.retention_class, e.type,
     e.occurred_at, e.recorded_at, e.actor, e.command_id, e.spec_digest, e.law_digest, e.salt,
     e.body, date_trunc('milliseconds', e.occurred_at) = e.occurred_at
       and date_trunc('milliseconds', e.recorded_at) = e.recorded_at as whole,
     l.run is not null as lawful
   from event_head h
   left join event e on e.tenant = h.tenant and e.stream = h.stream and e.seq = h.seq
   left join retention_link l on e.seq is null and l.tenant = h.tenant and l.stream = h.stream
     and l.seq = h.seq
   where h.tenant = $1 and (h.stream, h.seq) > ($2, $3)
   order by h.stream, h.seq limit $4`,
);

const UNLINKED = statement(
  "verify_unlinked",
  `select e.stream, min(e.seq) as seq from event e
   where e.tenant = $1 and not exists (
     select from event_head h
     where h.tenant = e.tenant and h.stream = e.stream and h.seq = e.seq)
   group by e.stream order by e.stream`,
);

const ENDS = statement(
  "verify_ends",
  `select s.stream, s.seq from stream_state s
   left join event_head h on h.tenant = s.tenant and h.stream = s.stream and h.seq = s.seq
   where s.tenant = $1 and (h.hash is distinct from s.hash or exists (
     select from event_head later
     where later.tenant = s.tenant and later.stream = s.stream and later.seq > s.seq))
   order by s.stream`,
);

const PAGE = 500;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/**
 * Recomputes every payload hash and every chain of a board, and says for each stream the first place
 * that does not hold. Reads the log page by page; give it a transaction that sees one moment
 * (repeatable read) on a board in use.
 */
export async function verifyLog(tx: Tx): Promise<LogReport> {
  const broken = new Map<Uuid, BrokenChain>();
  const streams = new Set<Uuid>();
  let last: LinkRow | undefined;
  let events = 0;
  let destroyed = 0;
  for (;;) {
    const after = last === undefined ? [BEFORE_ALL, 0] : [last.stream, last.seq];
    const rows = await tx.rows<LinkRow>(LINKS, [tx.tenant, ...after, PAGE]);
    for (const row of rows) {
      streams.add(row.stream);
      events += 1;
      if (row.body === null) destroyed += 1;
      const reason = faultOf(tx, row, last?.stream === row.stream ? last : undefined);
      if (reason !== undefined) note(broken, { stream: row.stream, seq: row.seq, reason });
      last = row;
    }
    if (rows.length < PAGE) break;
  }
  await noteStrays(tx, broken);
  return { streams: streams.size, events, destroyed, broken: [...broken.values()] };
}

/** Events without a link, and streams whose end is another than their state says. */
async function noteStrays(tx: Tx, broken: Map<Uuid, BrokenChain>): Promise<void> {
  const [unlinked, ends] = await Promise.all([
    tx.rows<{ stream: Uuid; seq: number }>(UNLINKED, [tx.tenant]),
    tx.rows<{ stream: Uuid; seq: number }>(ENDS, [tx.tenant]),
  ]);
  for (const row of unlinked) note(broken, { ...row, reason: "event-without-link" });
  for (const row of ends) note(broken, { ...row, reason: "end-differs" });
}

function note(broken: Map<Uuid, BrokenChain>, found: BrokenChain): void {
  const known = broken.get(found.stream);
  if (known === undefined || found.seq < known.seq) broken.set(found.stream, found);
}

function faultOf(
  tx: Tx,
  row: LinkRow,
  before: LinkRow | undefined,
): BrokenChain["reason"] | undefined {
  if (row.seq !== (before?.seq ?? 0) + 1) return "number-missing";
  if (!row.prev_hash.equals(before?.hash ?? FIRST_HASH)) return "chain-broken";
  const place = { tenant: tx.tenant, stream: row.stream, seq: row.seq };
  if (!linkHash(row.prev_hash, place, row.payload_hash).equals(row.hash)) return "hash-wrong";
  const computed = payloadOf(tx, row);
  if (computed === undefined || row.recorded_at === null) {
    return row.lawful ? undefined : "event-missing";
  }
  if (row.whole !== true || !computed.equals(row.payload_hash)) return "event-changed";
  // Until a seal covers the day, the event itself tells it.
  return stockholmDate(row.recorded_at) === row.recorded_on ? undefined : "day-differs";
}

/** The payload hash of a row as it stands; undefined where the event has been destroyed. */
function payloadOf(tx: Tx, row: LinkRow): Buffer | undefined {
  const { matter, retention_class, type, occurred_at, recorded_at, actor, command_id } = row;
  const { spec_digest, law_digest, salt, body } = row;
  if (
    retention_class === null ||
    type === null ||
    occurred_at === null ||
    recorded_at === null ||
    actor === null ||
    command_id === null ||
    spec_digest === null ||
    law_digest === null ||
    salt === null ||
    body === null
  ) {
    return undefined;
  }
  const record = {
    tenant: tx.tenant,
    stream: row.stream,
    seq: row.seq,
    ...(matter === null ? {} : { matter }),
    retentionClass: retention_class,
    type,
    occurredAt: occurred_at,
    recordedAt: recorded_at,
    actor,
    commandId: command_id,
    specDigest: spec_digest,
    lawDigest: law_digest,
    body,
  };
  return payloadHash(record, salt);
}
