import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../in-tenant.ts";
import { BRIEF_COLUMNS, type PersonBrief } from "./person-brief.ts";
import { beside, filtered, MATTER_COLUMNS, type Viewer } from "./row-filter.ts";

/** A matter that a row of follow-up is about, with its child. */
export interface MatterBehind extends PersonBrief {
  readonly akt: Uuid;
  readonly matter: Uuid;
}

/** What is behind some rows of follow-up: the matters that may be shown, and how many there are in all. */
export interface Behind {
  readonly shown: readonly MatterBehind[];
  readonly all: number;
}

/**
 * The matters behind rows of follow-up that the policy shows, by the name of the child. A child with protected
 * data is never among them, whoever asks.
 */
export async function listBehind(
  tx: Tx,
  viewer: Viewer,
  keys: readonly string[],
  limit: number,
): Promise<Behind> {
  const visible = viewer.filter(MATTER_COLUMNS, {
    staff: "$2::uuid",
    unit: "$3::uuid",
    standInStaff: "$4::uuid[]",
    standInUnits: "$5::uuid[]",
    barred: "$6::uuid[]",
    lent: "$7::uuid[]",
  });
  const sql = filtered("followup_behind", behindSql(visible));
  const rows = await tx.rows<MatterBehind & { all: number }>(sql, [
    tx.tenant,
    viewer.staff,
    viewer.unit ?? null,
    ...beside(viewer),
    keys,
    limit,
  ]);
  return { shown: rows.filter((row) => row.matter !== null), all: rows[0]?.all ?? 0 };
}

/** `$1` to `$9`: the board, who asks, that unit, those stood in for, their units, what is excepted, the rows, how many. */
function behindSql(visible: string): string {
  return `with behind as (
       select distinct k.matter from followup_key k
       where k.tenant = $1 and k.row_key = any($8::bigint[])),
     shown as (
       select m.akt, m.matter, ${BRIEF_COLUMNS}
       from behind b
       join matter m on m.tenant = $1 and m.matter = b.matter
       join person p on p.tenant = m.tenant and p.person = m.person
       where not p.protected and ${visible}
         and $2::uuid is not null and coalesce($3::uuid, $2) is not null
         and ($4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[]) is not null
       order by p.family_name, p.given_name, m.matter limit $9)
     select s.*, c."all" from (select count(*)::int as "all" from behind) c left join shown s on true
     order by s."familyName", s."givenName", s.matter`;
}
