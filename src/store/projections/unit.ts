import type { UnitState } from "../../domain/unit/unit-state.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

const UPSERT_UNITS = statement(
  "unit_upsert",
  `insert into unit (tenant, unit, name)
   select $1, u.unit, u.name from unnest($2::uuid[], $3::text[]) as u (unit, name)
   on conflict (tenant, unit) do update set name = excluded.name`,
);

const UPSERT_STAFF = statement(
  "staff_upsert",
  `insert into staff (tenant, staff, name, role, qualified, unit)
   select $1, s.staff, s.name, s.role, s.qualified, s.unit
   from unnest($2::uuid[], $3::text[], $4::text[], $5::boolean[], $6::uuid[])
     as s (staff, name, role, qualified, unit)
   on conflict (tenant, staff) do update
   set name = excluded.name, role = excluded.role, qualified = excluded.qualified,
     unit = excluded.unit`,
);

/** Writes the units and staff that differ from before. Nobody is removed: names stay on what they did. */
export async function projectUnit(
  tx: Tx,
  before: UnitState | undefined,
  after: UnitState,
): Promise<void> {
  const oldUnits = new Set(before?.units);
  const oldStaff = new Set(before?.staff);
  const units = after.units.filter((unit) => !oldUnits.has(unit));
  const staff = after.staff.filter((member) => !oldStaff.has(member));
  if (units.length > 0) {
    const ids = units.map(({ unit }) => unit);
    await tx.run(UPSERT_UNITS, [tx.tenant, ids, units.map(({ name }) => name)]);
  }
  if (staff.length > 0) {
    await tx.run(UPSERT_STAFF, [
      tx.tenant,
      staff.map((member) => member.staff),
      staff.map(({ name }) => name),
      staff.map(({ role }) => role),
      staff.map(({ qualified }) => qualified),
      staff.map(({ unit }) => unit ?? null),
    ]);
  }
}
