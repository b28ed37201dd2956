import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Clock } from "../../rules/clock.ts";
import type { Severity } from "../../rules/types.ts";
import type { Tx } from "../in-tenant.ts";
import { BRIEF_COLUMNS, type PersonBrief } from "./person-brief.ts";
import { beside, filtered, type FilterColumns, type Viewer } from "./row-filter.ts";

/**
 * Whose clocks: those of one worker, of whom that one stands in for and of the functions of the day; of a unit
 * (with the matters no unit has yet); or those of a unit that concern a child's safety or lapse (severity A) in
 * matters that nobody has been given.
 */
export type ClockScope =
  | { readonly kind: "mine"; readonly staff: Uuid; readonly duty?: DutyScope }
  | { readonly kind: "unit" | "nobodys"; readonly unit: Uuid | undefined };

/** What somebody's functions of the day bring: what nobody has been given in some units, and what no unit has. */
export interface DutyScope {
  readonly units: readonly Uuid[];
  readonly unplaced: boolean;
}

/** A running clock with its child and who carries it. */
export interface ClockLine extends PersonBrief {
  readonly clock: Clock;
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly unit: Uuid | null;
  readonly worker: Uuid | null;
  readonly coWorker: Uuid | null;
  readonly workerName: string | null;
  readonly unitName: string | null;
}

/** The last line of a page, where the next begins. */
export interface ClockCursor {
  readonly severity: Severity;
  readonly target: PlainDate;
  readonly akt: Uuid;
  readonly clock: string;
}

export interface ClockPage {
  readonly lines: readonly ClockLine[];
  readonly next: ClockCursor | undefined;
}

const COLUMNS: FilterColumns = {
  akt: "c.akt",
  matter: "c.matter",
  unit: "c.unit",
  worker: "c.worker",
  coWorker: "c.co_worker",
  // What is handed over and not received is due where it was.
  offeredTo: "null::uuid",
  // A clock runs in an open matter only.
  closed: "false",
  protected: "p.protected",
};

/** Without the person beside the clock: whether the child is protected is looked up where the policy asks. */
const ALONE: FilterColumns = {
  ...COLUMNS,
  protected: "(select p.protected from person p where p.tenant = c.tenant and p.person = c.person)",
};

const BESIDE = {
  standInStaff: "$6::uuid[]",
  standInUnits: "$7::uuid[]",
  barred: "$8::uuid[]",
  lent: "$9::uuid[]",
};

/** `whose` = worker or unit of the scope, as `$n` of the statement. Only who has something more asks for more. */
function inScope(kind: ClockScope["kind"], whose: string, more: boolean): string {
  const nobody = "c.worker is null and c.co_worker is null";
  switch (kind) {
    case "mine":
      return more
        ? `(c.worker = ${whose} or c.co_worker = ${whose} or c.worker = any($6::uuid[])
           or c.co_worker = any($6::uuid[]) or (${nobody} and c.unit = any($10::uuid[]))
           or (${nobody} and c.unit is null and $11::boolean))`
        : `(c.worker = ${whose} or c.co_worker = ${whose})`;
    case "unit":
      return more
        ? `(c.unit = ${whose} or c.unit is null or c.unit = any($7::uuid[]))`
        : `(c.unit = ${whose} or c.unit is null)`;
    case "nobodys":
      return `c.worker is null and c.co_worker is null and c.severity = 'A'
       and (c.unit = ${whose} or c.unit is null)`;
  }
}

/** What is past its last day and somebody else's to do needs nobody's attention any more. */
const ALIVE = "c.running and not (c.owner <> 'authority' and c.legal_latest < $5)";

/** The running clocks of a scope that somebody may see: `clock c` with its child, `person p`. */
function clocksFrom(scope: ClockScope, viewer: Viewer, whose: string, joins = ""): string {
  return `from clock c
     join person p on p.tenant = c.tenant and p.person = c.person ${joins}
     where ${seen(scope, viewer, whose, COLUMNS)}`;
}

/** As {@link clocksFrom}, `clock c` alone. */
export function clocksAlone(scope: ClockScope, viewer: Viewer, whose: string): string {
  return `from clock c where ${seen(scope, viewer, whose, ALONE)}`;
}

/**
 * A filter need not ask for the staff and the unit: the last lines give their parameters a type in any case.
 */
function seen(scope: ClockScope, viewer: Viewer, whose: string, columns: FilterColumns): string {
  const visible = viewer.filter(columns, { staff: "$2::uuid", unit: "$3::uuid", ...BESIDE });
  const more = hasMore(scope, viewer);
  return `c.tenant = $1 and ${inScope(scope.kind, whose, more)} and ${ALIVE} and ${visible}
       and $2::uuid is not null and coalesce($3::uuid, $2) is not null
       and ($6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[], $11::boolean) is not null`;
}

/** The part of a statement's name that says whose clocks it lists. */
export function named(scope: ClockScope, viewer: Viewer): string {
  return hasMore(scope, viewer) ? `more_${scope.kind}` : scope.kind;
}

/** Whether somebody has more to look after today than their own. */
export function hasMore(scope: ClockScope, { standIn }: Viewer): boolean {
  if (scope.kind !== "mine") return standIn !== undefined && standIn.units.length > 0;
  const { units = [], unplaced = false } = scope.duty ?? {};
  return standIn !== undefined || units.length > 0 || unplaced;
}

/**
 * `$1` to `$11`: the board, who asks, that person's unit, worker or unit of the scope, today; those stood in for,
 * their units, what is excepted, the units of one's functions and whether what no unit has is among them.
 */
export function clockParameters(
  tx: Tx,
  scope: ClockScope,
  viewer: Viewer,
  today: PlainDate,
): unknown[] {
  const whose = scope.kind === "mine" ? scope.staff : (scope.unit ?? null);
  const { units = [], unplaced = false } = (scope.kind === "mine" ? scope.duty : undefined) ?? {};
  return [
    tx.tenant,
    viewer.staff,
    viewer.unit ?? null,
    whose,
    today,
    ...beside(viewer),
    units,
    unplaced,
  ];
}

const NAMES = `left join staff w on w.tenant = c.tenant and w.staff = c.worker
     left join unit u on u.tenant = c.tenant and u.unit = c.unit`;

/**
 * A page of running clocks, by severity and then by the day to work to. Shows rule, days and child,
 * never a reason or a text.
 */
export async function listClocks(
  tx: Tx,
  scope: ClockScope,
  viewer: Viewer,
  page: { readonly today: PlainDate; readonly limit: number; readonly after?: ClockCursor },
): Promise<ClockPage> {
  const { after, limit } = page;
  const keyset =
    after === undefined ? "true" : "(c.severity, c.target, c.akt, c.clock) > ($13, $14, $15, $16)";
  const sql = filtered(
    `clock_list_${named(scope, viewer)}`,
    `select c.detail as clock, c.akt, c.matter, c.unit, c.worker, c.co_worker as "coWorker", w.name as "workerName", u.name as "unitName",
       ${BRIEF_COLUMNS}
     ${clocksFrom(scope, viewer, "$4", NAMES)} and ${keyset}
     order by c.severity, c.target, c.akt, c.clock limit $12`,
  );
  const place = after === undefined ? [] : [after.severity, after.target, after.akt, after.clock];
  const rows = await tx.rows<ClockLine>(sql, [
    ...clockParameters(tx, scope, viewer, page.today),
    limit + 1,
    ...place,
  ]);
  const lines = rows.slice(0, limit);
  const last = rows.length > limit ? lines.at(-1) : undefined;
  return { lines, next: last === undefined ? undefined : cursorOf(last) };
}

/** Days, both included, that somebody is away. */
export interface AwayDays {
  readonly staff: Uuid;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * The running clocks of a unit whose day to work to falls while the worker of the matter is away, first day first;
 * those of a matter whose co-worker is there are that one's to do.
 */
export async function listClocksWhileAway(
  tx: Tx,
  unit: Uuid | undefined,
  viewer: Viewer,
  about: { readonly today: PlainDate; readonly away: readonly AwayDays[]; readonly limit: number },
): Promise<ClockLine[]> {
  const { away, today, limit } = about;
  if (away.length === 0) return [];
  const scope: ClockScope = { kind: "unit", unit };
  const sql = filtered(
    `clock_while_away_${named(scope, viewer)}`,
    `select c.detail as clock, c.akt, c.matter, c.unit, c.worker, c.co_worker as "coWorker", w.name as "workerName", u.name as "unitName",
       ${BRIEF_COLUMNS}
     ${clocksFrom(scope, viewer, "$4", NAMES)} and c.owner = 'authority'
       and exists (select from unnest($12::uuid[], $13::date[], $14::date[]) as a(staff, first, last)
         where a.staff = c.worker and c.target between a.first and a.last)
     order by c.target, c.severity, c.akt, c.clock limit $15`,
  );
  return tx.rows<ClockLine>(sql, [
    ...clockParameters(tx, scope, viewer, today),
    away.map(({ staff }) => staff),
    away.map(({ from }) => from),
    away.map(({ to }) => to),
    limit,
  ]);
}

function cursorOf(line: ClockLine): ClockCursor {
  const { severity, target, id } = line.clock;
  return { severity, target, akt: line.akt, clock: id };
}

/** How many running clocks have the same owner, severity and day. */
export interface ClockCount {
  readonly owner: Clock["owner"];
  readonly severity: Severity;
  readonly target: PlainDate;
  readonly count: number;
}

/** Counts the running clocks by owner, severity and day, to tell how many a bounded list leaves out. */
export async function countClocks(
  tx: Tx,
  scope: ClockScope,
  viewer: Viewer,
  today: PlainDate,
): Promise<ClockCount[]> {
  const sql = filtered(
    `clock_count_${named(scope, viewer)}`,
    `select c.owner, c.severity, c.target, count(*)::int as count
     ${clocksFrom(scope, viewer, "$4")}
     group by c.owner, c.severity, c.target order by c.severity, c.target`,
  );
  return tx.rows<ClockCount>(sql, clockParameters(tx, scope, viewer, today));
}
