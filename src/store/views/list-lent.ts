import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { BRIEF_COLUMNS, type PersonBrief } from "./person-brief.ts";
import { beside, filtered, MATTER_COLUMNS, type Viewer } from "./row-filter.ts";

/** A matter that was opened for somebody by name, with its child. */
export interface LentLine extends PersonBrief {
  readonly akt: Uuid;
  readonly matter: Uuid;
  /** Not `number`, which is that of the person. */
  readonly matterNumber: string | null;
  readonly until: PlainDate;
  /** Who opened it. */
  readonly by: Uuid;
}

/** The matters that are open by name for the one who asks, the one that ends first on top. */
export async function listLent(tx: Tx, viewer: Viewer, today: PlainDate): Promise<LentLine[]> {
  return tx.rows<LentLine>(filtered("matter_lent", lentSql(viewer)), [
    tx.tenant,
    viewer.staff,
    viewer.unit ?? null,
    today,
    ...beside(viewer),
  ]);
}

/** `$1` to `$8`: the board, who asks, that person's unit, today, those stood in for, their units, what is excepted. */
function lentSql(viewer: Viewer): string {
  const visible = viewer.filter(MATTER_COLUMNS, {
    staff: "$2::uuid",
    unit: "$3::uuid",
    standInStaff: "$5::uuid[]",
    standInUnits: "$6::uuid[]",
    barred: "$7::uuid[]",
    lent: "$8::uuid[]",
  });
  return `select m.akt, m.matter, m.number as "matterNumber", e.until, e.given_by as by, ${BRIEF_COLUMNS}
     from access_exception e
     join matter m on m.tenant = e.tenant and m.matter = e.matter
     join person p on p.tenant = m.tenant and p.person = m.person
     where e.tenant = $1 and e.staff = $2 and e.kind = 'lent' and e.until >= $4 and ${visible}
       and coalesce($3::uuid, $2) is not null
       and ($5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[]) is not null
     order by e.until, m.matter`;
}
