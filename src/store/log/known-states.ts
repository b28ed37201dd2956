import type { AktState } from "../../domain/akt-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../in-tenant.ts";
import { statement, type Statement } from "../statement.ts";
import { headOf, type StateRow, type StreamHead } from "./stream-state.ts";
import { aktFold, type StreamFold } from "./streams.ts";

/** A state is mostly under 64 kB as text, for a child reported time after time more; whoever works with a child opens it again and again. */
const MOST_KNOWN = 40;

/** The state is left out when the stream still ends where it did. */
const READ = statement(
  "stream_state_unless_known",
  `select kind as of_kind, seq, hash, state_version, case when hash = $3 then null else state end as state
   from stream_state where tenant = $1 and stream = $2`,
);

/** The same, locked until the transaction ends. */
const LOCKED = `select kind as of_kind, seq, hash, state_version, case when hash = $3 then null else state end as state
   from stream_state where tenant = $1 and stream = $2 for update`;
const LOCK = statement("stream_state_lock_unless_known", LOCKED);
const LOCK_FREE = statement("stream_state_lock_free", `${LOCKED} skip locked`);

/** Several at once, in the order of their ids, as everybody locks them; those that are held by others are left out. */
const LOCK_SOME_FREE = statement(
  "stream_state_lock_some_free",
  `select stream, kind as of_kind, seq, hash, state_version,
     case when hash = any($3::bytea[]) then null else state end as state
   from stream_state where tenant = $1 and stream = any($2::uuid[])
   order by stream for update skip locked`,
);

/** The states of streams, some of them from memory. A stream of another kind is as if it were not there. */
export interface KnownStates<S> {
  /** For somebody who only looks. */
  read(tx: Tx, stream: Uuid): Promise<StreamHead<S> | undefined>;
  /** Locks the stream for the rest of the transaction. */
  lock(tx: Tx, stream: Uuid): Promise<StreamHead<S> | undefined>;
  /** As `lock`, but a stream that somebody else has locked is as if it were not there. */
  lockFree(tx: Tx, stream: Uuid): Promise<StreamHead<S> | undefined>;
  /** As `lockFree` for several at once, by stream. */
  lockSomeFree(tx: Tx, streams: readonly Uuid[]): Promise<ReadonlyMap<Uuid, StreamHead<S>>>;
  /**
   * Keeps what a command has made of a state. Should the command be undone after all, the end of its chain is
   * never found in the database.
   */
  keep(tx: Tx, stream: Uuid, head: StreamHead<S>): void;
}

/**
 * The states of streams read lately, kept as long as the end of their chain is the same: what has been read,
 * unpacked and derived of them once need not be again. A state never changes.
 */
export function keepStates<S extends object>(
  fold: StreamFold<S>,
  most = MOST_KNOWN,
): KnownStates<S> {
  const known = new Map<string, StreamHead<S>>();
  const keyOf = (tx: Tx, stream: Uuid) => `${tx.tenant} ${stream}`;
  function keep(tx: Tx, stream: Uuid, head: StreamHead<S>): void {
    const key = keyOf(tx, stream);
    known.delete(key);
    known.set(key, head);
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
  }
  async function find(how: Statement, tx: Tx, stream: Uuid): Promise<StreamHead<S> | undefined> {
    const kept = known.get(keyOf(tx, stream));
    const values = [tx.tenant, stream, kept?.hash ?? null];
    const [row] = await tx.rows<StateRow<S | null>>(how, values);
    return row?.of_kind === fold.kind ? found(tx, stream, row, kept) : undefined;
  }
  async function found(
    tx: Tx,
    stream: Uuid,
    row: StateRow<S | null>,
    kept: StreamHead<S> | undefined,
  ): Promise<StreamHead<S>> {
    const { state } = row;
    const head = state === null ? kept : await headOf(tx, fold, stream, { ...row, state });
    if (head === undefined) throw new Error("A state was left out that is not known");
    keep(tx, stream, head);
    return head;
  }
  async function lockSomeFree(tx: Tx, streams: readonly Uuid[]) {
    const kept = new Map(streams.map((stream) => [stream, known.get(keyOf(tx, stream))]));
    const hashes = [...kept.values()].flatMap((head) => head?.hash ?? []);
    const values = [tx.tenant, streams, hashes];
    const rows = await tx.rows<StateRow<S | null> & { stream: Uuid }>(LOCK_SOME_FREE, values);
    const heads = await Promise.all(
      rows
        .filter((row) => row.of_kind === fold.kind)
        .map(
          async (row) =>
            [row.stream, await found(tx, row.stream, row, kept.get(row.stream))] as const,
        ),
    );
    return new Map(heads);
  }
  return {
    read: (tx, stream) => find(READ, tx, stream),
    lock: (tx, stream) => find(LOCK, tx, stream),
    lockFree: (tx, stream) => find(LOCK_FREE, tx, stream),
    lockSomeFree,
    keep,
  };
}

/** The akter that were read or written lately. */
export const aktStates: KnownStates<AktState> = keepStates(aktFold);
