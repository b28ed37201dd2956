import { canonicalJson, type Json } from "../kernel/canonical-json.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { boardTime, loadOrganisation } from "./commands/organisation.ts";
import { readProjected } from "./commands/project-others.ts";
import type { Projected, Store } from "./deps.ts";
import { inTenant, type Tx } from "./in-tenant.ts";
import { openPool } from "./pools.ts";
import type { Connection } from "./postgres/connection.ts";
import { compareTables, makeShadowTables, type Difference } from "./rebuild-compare.ts";
import { replayStream, type Replayed } from "./rebuild-replay.ts";
import { streamsOf, type StreamInLog } from "./rebuild-streams.ts";
import { statement } from "./statement.ts";
import type { Tenant } from "./tenant.ts";

/** What a rebuild beside the old found. */
export interface RebuildReport {
  readonly streams: number;
  /** Streams that are destroyed: nothing is left to fold. */
  readonly notFolded: number;
  readonly differences: readonly Difference[];
}

/** Compares rows of another part with what they would be now, and changes nothing. */
export type RowCheck = (tx: Tx, change: Projected) => Promise<readonly Difference[]>;

const STATE = statement(
  "rebuild_state",
  "select seq, state_version, state from stream_state where tenant = $1 and stream = $2",
);

/**
 * Folds every stream of a board anew and writes every projection beside the old ones, with the same
 * code that wrote those, and compares: states, each table by key, and by `checks` the rows of other parts
 * about each akt. Changes nothing. Works on a connection of its own that sees one moment; the new tables
 * vanish with it.
 */
export async function rebuildCheck(
  store: Store,
  connection: Connection,
  tenant: Tenant,
  checks: readonly RowCheck[] = [],
): Promise<RebuildReport> {
  const pool = openPool(connection, 1);
  try {
    return await inTenant(pool, tenant, (tx) => rebuildIn(store, tx, checks));
  } finally {
    await pool.end();
  }
}

async function rebuildIn(
  store: Store,
  tx: Tx,
  checks: readonly RowCheck[],
): Promise<RebuildReport> {
  await tx.run({ text: "set transaction isolation level repeatable read" });
  const { board } = await loadOrganisation(store, tx);
  const { today } = boardTime(store, board);
  await makeShadowTables(tx);
  const differences: Difference[] = [];
  const akter: Uuid[] = [];
  let [streams, notFolded] = [0, 0];
  for await (const stream of streamsOf(tx)) {
    streams += 1;
    const { firstType } = stream;
    if (firstType === "akt.created") akter.push(stream.stream);
    if (firstType === undefined) notFolded += 1;
    else differences.push(...(await rebuildStream(store, tx, { ...stream, firstType }, today)));
  }
  differences.push(...(await compareTables(tx)));
  if (checks.length === 0) return { streams, notFolded, differences };
  for (const akt of akter) {
    const change = await readProjected(store, tx, akt, today);
    // A state that is not there is a difference already.
    if (change === undefined) continue;
    for (const check of checks) differences.push(...(await check(tx, change)));
  }
  return { streams, notFolded, differences };
}

async function rebuildStream(
  store: Store,
  tx: Tx,
  { stream, firstType, seq }: StreamInLog & { readonly firstType: string },
  today: PlainDate,
): Promise<Difference[]> {
  const replayed = await replayStream(store, tx, stream, firstType, today);
  const [stored] = await tx.rows<{ seq: number; state_version: number; state: Json }>(STATE, [
    tx.tenant,
    stream,
  ]);
  const same =
    stored !== undefined &&
    stored.seq === seq &&
    (stored.state_version !== replayed.version || sameState(stored.state, replayed));
  return same ? [] : [{ table: "stream_state", key: stream, how: "different" }];
}

function sameState(stored: Json, replayed: Replayed): boolean {
  return canonicalJson(stored) === canonicalJson(replayed.state);
}
