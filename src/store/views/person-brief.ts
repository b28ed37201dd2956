import type { IdentityNumber } from "../../kernel/identity-number.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { onceFor } from "../once-for.ts";
import { keptStatement } from "../statement.ts";

/** What a label of a person is made of. Who may see which part of it is for the policy. */
export interface PersonBrief {
  readonly person: Uuid;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: PlainDate | null;
  readonly number: string | null;
  readonly numberKind: IdentityNumber["kind"] | null;
  readonly protected: boolean;
}

/** The columns of a brief, for statements that have `person p` among their tables. */
export const BRIEF_COLUMNS = `p.person, p.given_name as "givenName", p.family_name as "familyName",
     p.birth_date as "birthDate", p.number, p.number_kind as "numberKind", p.protected`;

const BRIEFS = keptStatement(
  "person_briefs",
  `select ${BRIEF_COLUMNS} from person p where p.tenant = $1 and p.person = any($2)`,
);

const OF_AKT = keptStatement(
  "person_briefs_of_akt",
  `select ${BRIEF_COLUMNS} from person p
   where p.tenant = $1 and p.person in (
     select a.person from akt a where a.tenant = $1 and a.akt = $2
     union all
     select r.person from akt a join relation r on r.tenant = a.tenant and r.other = a.person
     where a.tenant = $1 and a.akt = $2)`,
);

const briefsOnce = onceFor<ReadonlyMap<Uuid, PersonBrief>>();

/**
 * The briefs of the child of an akt and of everybody who is or was related to it, by id. The same rows give the same
 * map.
 */
export async function findBriefsOfAkt(tx: Tx, akt: Uuid): Promise<ReadonlyMap<Uuid, PersonBrief>> {
  const rows = await tx.rows<PersonBrief>(OF_AKT, [tx.tenant, akt]);
  return briefsOnce([rows], () => byPerson(rows));
}

const NOBODY: ReadonlyMap<Uuid, PersonBrief> = new Map();

/** The briefs of some persons, by id; an unknown person is left out. */
export async function findBriefs(
  tx: Tx,
  persons: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, PersonBrief>> {
  if (persons.length === 0) return NOBODY;
  const rows = await tx.rows<PersonBrief>(BRIEFS, [tx.tenant, [...new Set(persons)]]);
  return briefsOnce([rows], () => byPerson(rows));
}

function byPerson(rows: readonly PersonBrief[]): ReadonlyMap<Uuid, PersonBrief> {
  return new Map(rows.map((row) => [row.person, row]));
}
