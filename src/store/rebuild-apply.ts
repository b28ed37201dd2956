import { stockholmDate } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { boardTime, findOrganisation } from "./commands/organisation.ts";
import { projectOthers } from "./commands/project-others.ts";
import type { Store } from "./deps.ts";
import { inTenant, type Tx } from "./in-tenant.ts";
import { replayStream } from "./rebuild-replay.ts";
import { streamsOf, type StreamInLog } from "./rebuild-streams.ts";
import { statement, type Statement } from "./statement.ts";
import type { Tenant } from "./tenant.ts";

/** What a stream of each kind is shown by; its rows are taken away before they are written anew. */
const KINDS: readonly {
  readonly kind: "unit" | "person" | "akt";
  readonly firstType: string;
  readonly remove: readonly Statement[];
}[] = [
  { kind: "unit", firstType: "board.made", remove: [] },
  {
    kind: "person",
    firstType: "person.registered",
    remove: ["person", "person_identity", "person_name", "person_named", "relation"].map((table) =>
      removal(table, "person"),
    ),
  },
  {
    kind: "akt",
    firstType: "akt.created",
    remove: ["akt", "matter", "clock", "chronology", "document"].map((table) =>
      removal(table, "akt"),
    ),
  },
];

function removal(table: string, column: string): Statement {
  return statement(
    `rebuild_remove_${table}`,
    `delete from ${table} where tenant = $1 and ${column} = $2`,
  );
}

const LOCK = statement(
  "rebuild_lock",
  "select 1 from stream_state where tenant = $1 and stream = $2 for update",
);

const SAVE = statement(
  "rebuild_save",
  `insert into stream_state (tenant, stream, kind, seq, hash, state_version, state)
   select $1, $2, $3, h.seq, h.hash, $4, $5 from event_head h
   where h.tenant = $1 and h.stream = $2 order by h.seq desc limit 1
   on conflict (tenant, stream) do update
   set seq = excluded.seq, hash = excluded.hash, state_version = excluded.state_version,
     state = excluded.state`,
);

/**
 * Writes every state, projection and row of other parts of a board anew from its log: after a change of the
 * law, by which clocks are computed, or of what a state or a row holds. One stream a transaction, units
 * and persons before akter, while the board is in use. Gives the number of streams written; one with
 * destroyed events is left as it is.
 */
export async function rebuildBoard(store: Store, tenant: Tenant): Promise<number> {
  const pool = store.pools.app;
  const streams = await inTenant(pool, tenant, (tx) => Array.fromAsync(streamsOf(tx)));
  let written = 0;
  for (const { kind, firstType, remove } of KINDS) {
    for (const stream of streams.filter((each) => each.firstType === firstType)) {
      await inTenant(pool, tenant, (tx) => rewrite(store, tx, stream, kind, firstType, remove));
      written += 1;
    }
  }
  return written;
}

async function rewrite(
  store: Store,
  tx: Tx,
  { stream }: StreamInLog,
  kind: string,
  firstType: string,
  remove: readonly Statement[],
): Promise<void> {
  await tx.rows(LOCK, [tx.tenant, stream]);
  const today = await todayOf(store, tx);
  for (const each of remove) await tx.run(each, [tx.tenant, stream]);
  const { version, state } = await replayStream(store, tx, stream, firstType, today);
  await tx.run(SAVE, [tx.tenant, stream, kind, version, JSON.stringify(state)]);
  if (kind === "akt") await projectOthers(store, tx, stream, today);
}

/** The board's today; the clock's while the unit stream itself is still to be rebuilt. */
async function todayOf(store: Store, tx: Tx): Promise<PlainDate> {
  const organisation = await findOrganisation(store, tx);
  if (organisation === undefined) return stockholmDate(store.clock.now());
  return boardTime(store, organisation.board).today;
}
