import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";
import { headOf, type StateRow, type StreamHead } from "./stream-state.ts";
import type { StreamFold } from "./streams.ts";

/** A state is at most 64 kB as text; whoever works with a child opens it again and again. */
const MOST_KNOWN = 100;

/** The state is left out when the stream still ends where it did. */
const READ = statement(
  "stream_state_unless_known",
  `select seq, hash, state_version, case when hash = $3 then null else state end as state
   from stream_state where tenant = $1 and stream = $2`,
);

/** Reads the state of a stream for somebody who only looks. */
export type KnownStates<S> = (tx: Tx, stream: Uuid) => Promise<StreamHead<S> | undefined>;

/**
 * The states of streams read lately, kept as long as the end of their chain is the same: what has been read,
 * unpacked and derived of them once need not be again. A state never changes.
 */
export function keepStates<S>(fold: StreamFold<S>, most = MOST_KNOWN): KnownStates<S> {
  const known = new Map<string, StreamHead<S>>();
  return async (tx, stream) => {
    const key = `${tx.tenant} ${stream}`;
    const kept = known.get(key);
    const values = [tx.tenant, stream, kept?.hash ?? null];
    const [row] = await tx.rows<StateRow<S | null>>(READ, values);
    known.delete(key);
    if (row === undefined) return undefined;
    const { state } = row;
    const head = state === null ? kept : await headOf(tx, fold, stream, { ...row, state });
    if (head === undefined) throw new Error("A state was left out that is not known");
    known.set(key, head);
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    return head;
  };
}
