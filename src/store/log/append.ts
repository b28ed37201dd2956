import type { DomainEvent, RecordedEvent, StreamKind } from "../../domain/event.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import type { Tx } from "../in-tenant.ts";
import { manyGuardedRows, manyRows } from "../many-rows.ts";
import { statement } from "../statement.ts";
import type { Tenant } from "../tenant.ts";
import {
  bodyText,
  FIRST_HASH,
  linkHash,
  payloadHash,
  SALT_BYTES,
  type EventRecord,
  type RetentionClass,
} from "./envelope.ts";
import { LOG_GUARD } from "./guard.ts";

/** What all events of one command share. */
export interface Origin {
  readonly tenant: Tenant;
  readonly commandId: Uuid;
  readonly specDigest: string;
  readonly lawDigest: string;
  readonly randomBytes: (length: number) => Uint8Array;
}

/** An event chained to the one before it, not yet written. */
export interface Link {
  readonly event: RecordedEvent;
  readonly record: EventRecord;
  readonly salt: Uint8Array;
  readonly prevHash: Uint8Array;
  readonly hash: Buffer;
  readonly payloadHash: Buffer;
}

/** Where a chain ends; undefined for a stream that begins. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** Chains an event to the end of its stream. */
export function chain(
  end: ChainEnd | undefined,
  kind: StreamKind,
  stream: Uuid,
  event: DomainEvent,
  origin: Origin,
): Link {
  const seq = (end?.seq ?? 0) + 1;
  const record: EventRecord = {
    tenant: origin.tenant,
    stream,
    seq,
    ...(event.matter === undefined ? {} : { matter: event.matter }),
    retentionClass: retentionClassOf(kind, event),
    type: event.type,
    occurredAt: event.occurredAt,
    recordedAt: event.recordedAt,
    actor: event.actor,
    commandId: origin.commandId,
    specDigest: origin.specDigest,
    lawDigest: origin.lawDigest,
    body: bodyText(event.body),
  };
  const salt = origin.randomBytes(SALT_BYTES);
  const prevHash = end?.hash ?? FIRST_HASH;
  const payload = payloadHash(record, salt);
  const hash = linkHash(prevHash, record, payload);
  return { event: { ...event, seq }, record, salt, prevHash, hash, payloadHash: payload };
}

const INSERT_HEAD = manyGuardedRows(
  statement(
    "event_head_insert",
    `with ${LOG_GUARD}
   insert into event_head (tenant, stream, seq, prev_hash, hash, payload_hash, recorded_on)
   select $1::int, $2::uuid, $3::int, $4::bytea, $5::bytea, $6::bytea, $7::date from log_guard`,
  ),
);

const INSERT_EVENT = manyRows(
  statement(
    "event_insert",
    `insert into event (tenant, stream, seq, matter, retention_class, type, occurred_at, recorded_at,
     actor, command_id, spec_digest, law_digest, salt, body)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
  ),
);

/** Writes an event and its link. Fails on the primary key when somebody else wrote that place first. */
export function append(tx: Tx, link: Link): void {
  const { record } = link;
  tx.write(INSERT_HEAD, [
    record.tenant,
    record.stream,
    record.seq,
    link.prevHash,
    link.hash,
    link.payloadHash,
    stockholmDate(record.recordedAt),
  ]);
  tx.write(INSERT_EVENT, [
    record.tenant,
    record.stream,
    record.seq,
    record.matter ?? null,
    record.retentionClass,
    record.type,
    record.occurredAt,
    record.recordedAt,
    record.actor,
    record.commandId,
    record.specDigest,
    record.lawDigest,
    link.salt,
    record.body,
  ]);
}

function retentionClassOf(kind: StreamKind, event: DomainEvent): RetentionClass {
  return kind === "akt" && event.matter !== undefined ? "matter" : kind;
}
