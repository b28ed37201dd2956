import { createHash } from "node:crypto";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { inForce } from "../../rules/look-up.ts";
import type { Law } from "../../rules/types.ts";
import { boardTime, loadOrganisation } from "../commands/organisation.ts";
import type { Store } from "../deps.ts";
import { inTenant, type Tx } from "../in-tenant.ts";
import { manyRows } from "../many-rows.ts";
import { statement } from "../statement.ts";
import type { Tenant } from "../tenant.ts";
import { findMunicipality, retainedOfAkter, type RetainedMatter } from "./retained-akter.ts";

interface ListRow {
  readonly made_by: string;
  readonly through_no: string;
  readonly scanned: Uuid | null;
  /** It knows of events that are not there: the board was moved, and its events have other numbers. */
  readonly ahead?: boolean;
}

const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

const BEGIN = statement(
  "retention_list_begin",
  `insert into retention_list (tenant, made_by, through_no, scanned)
   values ($1, '', 0, '${BEFORE_ALL}') on conflict do nothing`,
);
const MADE = statement(
  "retention_list_made",
  "select made_by, through_no::text, scanned from retention_list where tenant = $1",
);
const LOCK = statement(
  "retention_list_lock",
  `select made_by, through_no::text, scanned,
     through_no > coalesce((select max(no) from event_head where tenant = $1), 0) as ahead
   from retention_list where tenant = $1 for update`,
);
/** From the beginning: what has happened until now is in the states that are read. */
const ANEW = statement(
  "retention_list_anew",
  `update retention_list set made_by = $2, scanned = '${BEFORE_ALL}', through_no = h.no,
     latest_on = h.day
   from (select coalesce(max(no), 0) as no, max(recorded_on) as day
     from event_head where tenant = $1) h
   where tenant = $1`,
);
/** Numbers of events are given in order and committed in nearly that order: the last ones are looked at once more. */
const ONCE_MORE = 200;
/** The akter something has happened in, or to whose child. */
const CHANGED = statement(
  "retention_list_changed",
  `with news as (select array_agg(distinct stream) as streams from event_head
     where tenant = $1 and no > $2)
   select a.akt from akt a where a.tenant = $1 and a.akt = any((select streams from news)::uuid[])
   union
   select a.akt from akt a where a.tenant = $1 and a.person = any((select streams from news)::uuid[])`,
);
const THROUGH = statement(
  "retention_list_through",
  `update retention_list l set through_no = greatest(l.through_no, n.no),
     latest_on = greatest(l.latest_on, n.day)
   from (select max(no) as no, max(recorded_on) as day from event_head
     where tenant = $1 and no > $2) n
   where l.tenant = $1 and n.no is not null`,
);
const NEXT = statement(
  "retention_list_next",
  "select akt from akt where tenant = $1 and akt > $2 order by akt limit $3",
);
const SCANNED = statement(
  "retention_list_scanned",
  "update retention_list set scanned = $2 where tenant = $1",
);
const CLEAR = statement(
  "retention_matter_clear",
  "delete from retention_matter where tenant = $1 and akt = any($2::uuid[])",
);
const INSERT = manyRows(
  statement(
    "retention_matter_insert",
    `insert into retention_matter (tenant, matter, akt, number, akter, rule, section, decision,
     earliest, latest, open, known)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
  ),
);

/** So many akter are read and written at a time. */
const PAGE = 500;
/** What somebody who looks waits for at most; the program goes on with the rest by itself. */
export const AT_A_LOOK = 4000;

/**
 * Brings the list of a board up to now: what has happened since it was last looked at, and, where the rules or the
 * municipality are others or it is made for the first time, every akt anew, `most` of them at a time. Says whether
 * all have been looked through. Reads states, never the log.
 */
export async function refreshRetention(
  tx: Tx,
  law: Law,
  today: PlainDate,
  most = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  await tx.run(BEGIN, [tx.tenant]);
  const madeBy = await makingOf(tx, law, today);
  const [list] = await tx.rows<ListRow>(LOCK, [tx.tenant]);
  if (list === undefined) throw new Error("The list of retention is not there");
  const anew = list.made_by !== madeBy || list.ahead === true;
  if (anew) await tx.run(ANEW, [tx.tenant, madeBy]);
  else {
    const after = Number(list.through_no) - ONCE_MORE;
    const changed = await tx.rows<{ akt: Uuid }>(CHANGED, [tx.tenant, after]);
    await tx.run(THROUGH, [tx.tenant, after]);
    const akter = changed.map(({ akt }) => akt);
    for (let at = 0; at < akter.length; at += PAGE) {
      await writeAkter(tx, law, akter.slice(at, at + PAGE), today);
    }
  }
  return scan(tx, law, today, { from: anew ? BEFORE_ALL : list.scanned, most });
}

async function scan(
  tx: Tx,
  law: Law,
  today: PlainDate,
  { from, most }: { readonly from: string | null; readonly most: number },
): Promise<boolean> {
  let last = from;
  for (let seen = 0; last !== null; seen += PAGE) {
    if (seen >= most) return false;
    const rows: { akt: Uuid }[] = await tx.rows<{ akt: Uuid }>(NEXT, [tx.tenant, last, PAGE]);
    await writeAkter(
      tx,
      law,
      rows.map(({ akt }) => akt),
      today,
    );
    last = rows.length < PAGE ? null : (rows.at(-1)?.akt ?? null);
    await tx.run(SCANNED, [tx.tenant, last]);
  }
  return true;
}

/** Writes the lines of some akter anew, and of those that are about the same children. */
async function writeAkter(
  tx: Tx,
  law: Law,
  akter: readonly Uuid[],
  today: PlainDate,
): Promise<void> {
  if (akter.length === 0) return;
  const own = await retainedOfAkter(tx, law, akter, today);
  const asked = new Set(akter);
  const linked = [...new Set(own.flatMap((each) => each.akter))].filter((akt) => !asked.has(akt));
  const others = linked.length === 0 ? [] : await retainedOfAkter(tx, law, linked, today);
  await tx.run(CLEAR, [tx.tenant, [...akter, ...linked]]);
  for (const each of [...own, ...others]) tx.write(INSERT, [tx.tenant, ...valuesOf(each)]);
  await tx.flush();
}

function valuesOf({ matter, akt, number, akter, retention }: RetainedMatter): readonly unknown[] {
  const { rule, decision, earliest, latest, open, lacks } = retention;
  const of = [rule?.row.id ?? "", rule?.row.cited ?? "", decision, earliest ?? null];
  return [matter, akt, number ?? null, akter, ...of, latest ?? null, open, lacks.length === 0];
}

/** The rules, those in force, and the municipality: with others the days may be others. */
async function makingOf(tx: Tx, law: Law, today: PlainDate): Promise<string> {
  const inUse = law.retention.flatMap((row, at) => (inForce(row, today) ? [at] : []));
  const by = JSON.stringify([(await findMunicipality(tx)) ?? "", inUse, law.retention]);
  return createHash("sha256").update(by).digest("hex");
}

/** Goes on with a list that is being made from the beginning, in steps; nothing where none is. */
export async function continueRetention(store: Store, tenant: Tenant): Promise<void> {
  for (;;) {
    const more = await inTenant(store.pools.app, tenant, async (tx) => {
      const [list] = await tx.rows<ListRow>(MADE, [tx.tenant]);
      if (list === undefined || list.scanned === null) return false;
      const { board } = await loadOrganisation(store, tx);
      const { today } = boardTime(store, board);
      return !(await refreshRetention(tx, store.law.law, today, AT_A_LOOK));
    });
    if (!more) return;
  }
}
