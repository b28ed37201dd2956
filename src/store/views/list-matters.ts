import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Clock } from "../../rules/clock.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";
import { BRIEF_COLUMNS, type PersonBrief } from "./person-brief.ts";
import { beside, filtered, MATTER_COLUMNS, type Viewer } from "./row-filter.ts";

/** A running matter with its child, who carries it and its next day. */
export interface MatterLine extends PersonBrief {
  readonly akt: Uuid;
  readonly matter: Uuid;
  /** Not `number`, which is that of the person. */
  readonly matterNumber: string | null;
  readonly phase: string;
  readonly startedOn: PlainDate;
  readonly unit: Uuid | null;
  readonly unitName: string | null;
  readonly worker: Uuid | null;
  readonly workerName: string | null;
  readonly coWorker: Uuid | null;
  readonly coWorkerName: string | null;
  /** The unit it is handed over to and waits to be received by. */
  readonly offeredTo: Uuid | null;
  /** The running clock of the board's own with the earliest day to work to. */
  readonly nextClock: Clock | null;
  readonly reviewDocument: Uuid | null;
  readonly fixedOn: PlainDate | null;
  readonly decideWhat: string | null;
  readonly decideSince: PlainDate | null;
}

/** Which running matters: all, nobody's, those with a basis to read, with a decision to make, handed over to the unit. */
export type MatterSelection = "all" | "unallocated" | "to-review" | "to-decide" | "to-receive";

const SELECTED: Readonly<Record<MatterSelection, string>> = {
  all: "true",
  unallocated: "m.worker is null",
  "to-review": "m.review_document is not null",
  "to-decide": "m.decide_what is not null",
  "to-receive": "m.offered_to is not null",
};

export interface MatterCursor {
  readonly startedOn: PlainDate;
  readonly matter: Uuid;
}

export interface MatterPage {
  readonly lines: readonly MatterLine[];
  readonly next: MatterCursor | undefined;
}

/**
 * A page of the running matters of a unit (with those no unit has yet, and those of a unit whose manager one
 * stands in for), oldest first; of the whole board when no unit is given. Those to receive are other units'.
 */
export async function listMatters(
  tx: Tx,
  viewer: Viewer,
  page: {
    readonly unit: Uuid | undefined;
    readonly select: MatterSelection;
    readonly limit: number;
    readonly after?: MatterCursor;
  },
): Promise<MatterPage> {
  const { after, limit } = page;
  const sql = filtered(
    `matter_list_${page.select}`,
    listSql(page.select, viewer, after !== undefined),
  );
  const place = after === undefined ? [] : [after.startedOn, after.matter];
  const rows = await tx.rows<MatterLine>(sql, [
    tx.tenant,
    viewer.staff,
    viewer.unit ?? null,
    page.unit ?? null,
    limit + 1,
    ...beside(viewer),
    ...place,
  ]);
  const lines = rows.slice(0, limit);
  const last = rows.length > limit ? lines.at(-1) : undefined;
  const next = last === undefined ? undefined : { startedOn: last.startedOn, matter: last.matter };
  return { lines, next };
}

/** `$1` to `$9`: the board, who asks, that unit, the unit of the list, how many, those stood in for, their units, what is excepted. */
function listSql(select: MatterSelection, viewer: Viewer, goesOn: boolean): string {
  const visible = viewer.filter(MATTER_COLUMNS, {
    staff: "$2::uuid",
    unit: "$3::uuid",
    standInStaff: "$6::uuid[]",
    standInUnits: "$7::uuid[]",
    barred: "$8::uuid[]",
    lent: "$9::uuid[]",
  });
  const keyset = goesOn ? "(m.started_on, m.matter) > ($10, $11)" : "true";
  const ours =
    select === "to-receive"
      ? "(m.offered_to = $4 or m.offered_to = any($7::uuid[]))"
      : "(m.unit = $4 or m.unit is null or m.unit = any($7::uuid[]))";
  return `select m.akt, m.matter, m.number as "matterNumber", m.phase, m.started_on as "startedOn", m.unit, u.name as "unitName",
       m.worker, w.name as "workerName", m.co_worker as "coWorker", cw.name as "coWorkerName",
       m.offered_to as "offeredTo",
       m.review_document as "reviewDocument", m.decide_what as "decideWhat",
       m.decide_since as "decideSince", n.detail as "nextClock",
       (d.fixed_at at time zone 'Europe/Stockholm')::date as "fixedOn", ${BRIEF_COLUMNS}
     from matter m
     join person p on p.tenant = m.tenant and p.person = m.person
     left join unit u on u.tenant = m.tenant and u.unit = m.unit
     left join staff w on w.tenant = m.tenant and w.staff = m.worker
     left join staff cw on cw.tenant = m.tenant and cw.staff = m.co_worker
     left join document d on d.tenant = m.tenant and d.document = m.review_document
       and d.status = 'fixed'
     left join lateral (
       select c.detail from clock c
       where c.tenant = m.tenant and c.akt = m.akt and c.matter = m.matter and c.running
         and c.owner = 'authority'
       order by c.target, c.severity, c.clock limit 1) n on true
     where m.tenant = $1 and m.closed_on is null and ${SELECTED[select]}
       and ($4::uuid is null or ${ours}) and ${visible} and ${keyset}
       and $2::uuid is not null and coalesce($3::uuid, $2) is not null
       and ($6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[]) is not null
     order by m.started_on, m.matter limit $5`;
}

/** What one member of staff carries. */
export interface Load {
  readonly staff: Uuid;
  readonly running: number;
  readonly clocksDue: number;
}

const LOADS = statement(
  "matter_loads",
  `select coalesce(m.worker, c.worker) as staff, coalesce(m.running, 0) as running,
     coalesce(c.due, 0) as "clocksDue"
   from (
     select worker, count(*)::int as running from matter
     where tenant = $1 and closed_on is null and worker = any($2) group by worker) m
   full join (
     select worker, count(*)::int as due from clock
     where tenant = $1 and running and owner = 'authority' and worker = any($2) and target <= $3
     group by worker) c on c.worker = m.worker`,
);

/** How many matters and how many clocks until a day some members of staff carry; nobody is left out. */
export async function listLoads(tx: Tx, staff: readonly Uuid[], until: PlainDate): Promise<Load[]> {
  const rows = await tx.rows<Load>(LOADS, [tx.tenant, staff, until]);
  const known = new Map(rows.map((row) => [row.staff, row]));
  return staff.map((one) => known.get(one) ?? { staff: one, running: 0, clocksDue: 0 });
}

const UNALLOCATED = statement(
  "waiting_of_board",
  `select (select count(*)::int from matter
       where tenant = $1 and closed_on is null and worker is null
         and ($2::uuid is null or unit = $2 or unit is null)) as unallocated,
     coalesce((select min(review_from) from person
       where tenant = $1 and review_from is not null) <= $3, false) as reviews,
     exists (select from glass_opening where tenant = $1 and outcome is null) as glass`,
);

/** What a board waits for besides clocks: told of all of it at once, as mostly there is none. */
export interface Waiting {
  /** Running matters that nobody has been given yet. */
  readonly unallocated: number;
  /** Somebody's protection is to be examined. */
  readonly reviews: boolean;
  /** An opening in an emergency has not been followed up. */
  readonly glass: boolean;
}

/** What waits for a unit, or for the board where none is given. */
export async function findWaiting(
  tx: Tx,
  unit: Uuid | undefined,
  today: PlainDate,
): Promise<Waiting> {
  const [row] = await tx.rows<Waiting>(UNALLOCATED, [tx.tenant, unit ?? null, today]);
  return row ?? { unallocated: 0, reviews: false, glass: false };
}
