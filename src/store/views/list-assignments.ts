import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

const MINE = statement(
  "assignments_of_staff",
  `select distinct akt from access_exception
   where tenant = $1 and staff = $2 and kind = 'performs' and until >= $3`,
);

/** The akter with a measure that somebody outside the board carries out today. */
export async function aktersPerformed(
  tx: Tx,
  staff: Uuid,
  today: PlainDate,
): Promise<readonly Uuid[]> {
  const rows = await tx.rows<{ akt: Uuid }>(MINE, [tx.tenant, staff, today]);
  return rows.map(({ akt }) => akt);
}
