import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

/** A relation between two persons, read "person is `kind` of other". */
export interface NetworkRelation {
  readonly relation: Uuid;
  readonly person: Uuid;
  readonly kind: string;
  readonly other: Uuid;
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
  readonly source: string | null;
}

/**
 * The relations of a child, the relations among those it is related to, and of its brothers and sisters who else
 * cares for them: without those a half-sibling could not be told from a sibling.
 */
const READ = statement(
  "network_of_child",
  `with near as (
     select $2::uuid as person
     union select r.person from relation r where r.tenant = $1 and r.other = $2
     union select r.other from relation r where r.tenant = $1 and r.person = $2
   ), brood as (
     select r.person from relation r
     where r.tenant = $1 and r.other = $2 and r.kind = 'sibling'
     union select r.other from relation r
     where r.tenant = $1 and r.person = $2 and r.kind = 'sibling'
   )
   select r.relation, r.person, r.kind, r.other, r.valid_from as "validFrom",
     r.valid_to as "validTo", r.source
   from near n join relation r on r.tenant = $1 and r.other = n.person
   where r.person in (select person from near)
     or (r.kind = any($3) and r.other in (select person from brood))
   order by r.kind, r.relation`,
);

/** Reads every relation that the map of a child's family and network is drawn from; `parents` are kinds. */
export function readNetwork(
  tx: Tx,
  child: Uuid,
  parents: readonly string[],
): Promise<readonly NetworkRelation[]> {
  return tx.rows<NetworkRelation>(READ, [tx.tenant, child, parents]);
}
