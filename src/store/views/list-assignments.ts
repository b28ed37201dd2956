import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

const MINE = statement(
  "assignments_of_staff",
  `select distinct akt from access_exception
   where tenant = $1 and staff = $2 and kind = 'performs' and $3 between since and until`,
);

const PERFORMED = statement(
  "assignments_performed",
  `select akt, staff, since, until from access_exception
   where tenant = $1 and akt = any($2::uuid[]) and kind in ('performs', 'performed')`,
);

/** Days on which somebody outside the board had an assignment of an akt, both included. */
export interface PerformedDays {
  readonly akt: Uuid;
  readonly staff: Uuid;
  readonly since: PlainDate;
  readonly until: PlainDate;
}

/** The akter with a measure that somebody outside the board carries out today. */
export async function aktersPerformed(
  tx: Tx,
  staff: Uuid,
  today: PlainDate,
): Promise<readonly Uuid[]> {
  const rows = await tx.rows<{ akt: Uuid }>(MINE, [tx.tenant, staff, today]);
  return rows.map(({ akt }) => akt);
}

/** Who outside the board had an assignment of these akter and when, also where the link has ended. */
export async function readPerformed(
  tx: Tx,
  akter: readonly Uuid[],
): Promise<readonly PerformedDays[]> {
  return akter.length === 0 ? [] : tx.rows<PerformedDays>(PERFORMED, [tx.tenant, akter]);
}

/** Whether somebody had such an assignment on a day. */
export function performsOnDay(
  { staff, since, until }: PerformedDays,
  looked: { readonly staff: Uuid; readonly day: PlainDate },
): boolean {
  return looked.staff === staff && since <= looked.day && looked.day <= until;
}
