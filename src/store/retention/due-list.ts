import type { Uuid } from "../../kernel/ids.ts";
import { addYears, type PlainDate } from "../../kernel/plain-date.ts";
import { followupRetention } from "../../rules/retention.ts";
import type { Law } from "../../rules/types.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";
import type { DueRows, FollowupPart } from "./followup-part.ts";
import { findMunicipality, retainedOfAkter, type RetainedMatter } from "./retained-akter.ts";
import { refreshRetention } from "./retention-list.ts";

/** A matter of the list, as it is shown. */
export interface ListedMatter {
  readonly matter: Uuid;
  readonly number: string | null;
  readonly rule: string;
  readonly section: string;
  readonly earliest: PlainDate | null;
  readonly latest: PlainDate | null;
}

/** How many matters stand the same way by the same rule. */
export interface RetentionGroup {
  readonly rule: string;
  readonly decision: "keep" | "destroy";
  readonly standing: "due" | "later" | "open" | "unknown" | "kept";
  readonly matters: number;
}

/** Where a page of the list goes on: after the first day and the matter of the last line. */
export interface After {
  readonly earliest: string;
  readonly matter: Uuid;
}

const DUE = `m.tenant = $1 and m.decision = 'destroy' and m.known and not m.open
     and m.earliest <= $2`;
/** Legal holds are few: they are looked up once, with all akter about the same child, and not for each matter. */
const HELD_AKTER = `array(select unnest(l.akter) from retention_matter l where l.tenant = $1
     and l.akt = any(array(select h.akt from retention_hold h
       where h.tenant = $1 and h.lifted_at is null)))`;
const COLUMNS = "m.matter, m.number, m.rule, m.section, m.earliest, m.latest";

const PAGE = statement(
  "retention_due_page",
  `select ${COLUMNS} from retention_matter m where ${DUE} and m.akt <> all(${HELD_AKTER})
     and (m.earliest, m.matter) > ($3::date, $4::uuid)
   order by m.earliest, m.matter limit $5`,
);
const HELD = statement(
  "retention_due_held",
  `select ${COLUMNS}, count(*) over ()::int as total from retention_matter m
   where ${DUE} and m.akt = any(${HELD_AKTER})
   order by m.earliest, m.matter limit 500`,
);
const GROUPS = statement(
  "retention_groups",
  `select rule, decision, case when decision = 'keep' then 'kept' when not known then 'unknown'
       when not open and earliest <= $2 then 'due' when open then 'open' else 'later' end as standing,
     count(*)::int as matters
   from retention_matter where tenant = $1 group by 1, 2, 3 order by 1, 3`,
);
const AKTER_DUE = statement(
  "retention_due_akter",
  `select distinct m.akt from retention_matter m where ${DUE} and m.akt > $3 order by m.akt limit 500`,
);

const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/** What is due today, a page of it, the first day first. */
export function pageOfDue(
  tx: Tx,
  today: PlainDate,
  after: After | undefined,
  limit: number,
): Promise<readonly ListedMatter[]> {
  const from = after === undefined ? ["-infinity", BEFORE_ALL] : [after.earliest, after.matter];
  return tx.rows<ListedMatter & Record<string, unknown>>(PAGE, [tx.tenant, today, ...from, limit]);
}

/** What is due today and held back: the first 500, and how many there are. */
export async function heldOfDue(
  tx: Tx,
  today: PlainDate,
): Promise<{ readonly held: readonly ListedMatter[]; readonly total: number }> {
  const held = await tx.rows<ListedMatter & { readonly total: number }>(HELD, [tx.tenant, today]);
  return { held, total: held[0]?.total ?? 0 };
}

/** Everything in numbers. */
export function groupsOf(tx: Tx, today: PlainDate): Promise<readonly RetentionGroup[]> {
  return tx.rows<RetentionGroup & Record<string, unknown>>(GROUPS, [tx.tenant, today]);
}

/** What is to be destroyed today, and what of it is held back. */
export interface DueList {
  readonly matters: readonly RetainedMatter[];
  readonly held: readonly RetainedMatter[];
  readonly rows: readonly DueRows[];
}

/**
 * Lists what is due today, each akt looked at again, and destroys nothing. With `most` the list ends when so many
 * matters have been found.
 */
export async function listDueToday(
  tx: Tx,
  law: Law,
  today: PlainDate,
  followup: FollowupPart,
  most = Number.POSITIVE_INFINITY,
): Promise<DueList> {
  await refreshRetention(tx, law, today);
  const [matters, held]: [RetainedMatter[], RetainedMatter[]] = [[], []];
  let last: string | undefined = BEFORE_ALL;
  while (last !== undefined && matters.length < most) {
    const rows: { akt: Uuid }[] = await tx.rows<{ akt: Uuid }>(AKTER_DUE, [tx.tenant, today, last]);
    const akter = rows.map(({ akt }) => akt);
    for (const each of await retainedOfAkter(tx, law, akter, today)) {
      if (each.due) (each.held ? held : matters).push(each);
    }
    last = akter.at(-1);
  }
  const found = matters.length > most ? matters.slice(0, most) : matters;
  return { matters: found, held, rows: await listDueRows(tx, law, today, followup) };
}

/** The rows of follow-up whose own time of storage is over; none while the municipality is not known. */
export async function listDueRows(
  tx: Tx,
  law: Law,
  today: PlainDate,
  followup: FollowupPart,
): Promise<readonly DueRows[]> {
  const endedBy = rowsEnded(law, today);
  const known = (await findMunicipality(tx)) !== undefined;
  return endedBy === undefined || !known ? [] : followup.listDue(tx, endedBy);
}

/** The day before which circumstances have ended long enough ago, by the rule of today. */
function rowsEnded(law: Law, today: PlainDate): PlainDate | undefined {
  const period = followupRetention(law, today, today)?.row.period;
  if (period === undefined || period === null || !("unit" in period)) return undefined;
  return addYears(today, -period.n);
}
