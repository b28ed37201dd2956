import type { StreamKind } from "../../domain/event.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../in-tenant.ts";
import { manyUpdates, type TypedColumn } from "../many-rows.ts";
import { statement, type Statement } from "../statement.ts";
import { recordedEvent, readStream } from "./read-stream.ts";
import { foldAll, type StreamFold } from "./streams.ts";

/** A stream as it stands: its fold, the number of its last event and the end of its chain. */
export interface StreamHead<S> {
  readonly state: S;
  readonly seq: number;
  readonly hash: Buffer;
}

/** The columns of a stored fold. */
export interface StateRow<S> {
  /** Where the statement has not chosen streams of one kind. */
  readonly of_kind?: StreamKind;
  readonly seq: number;
  readonly hash: Buffer;
  readonly state_version: number;
  readonly state: S;
}

const LOCK = statement(
  "stream_state_lock",
  `select kind as of_kind, seq, hash, state_version, state from stream_state
   where tenant = $1 and stream = $2 for update`,
);

const READ = statement(
  "stream_state_read",
  "select kind as of_kind, seq, hash, state_version, state from stream_state where tenant = $1 and stream = $2",
);

const INSERT = statement(
  "stream_state_insert",
  `insert into stream_state (tenant, stream, kind, seq, hash, state_version, state)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);

const KEY: readonly TypedColumn[] = [
  ["tenant", "int"],
  ["stream", "uuid"],
];
const END: readonly TypedColumn[] = [
  ["seq", "int"],
  ["hash", "bytea"],
];
const UPDATE: Statement = {
  ...statement(
    "stream_state_update",
    `update stream_state set seq = $3, hash = $4, state_version = $5, state = $6
   where tenant = $1 and stream = $2`,
  ),
  many: manyUpdates("stream_state", KEY, [...END, ["state_version", "int"], ["state", "json"]]),
};

/** A state of any size stays where it is, and none of it is written again. */
const UPDATE_END: Statement = {
  ...statement(
    "stream_state_update_end",
    "update stream_state set seq = $3, hash = $4 where tenant = $1 and stream = $2",
  ),
  many: manyUpdates("stream_state", KEY, END),
};

/**
 * States that the row of their stream holds as they are, by this version of the fold: those read and those
 * written. One that was undone after all is never found again, as the end of its chain is not.
 */
const stored = new WeakSet<object>();

/**
 * Locks a stream for the rest of the transaction and gives it as it stands; undefined when it has no
 * event yet. Streams are locked in ascending order of their ids, so that no two commands wait for each other.
 */
export async function lockStream<S extends object>(
  tx: Tx,
  fold: StreamFold<S>,
  stream: Uuid,
): Promise<StreamHead<S> | undefined> {
  const [row] = await tx.rows<StateRow<S>>(LOCK, [tx.tenant, stream]);
  if (row === undefined) return undefined;
  if (row.of_kind !== fold.kind) throw new StreamOfOtherKind();
  return headOf(tx, fold, stream, row);
}

/** Somebody has given the id of a person for an akt, or the like: nothing is there by that name. */
export class StreamOfOtherKind extends Error {
  readonly statusCode = 404;
}

/** The stream as it stands, without a lock; undefined when it has no event or is of another kind. */
export async function readStreamState<S extends object>(
  tx: Tx,
  fold: StreamFold<S>,
  stream: Uuid,
): Promise<StreamHead<S> | undefined> {
  const [row] = await tx.rows<StateRow<S>>(READ, [tx.tenant, stream]);
  return row?.of_kind === fold.kind ? headOf(tx, fold, stream, row) : undefined;
}

/** The state of a row; folded anew from the log when it was written by another version of the fold. */
export async function headOf<S extends object>(
  tx: Tx,
  fold: StreamFold<S>,
  stream: Uuid,
  row: StateRow<S>,
): Promise<StreamHead<S>> {
  const { seq, hash, state } = row;
  if (row.state_version === fold.version) {
    stored.add(state);
    return { state, seq, hash };
  }
  const events = await readStream(tx, stream);
  const folded = foldAll(
    fold,
    stream,
    events.map((event) => recordedEvent(event.record)),
  );
  if (folded === undefined) throw new Error(`The log of stream ${stream} is empty`);
  return { state: folded, seq, hash };
}

/** Writes the fold after its events; `isNew` when the stream began with them. */
export function saveStream<S extends object>(
  tx: Tx,
  fold: { readonly kind: StreamKind; readonly version: number },
  stream: Uuid,
  head: StreamHead<S>,
  isNew: boolean,
): void {
  const state = JSON.stringify(head.state);
  stored.add(head.state);
  if (isNew) {
    tx.write(INSERT, [tx.tenant, stream, fold.kind, head.seq, head.hash, fold.version, state]);
  } else {
    tx.write(UPDATE, [tx.tenant, stream, head.seq, head.hash, fold.version, state]);
  }
}

/**
 * Writes the end of a chain whose new events left the state as it was (`before`, as the row has it), which is
 * not written again: a note does not cost more where more is known. False where the row may hold another one.
 */
export function saveEnd<S extends object>(
  tx: Tx,
  stream: Uuid,
  head: StreamHead<S>,
  before: S,
): boolean {
  if (!stored.has(before)) return false;
  stored.add(head.state);
  tx.write(UPDATE_END, [tx.tenant, stream, head.seq, head.hash]);
  return true;
}
