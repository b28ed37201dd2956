import type { Instant } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

/** One thing of a run's list. Ids stand only while it waits. */
export interface RunItem {
  readonly item: number;
  readonly kind: "matter" | "rows" | "person";
  readonly akt: Uuid | null;
  readonly matter: Uuid | null;
  readonly person: Uuid | null;
  readonly number: string | null;
  readonly rule: string;
  readonly section: string;
  readonly earliest: PlainDate | null;
  readonly latest: PlainDate | null;
  readonly seq: number | null;
  readonly scope: Readonly<Record<string, unknown>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly state: "waiting" | "done" | "left";
  readonly leftWhy: string | null;
}

const COLUMNS = `item, kind, akt, matter, person, number, rule, section, earliest, latest, seq, scope,
     counts, state, left_why as "leftWhy"`;

const PAGE = statement(
  "retention_items",
  `select ${COLUMNS} from retention_item
   where tenant = $1 and run = $2 and item > $3 order by item limit $4`,
);
const MATTERS = statement(
  "retention_item_matters",
  `select ${COLUMNS} from retention_item
   where tenant = $1 and run = $2 and item > $3 and kind = 'matter' order by item limit $4`,
);
const COUNT = statement(
  "retention_item_count",
  `select count(*) filter (where kind = 'matter')::int as matters,
     coalesce(sum((scope->>'rows')::int) filter (where kind = 'rows'), 0)::int as rows
   from retention_item where tenant = $1 and run = $2`,
);
const NEXT = statement(
  "retention_item_next",
  `select ${COLUMNS} from retention_item
   where tenant = $1 and run = $2 and state = 'waiting' and kind = $3 order by item limit $4`,
);
const SETTLE = statement(
  "retention_item_settle",
  `update retention_item set state = $4, left_why = $5, counts = $6, done_at = $7, akt = null,
     matter = null, person = null
   where tenant = $1 and run = $2 and item = $3`,
);
const MOVE_ON = statement(
  "retention_item_move_on",
  `update retention_item set seq = $4
   where tenant = $1 and run = $2 and akt = $3 and state = 'waiting'`,
);
const ADD_PERSONS = statement(
  "retention_item_add_persons",
  `insert into retention_item (tenant, run, item, kind, person, rule, section, state)
   select $1, $2, l.last + row_number() over (), 'person', p, $4, $5, 'waiting'
   from unnest($3::uuid[]) p,
     (select coalesce(max(item), 0) as last from retention_item where tenant = $1 and run = $2) l
   on conflict do nothing`,
);

/** The list of a run, a page of it. */
export function listItems(tx: Tx, run: Uuid, after: number, limit: number): Promise<RunItem[]> {
  return tx.rows<RunItem>(PAGE, [tx.tenant, run, after, limit]);
}

/** The matters of a run's list, a page of it. */
export function listMatters(tx: Tx, run: Uuid, after: number, limit: number): Promise<RunItem[]> {
  return tx.rows<RunItem>(MATTERS, [tx.tenant, run, after, limit]);
}

/** How many matters and rows of follow-up a run's list has. */
export async function countItems(
  tx: Tx,
  run: Uuid,
): Promise<{ readonly matters: number; readonly rows: number }> {
  const [row] = await tx.rows<{ matters: number; rows: number }>(COUNT, [tx.tenant, run]);
  return row ?? { matters: 0, rows: 0 };
}

/** Things of one kind that wait to be destroyed, in the order of the list. */
export function nextItems(
  tx: Tx,
  run: Uuid,
  kind: RunItem["kind"],
  limit: number,
): Promise<RunItem[]> {
  return tx.rows<RunItem>(NEXT, [tx.tenant, run, kind, limit]);
}

/** What became of a thing of the list. */
export interface Settled {
  readonly left?: string;
  readonly counts?: Readonly<Record<string, number>>;
  readonly at: Instant;
}

/** Notes what became of a thing of the list, and forgets whom and what it was about. */
export async function settleItem(tx: Tx, run: Uuid, item: number, settled: Settled): Promise<void> {
  const { left, counts = {}, at } = settled;
  const state = left === undefined ? "done" : "left";
  const values = [state, left ?? null, JSON.stringify(counts), at];
  await tx.run(SETTLE, [tx.tenant, run, item, ...values]);
}

/** The akt was written by the run itself: its other matters do not fall out of the list for that. */
export async function moveOn(tx: Tx, run: Uuid, akt: Uuid, seq: number): Promise<void> {
  await tx.run(MOVE_ON, [tx.tenant, run, akt, seq]);
}

/** Adds persons to the list who go if nothing that remains names them. */
export async function addPersons(
  tx: Tx,
  run: Uuid,
  persons: readonly Uuid[],
  rule: Pick<RunItem, "rule" | "section">,
): Promise<void> {
  await tx.run(ADD_PERSONS, [tx.tenant, run, persons, rule.rule, rule.section]);
}
