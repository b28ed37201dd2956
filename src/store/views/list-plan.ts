import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";
import { BRIEF_COLUMNS, type PersonBrief } from "./person-brief.ts";
import { beside, filtered, MATTER_COLUMNS, type Viewer } from "./row-filter.ts";

/** How many running matters in a phase somebody has, or helps with. */
export interface PhaseCount {
  readonly staff: Uuid;
  readonly phase: string;
  readonly main: boolean;
  readonly count: number;
}

const PHASES = statement(
  "matter_phases_of_staff",
  `select worker as staff, phase, true as main, count(*)::int as count from matter
     where tenant = $1 and closed_on is null and worker = any($2) group by worker, phase
   union all
   select co_worker, phase, false, count(*)::int from matter
     where tenant = $1 and closed_on is null and co_worker = any($2) group by co_worker, phase`,
);

/** The running matters of some members of staff, counted by phase. */
export async function listPhases(tx: Tx, staff: readonly Uuid[]): Promise<PhaseCount[]> {
  return tx.rows<PhaseCount>(PHASES, [tx.tenant, staff]);
}

/** A document somebody has begun in a running matter and not signed, or fixed and not signed. */
export interface UnsignedLine extends PersonBrief {
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly document: string;
  readonly status: "draft" | "fixed";
  readonly by: Uuid;
  readonly since: Instant;
}

/**
 * What is written and not signed in the running matters of a unit (with those no unit has yet), oldest first:
 * kinds, days and names, never a text. What is fixed stands once, though its draft is kept.
 */
export async function listUnsigned(
  tx: Tx,
  viewer: Viewer,
  { unit, limit }: { readonly unit: Uuid | undefined; readonly limit: number },
): Promise<UnsignedLine[]> {
  return tx.rows<UnsignedLine>(filtered("unit_unsigned", unsignedSql(viewer)), [
    ...viewerParameters(tx, viewer, unit),
    limit,
  ]);
}

/** `$1` to `$8`: the board, who asks, that person's unit, the unit of the list, those stood in for, their units, what is excepted. */
export function viewerParameters(tx: Tx, viewer: Viewer, unit: Uuid | undefined): unknown[] {
  return [tx.tenant, viewer.staff, viewer.unit ?? null, unit ?? null, ...beside(viewer)];
}

/** Which running matters `m` of the unit of the list, with their child `p`, somebody may see; `$1` to `$8` as above. */
export function runningInUnit(viewer: Viewer): string {
  const visible = viewer.filter(MATTER_COLUMNS, {
    staff: "$2::uuid",
    unit: "$3::uuid",
    standInStaff: "$5::uuid[]",
    standInUnits: "$6::uuid[]",
    barred: "$7::uuid[]",
    lent: "$8::uuid[]",
  });
  return `m.tenant = $1 and m.closed_on is null
     and ($4::uuid is null or m.unit = $4 or m.unit is null or m.unit = any($6::uuid[]))
     and ${visible} and $2::uuid is not null and coalesce($3::uuid, $2) is not null
     and ($5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[]) is not null`;
}

function unsignedSql(viewer: Viewer): string {
  const where = runningInUnit(viewer);
  const persons = `join person p on p.tenant = m.tenant and p.person = m.person`;
  return `select * from (
     select m.akt, m.matter, d.document, 'draft' as status, d.changed_by as by, d.changed_at as since, ${BRIEF_COLUMNS}
     from matter m ${persons}
     join draft d on d.tenant = m.tenant and d.akt = m.akt and d.matter = m.matter
       and exists (select from draft_field f where f.tenant = d.tenant and f.draft = d.draft)
       and not exists (select from document x where x.tenant = d.tenant and x.akt = d.akt
         and x.matter = d.matter and x.kind = d.document and x.status = 'fixed')
     where ${where}
     union all
     select m.akt, m.matter, d.kind, 'fixed', d.author, d.fixed_at, ${BRIEF_COLUMNS}
     from matter m ${persons}
     join document d on d.tenant = m.tenant and d.akt = m.akt and d.matter = m.matter and d.status = 'fixed'
     where ${where}) unsigned
   order by since limit $9`;
}
