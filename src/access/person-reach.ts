import type { ActionId, PurposeId } from "../contract/route.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";
import { boardSubject, isBarred, may, subjectOf, type MatterFacts } from "./policy.ts";
import type { Actor, Verdict } from "./policy-types.ts";

/**
 * A person as the policy sees one: the matters about the person, and about the children whose guardian, parent
 * or other near adult the person is. Somebody without an akt belongs to the matters of all relatives; a child
 * with an akt never to those of a brother or sister, or anybody could be reached by saying who is related.
 */
export interface PersonFacts {
  readonly person: Uuid;
  readonly protected: boolean;
  readonly matters: readonly MatterFacts[];
}

interface Row {
  readonly person: Uuid;
  readonly protected: boolean;
  readonly akt: Uuid | null;
  readonly matter: Uuid | null;
  readonly unit: Uuid | null;
  readonly worker: Uuid | null;
  readonly coWorker: Uuid | null;
  readonly offeredTo: Uuid | null;
  readonly closed: boolean;
  /** The child the matter is about has protected data. */
  readonly childProtected: boolean | null;
}

/** The kind of relation between the children of a family. */
const SIBLING = "sibling";

function hasAkt(person: string): string {
  return `exists (select from akt own where own.tenant = $1 and own.person = ${person})`;
}

const READ = statement(
  "person_facts",
  `with asked as (
     select person, protected from person where tenant = $1 and person = any($2)
   ), about as (
     select person, person as child from asked
     union all
     select r.person, r.other from relation r
     where r.tenant = $1 and r.person = any($2) and (r.kind <> '${SIBLING}' or not ${hasAkt("r.person")})
     union all
     select r.other, r.person from relation r
     where r.tenant = $1 and r.other = any($2) and not ${hasAkt("r.other")}
   )
   select p.person, p.protected, a.akt, m.matter, m.unit, m.worker, m.co_worker as "coWorker", m.offered_to as "offeredTo",
     m.closed_on is not null as closed, c.protected as "childProtected"
   from asked p
   left join about b on b.person = p.person
   left join akt a on a.tenant = $1 and a.person = b.child
   left join person c on c.tenant = $1 and c.person = a.person
   left join matter m on m.tenant = $1 and m.akt = a.akt`,
);

/** Reads what the policy needs to know of some persons. */
export async function findPersonFacts(
  tx: Tx,
  persons: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, PersonFacts>> {
  if (persons.length === 0) return new Map();
  const rows = await tx.rows<Row>(READ, [tx.tenant, [...new Set(persons)]]);
  const found = new Map<Uuid, PersonFacts>();
  for (const row of rows) {
    const known = found.get(row.person);
    const matter = row.matter === null ? [] : [matterFacts(row)];
    const matters = [...(known?.matters ?? []), ...matter];
    found.set(row.person, { person: row.person, protected: row.protected, matters });
  }
  return found;
}

function matterFacts(row: Row): MatterFacts {
  return {
    ...(row.akt === null ? {} : { akt: row.akt }),
    ...(row.matter === null ? {} : { matter: row.matter }),
    unit: row.unit ?? undefined,
    worker: row.worker ?? undefined,
    coWorker: row.coWorker ?? undefined,
    offeredTo: row.offeredTo ?? undefined,
    closed: row.closed,
    // A parent may be protected where the child is not; and whoever can't reach a protected child has no
    // tie to its parents by it.
    protected: row.protected || row.childProtected === true,
  };
}

/**
 * May somebody do this with a person? By the matters the person is part of; a person without any is as a new
 * matter, for whoever works with the board's children.
 */
export function mayWithPerson(
  actor: Actor,
  action: ActionId,
  purpose: PurposeId,
  person: PersonFacts,
): Verdict {
  // Whoever is near a child of the family is kept from all of the family.
  if (isBarredFrom(actor, person)) return { deny: "access.barred" };
  const untouched = { ...boardSubject, stage: "new" as const, protected: person.protected };
  const subjects =
    person.matters.length === 0
      ? [untouched]
      : person.matters.map((matter) => subjectOf(actor, matter));
  const verdicts = subjects.map((subject) => may(actor, action, subject, purpose));
  const allowed = verdicts.find((verdict) => "allow" in verdict);
  const hidden = verdicts.find(
    (verdict) => "deny" in verdict && verdict.deny === "access.protected",
  );
  return allowed ?? hidden ?? verdicts[0] ?? { deny: "access.not-yours" };
}

/** Whether somebody is kept out of an akt that the person is part of, for a conflict of interest. */
export function isBarredFrom(actor: Actor, { matters }: PersonFacts): boolean {
  return matters.some(({ akt }) => akt !== undefined && isBarred(actor, akt));
}
