import type { Uuid } from "../kernel/ids.ts";
import { boardTime, loadOrganisation } from "../store/commands/organisation.ts";
import type { Store } from "../store/deps.ts";
import { inTenant } from "../store/in-tenant.ts";
import { readStreamState } from "../store/log/stream-state.ts";
import { personFold } from "../store/log/streams.ts";
import { projectChildren } from "../store/persons/person-streams.ts";
import { projectPerson } from "../store/projections/person.ts";
import { statement } from "../store/statement.ts";
import type { Tenant } from "../store/tenant.ts";

const DUE = statement(
  "person_change_due",
  `select person from person where tenant = $1 and next_change_on <= $2
   order by person limit 500`,
);

/**
 * Writes the labels anew of persons with a value that holds from today (a new name, protected data from a
 * set day); gives how many. To be run every day.
 */
export async function refreshPersons(store: Store, tenant: Tenant): Promise<number> {
  return inTenant(store.pools.app, tenant, async (tx) => {
    const { board } = await loadOrganisation(store, tx);
    const { today } = boardTime(store, board);
    const due = await tx.rows<{ person: Uuid }>(DUE, [tx.tenant, today]);
    for (const { person } of due) {
      const head = await readStreamState(tx, personFold, person);
      if (head === undefined) continue;
      await projectPerson(tx, head.state, today);
      await projectChildren(tx, { after: head.state }, today);
    }
    return due.length;
  });
}
