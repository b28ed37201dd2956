import { refusedByRole } from "../../access/policy.ts";
import { listStaff } from "../../contract/spec/list-staff.ts";
import type { StaffFacts } from "../../domain/command.ts";
import { decisionsOf } from "../../domain/decision/authority.ts";
import { namedDecisions } from "../../rules/delegation.ts";
import { handle } from "../http/handler.ts";

/**
 * Names, roles and units of colleagues and deciding bodies; nothing about anybody's work. For those who write in akter
 * and choose among them: a provider outside the board, or who only counts or checks, is told of nobody.
 */
export const listStaffHandler = handle(listStaff, async ({ app, actor, organisation, today }) => {
  if (refusedByRole(actor, "akt.write", "case-handling") !== undefined) {
    return { ok: true, value: { staff: [], decisions: [], rights: [] } };
  }
  const units = new Map(organisation.state.units.map((each) => [each.unit, each.name]));
  const staff = organisation.state.staff.map(({ staff: id, name, role, qualified, unit }) => ({
    id,
    name,
    role,
    qualified,
    unit: unit === undefined ? null : { id: unit, name: units.get(unit) ?? "" },
  }));
  const { order } = app.store;
  const { law } = app.store.law;
  const decisions = namedDecisions(law, order);
  const rights = kindsOfStaff(organisation.state.staff).map((kind) => ({
    ...kind,
    decides: decisionsOf({ law, order }, kind, today),
  }));
  return { ok: true, value: { staff: staff.toSorted(byName), decisions, rights } };
});

/** Each pair of role and qualification among the staff, once: what may be decided follows from them. */
function kindsOfStaff(staff: readonly StaffFacts[]): Pick<StaffFacts, "role" | "qualified">[] {
  const kinds = new Map(
    staff.map(({ role, qualified }) => [`${role} ${qualified}`, { role, qualified }]),
  );
  return [...kinds.values()];
}

const swedish = new Intl.Collator("sv");

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return swedish.compare(a.name, b.name);
}
