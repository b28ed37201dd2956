import type { AktState, MatterState } from "../../domain/akt-state.ts";
import { appointmentDays } from "../../domain/reach/appointment-days.ts";
import type { AppointmentState } from "../../domain/reach/reach-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

interface ExceptionRow {
  readonly exception: Uuid;
  readonly matter: Uuid;
  readonly staff: Uuid;
  readonly kind: "lent" | "performs" | "performed" | "barred";
  readonly since: PlainDate | null;
  readonly until: PlainDate | null;
  readonly by: Uuid;
}

const INSERT = statement(
  "access_exception_insert",
  `insert into access_exception (tenant, akt, exception, matter, staff, kind, since, until, given_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (tenant, akt, exception) do update set kind = excluded.kind,
     since = excluded.since, until = excluded.until`,
);
const DELETE = statement(
  "access_exception_delete",
  "delete from access_exception where tenant = $1 and akt = $2 and exception = $3",
);

/** Writes what a change did to who reads by name and who is kept out: nothing, nearly always. */
export function projectExceptions(tx: Tx, before: AktState | undefined, after: AktState): void {
  const [old, now] = [rowsOf(before), rowsOf(after)];
  if (old.length === 0 && now.length === 0) return;
  const known = new Map(old.map((row) => [row.exception, JSON.stringify(row)]));
  const stays = new Map(now.map((row) => [row.exception, JSON.stringify(row)]));
  for (const exception of known.keys()) {
    if (!stays.has(exception)) tx.write(DELETE, [tx.tenant, after.akt, exception]);
  }
  for (const row of now) {
    if (known.get(row.exception) === stays.get(row.exception)) continue;
    const { exception, matter, staff, kind, since, until, by } = row;
    tx.write(INSERT, [tx.tenant, after.akt, exception, matter, staff, kind, since, until, by]);
  }
}

function rowsOf(akt: AktState | undefined): readonly ExceptionRow[] {
  return Object.values(akt?.matters ?? {}).flatMap((of) => {
    const { matter, loans = [], appointments = [], bars = [] } = of;
    return [
      ...loans.map(({ loan, staff, until, by }) => ({
        exception: loan,
        matter,
        staff,
        kind: "lent" as const,
        since: null,
        until,
        by,
      })),
      ...appointments.flatMap((link) => linkRow(of, link)),
      ...bars.map(({ bar, staff, by }) => ({
        exception: bar,
        matter,
        staff,
        kind: "barred" as const,
        since: null,
        until: null,
        by,
      })),
    ];
  });
}

/** The days of a link move with its measure; one that lets nobody read is no row. */
function linkRow(of: MatterState, link: AppointmentState): readonly ExceptionRow[] {
  const days = appointmentDays(of, link);
  if (days === undefined) return [];
  const { appointment, staff, by, endedOn } = link;
  const kind = endedOn === undefined ? "performs" : "performed";
  return [{ exception: appointment, matter: of.matter, staff, kind, ...days, by }];
}
