import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

/** How a member of staff is tied to a matter of a person, or of a child of the person. */
export interface TiedStaff {
  readonly worker: Uuid | null;
  readonly coWorker: Uuid | null;
  readonly unit: Uuid | null;
}

const THROUGH = statement(
  "person_protected_through",
  `select protected_through as "through" from person where tenant = $1 and person = $2`,
);

const TIED = statement(
  "person_tied_staff",
  `select distinct m.worker, m.co_worker as "coWorker", m.unit
   from matter m join akt a on a.tenant = m.tenant and a.akt = m.akt
   where m.tenant = $1 and m.closed_on is null and (a.person = $2 or a.person in
     (select r.other from relation r where r.tenant = $1 and r.person = $2 and r.kind <> 'sibling'))`,
);

/** The protected adult whom a person lives with, where that is why it is protected. */
export async function findProtectedThrough(tx: Tx, person: Uuid): Promise<Uuid | undefined> {
  const [row] = await tx.rows<{ through: Uuid | null }>(THROUGH, [tx.tenant, person]);
  return row?.through ?? undefined;
}

/** Who has the running matters that a person is part of. */
export function listTiedStaff(tx: Tx, person: Uuid): Promise<readonly TiedStaff[]> {
  return tx.rows<TiedStaff>(TIED, [tx.tenant, person]);
}
