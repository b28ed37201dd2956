import { canonicalJson, type Json } from "../kernel/canonical-json.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { boardTime, loadOrganisation } from "./commands/organisation.ts";
import type { Store } from "./deps.ts";
import { inTenant, type Tx } from "./in-tenant.ts";
import { openPool } from "./pools.ts";
import type { Connection } from "./postgres/connection.ts";
import { compareTables, makeShadowTables, type Difference } from "./rebuild-compare.ts";
import { replayStream, type Replayed } from "./rebuild-replay.ts";
import { statement } from "./statement.ts";
import type { Tenant } from "./tenant.ts";

/** What a rebuild beside the old found. */
export interface RebuildReport {
  readonly streams: number;
  /** Streams with destroyed events: they can't be folded from the beginning any more. */
  readonly notFolded: number;
  readonly differences: readonly Difference[];
}

interface StreamRow {
  readonly stream: Uuid;
  readonly type: string | null;
  readonly links: number;
  readonly events: number;
}

const STREAMS = statement(
  "rebuild_streams",
  `select h.stream, count(*)::int as links, count(e.seq)::int as events,
     min(e.type) filter (where e.seq = 1) as type
   from event_head h
   left join event e on e.tenant = h.tenant and e.stream = h.stream and e.seq = h.seq
   where h.tenant = $1 and h.stream > $2
   group by h.stream order by h.stream limit $3`,
);

const STATE = statement(
  "rebuild_state",
  "select seq, state_version, state from stream_state where tenant = $1 and stream = $2",
);

const PAGE = 200;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/**
 * Folds every stream of a board anew and writes every projection beside the old ones, with the same
 * code that wrote those, and compares: states, and each table by key. Changes nothing. Works on a
 * connection of its own that sees one moment; the new tables vanish with it.
 */
export async function rebuildCheck(
  store: Store,
  connection: Connection,
  tenant: Tenant,
): Promise<RebuildReport> {
  const pool = openPool(connection, 1);
  try {
    return await inTenant(pool, tenant, (tx) => rebuildIn(store, tx));
  } finally {
    await pool.end();
  }
}

async function rebuildIn(store: Store, tx: Tx): Promise<RebuildReport> {
  await tx.run({ text: "set transaction isolation level repeatable read" });
  const { board } = await loadOrganisation(store, tx);
  const { today } = boardTime(store, board);
  await makeShadowTables(tx);
  const differences: Difference[] = [];
  let [streams, notFolded] = [0, 0];
  let last: Uuid | typeof BEFORE_ALL = BEFORE_ALL;
  for (;;) {
    const rows: StreamRow[] = await tx.rows<StreamRow>(STREAMS, [tx.tenant, last, PAGE]);
    for (const row of rows) {
      streams += 1;
      last = row.stream;
      if (row.events < row.links || row.type === null) notFolded += 1;
      else differences.push(...(await rebuildStream(store, tx, row, row.type, today)));
    }
    if (rows.length < PAGE) break;
  }
  differences.push(...(await compareTables(tx)));
  return { streams, notFolded, differences };
}

async function rebuildStream(
  store: Store,
  tx: Tx,
  row: StreamRow,
  firstType: string,
  today: PlainDate,
): Promise<Difference[]> {
  const replayed = await replayStream(store, tx, row.stream, firstType, today);
  const [stored] = await tx.rows<{ seq: number; state_version: number; state: Json }>(STATE, [
    tx.tenant,
    row.stream,
  ]);
  const same =
    stored !== undefined &&
    stored.seq === replayed.seq &&
    (stored.state_version !== replayed.version || sameState(stored.state, replayed));
  return same ? [] : [{ table: "stream_state", key: row.stream, how: "different" }];
}

function sameState(stored: Json, replayed: Replayed): boolean {
  return canonicalJson(stored) === canonicalJson(replayed.state);
}
