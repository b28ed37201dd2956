import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { wordsOf } from "../projections/person.ts";
import { statement } from "../statement.ts";
import { matchName } from "./name-match.ts";
import { hitsOf, type Candidate, type SearchHit } from "./search-persons.ts";

/** Somebody about to be registered. */
export interface Newcomer {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: PlainDate;
}

interface NamedRow {
  readonly person: Uuid;
  readonly given_name: string;
  readonly family_name: string;
}

const SAME_BIRTH_DATE = statement(
  "search_birth_date",
  `select person, given_name, family_name from person
   where tenant = $1 and birth_date = $2 and not protected order by person limit 500`,
);

const MOST_HINTS = 10;

/**
 * Persons who may be the one about to be registered: born the same day, with a similar given or family
 * name. A hint for a person to look at, never a merge. Protected persons are not among them.
 */
export async function findDuplicates(tx: Tx, newcomer: Newcomer): Promise<SearchHit[]> {
  const rows = await tx.rows<NamedRow>(SAME_BIRTH_DATE, [tx.tenant, newcomer.birthDate]);
  const found = rows.flatMap((row) => candidateOf(newcomer, row) ?? []);
  const best = found.toSorted((a, b) => a.rank - b.rank || (a.person < b.person ? -1 : 1));
  return hitsOf(tx, best.slice(0, MOST_HINTS));
}

function candidateOf(
  newcomer: Newcomer,
  row: NamedRow,
): (Candidate & { readonly rank: number }) | undefined {
  const name = { given: wordsOf(row.given_name), family: wordsOf(row.family_name) };
  const words = [...wordsOf(newcomer.givenName), ...wordsOf(newcomer.familyName)];
  const whole = matchName(words, name);
  const parts = words.flatMap((word) => matchName([word], name) ?? []);
  const [part] = parts.toSorted((a, b) => a.rank - b.rank);
  const match = whole ?? part;
  if (match === undefined) return undefined;
  const partial = whole === undefined ? (["part-of-name"] as const) : [];
  const reasons = [...new Set(["same-birth-date" as const, ...match.reasons, ...partial])];
  return { person: row.person, reasons, rank: match.rank + (whole === undefined ? 100 : 0) };
}
