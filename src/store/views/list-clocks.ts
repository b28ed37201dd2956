import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Clock } from "../../rules/clock.ts";
import type { Severity } from "../../rules/types.ts";
import type { Tx } from "../in-tenant.ts";
import { BRIEF_COLUMNS, type PersonBrief } from "./person-brief.ts";
import { filtered, type FilterColumns, type Viewer } from "./row-filter.ts";

/**
 * Whose clocks: those of one worker; of a unit (with the matters no unit has yet); or those of a unit that
 * concern a child's safety or lapse (severity A) in matters that nobody has been given.
 */
export type ClockScope =
  | { readonly kind: "mine"; readonly staff: Uuid }
  | { readonly kind: "unit" | "nobodys"; readonly unit: Uuid | undefined };

/** A running clock with its child and who carries it. */
export interface ClockLine extends PersonBrief {
  readonly clock: Clock;
  readonly akt: Uuid;
  readonly matter: Uuid;
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
  unit: "c.unit",
  worker: "c.worker",
  coWorker: "c.co_worker",
  // A clock runs in an open matter only.
  closed: "false",
  protected: "p.protected",
};

/** `whose` = worker or unit of the scope, as `$n` of the statement. */
function inScope(kind: ClockScope["kind"], whose: string): string {
  switch (kind) {
    case "mine":
      return `(c.worker = ${whose} or c.co_worker = ${whose})`;
    case "unit":
      return `(c.unit = ${whose} or c.unit is null)`;
    case "nobodys":
      return `c.worker is null and c.co_worker is null and c.severity = 'A'
       and (c.unit = ${whose} or c.unit is null)`;
  }
}

/** What is past its last day and somebody else's to do needs nobody's attention any more. */
const ALIVE = "c.running and not (c.owner <> 'authority' and c.legal_latest < $5)";

/**
 * The running clocks of a scope that somebody may see: `clock c` with its child, `person p`. A filter need not
 * ask for the staff and the unit: the last line gives their parameters a type in any case.
 */
export function clocksFrom(
  kind: ClockScope["kind"],
  viewer: Viewer,
  whose: string,
  joins = "",
): string {
  const visible = viewer.filter(COLUMNS, { staff: "$2::uuid", unit: "$3::uuid" });
  return `from clock c
     join person p on p.tenant = c.tenant and p.person = c.person ${joins}
     where c.tenant = $1 and ${inScope(kind, whose)} and ${ALIVE} and ${visible}
       and $2::uuid is not null and coalesce($3::uuid, $2) is not null`;
}

/** `$1` to `$5`: the board, who asks, that person's unit, worker or unit of the scope, today. */
export function clockParameters(
  tx: Tx,
  scope: ClockScope,
  viewer: Viewer,
  today: PlainDate,
): unknown[] {
  const whose = scope.kind === "mine" ? scope.staff : (scope.unit ?? null);
  return [tx.tenant, viewer.staff, viewer.unit ?? null, whose, today];
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
    after === undefined ? "true" : "(c.severity, c.target, c.akt, c.clock) > ($7, $8, $9, $10)";
  const sql = filtered(
    `clock_list_${scope.kind}`,
    `select c.detail as clock, c.akt, c.matter, w.name as "workerName", u.name as "unitName",
       ${BRIEF_COLUMNS}
     ${clocksFrom(scope.kind, viewer, "$4", NAMES)} and ${keyset}
     order by c.severity, c.target, c.akt, c.clock limit $6`,
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
    `clock_count_${scope.kind}`,
    `select c.owner, c.severity, c.target, count(*)::int as count
     ${clocksFrom(scope.kind, viewer, "$4")}
     group by c.owner, c.severity, c.target order by c.severity, c.target`,
  );
  return tx.rows<ClockCount>(sql, clockParameters(tx, scope, viewer, today));
}
