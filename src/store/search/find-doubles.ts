import type { Uuid } from "../../kernel/ids.ts";
import { nearDates } from "../../kernel/near-dates.ts";
import type { Tx } from "../in-tenant.ts";
import { withNewIdentity } from "../persons/new-identities.ts";
import { statement } from "../statement.ts";
import { BRIEF_COLUMNS, type PersonBrief } from "../views/person-brief.ts";
import { likenessOf, type Likely, type LikelyKind } from "./likely-double.ts";
import { hitsOf, type SearchHit } from "./search-persons.ts";

/** A person who may be somebody else too, and why. */
export interface LikelyDouble extends SearchHit {
  readonly kind: LikelyKind;
}

/** A record that is part of another has no names to be found by. */
const BORN = statement(
  "search_born_near",
  `select ${BRIEF_COLUMNS} from person p
   where p.tenant = $1 and p.birth_date = any($2) and not p.protected
     and p.person is distinct from $3
     and exists (select from person_name n where n.tenant = p.tenant and n.person = p.person)
   order by p.person limit 5000`,
);

/** Whom a record is told apart from: brothers and sisters are two, whoever else is related may be the same. */
export const APART = "sibling";

const RELATED = statement(
  "search_related",
  `select case when person = $2 then other else person end as person from relation
   where tenant = $1 and kind = '${APART}' and (person = $2 or other = $2)`,
);

const MOST_HINTS = 10;

/**
 * Persons who may be the one described, the likest first: somebody about to be registered, or a person who is here
 * already. Hints to look at, never a merge (U-07). Protected persons are not among them, nor who has had a new identity,
 * also when that has ended since: likeness would tell the link (OSL 21:3, third paragraph).
 */
export async function findDoubles(
  tx: Tx,
  described: Likely,
  person?: Uuid,
): Promise<readonly LikelyDouble[]> {
  if (described.birthDate === null) return [];
  const [rows, relatives] = await Promise.all([
    tx.rows<PersonBrief & Record<string, unknown>>(BORN, [
      tx.tenant,
      nearDates(described.birthDate),
      person ?? null,
    ]),
    person === undefined ? [] : tx.rows<{ person: Uuid }>(RELATED, [tx.tenant, person]),
  ]);
  const related = new Set(relatives.map((each) => each.person));
  const found = rows.flatMap((row) => {
    const like = likenessOf(described, row, related.has(row.person));
    return like === undefined ? [] : [{ person: row.person, ...like }];
  });
  const best = await withoutNewIdentities(
    tx,
    found
      .toSorted((a, b) => a.rank - b.rank || (a.person < b.person ? -1 : 1))
      .slice(0, MOST_HINTS),
    person,
  );
  const kinds = new Map(best.map(({ person: of, kind }) => [of, kind]));
  return (await hitsOf(tx, best)).map((hit) => ({
    ...hit,
    kind: kinds.get(hit.person) ?? "double",
  }));
}

async function withoutNewIdentities<Found extends { readonly person: Uuid }>(
  tx: Tx,
  found: readonly Found[],
  described: Uuid | undefined,
): Promise<readonly Found[]> {
  const own = described === undefined ? [] : [described];
  const hidden = await withNewIdentity(tx, [...own, ...found.map(({ person }) => person)]);
  if (described !== undefined && hidden.has(described)) return [];
  return found.filter(({ person }) => !hidden.has(person));
}
