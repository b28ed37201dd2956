import { listStaff } from "../../contract/spec/list-staff.ts";
import { handle } from "../http/handler.ts";

/** Names, roles and units of colleagues and deciding bodies; nothing about anybody's work. */
export const listStaffHandler = handle(listStaff, async ({ organisation }) => {
  const units = new Map(organisation.state.units.map((each) => [each.unit, each.name]));
  const staff = organisation.state.staff.map(({ staff: id, name, role, qualified, unit }) => ({
    id,
    name,
    role,
    qualified,
    unit: unit === undefined ? null : { id: unit, name: units.get(unit) ?? "" },
  }));
  return { ok: true, value: { staff: staff.toSorted(byName) } };
});

const swedish = new Intl.Collator("sv");

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return swedish.compare(a.name, b.name);
}
