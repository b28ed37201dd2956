import type { PersonCommand } from "../../domain/person/decide-person.ts";
import { linkedIdentity } from "../../domain/person/new-identity.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import type { Tx } from "../in-tenant.ts";
import { personStates } from "../persons/new-identities.ts";
import { likenessOf } from "../search/likely-double.ts";
import { statement } from "../statement.ts";
import { BRIEF_COLUMNS, type PersonBrief } from "../views/person-brief.ts";

/** Whom a command relates somebody to (`$2`), the person itself (`$3`), and whom it is related to already. */
const AROUND = statement(
  "person_relations_around",
  `select ${BRIEF_COLUMNS} from person p where p.tenant = $1 and p.person in (
     select unnest($2::uuid[]) union select $3
     union select r.other from relation r where r.tenant = $1 and r.person = $3
     union select r.person from relation r where r.tenant = $1 and r.other = $3)`,
);

/**
 * Relations lead to persons of the board, and not to oneself. Nor do they put a new identity beside a record that looks
 * like the same person, as that person's relative or as another relative of the same one: whoever saw both would know
 * the link (OSL 21:3, third paragraph).
 */
export async function relationProblems(
  tx: Tx,
  person: Uuid,
  { relations }: Pick<PersonCommand, "relations">,
): Promise<Problem[]> {
  if (relations.length === 0) return [];
  const others = relations.map(({ to }) => to);
  const rows = await tx.rows<PersonBrief & Record<string, unknown>>(AROUND, [
    tx.tenant,
    others,
    person,
  ]);
  const known = new Map(rows.map((row) => [row.person, row]));
  const found: Problem[] = [];
  for (const [index, { to }] of relations.entries()) {
    const pointer = `/relations/${index}/to`;
    const row = known.get(to);
    if (to === person) found.push(problem("person.related-to-itself", { pointer }));
    else if (row === undefined) found.push(problem("person.not-found", { status: 404, pointer }));
    else found.push(...(await besideItself(tx, row, rows, pointer)));
  }
  return found;
}

async function besideItself(
  tx: Tx,
  row: PersonBrief,
  around: readonly PersonBrief[],
  pointer: string,
): Promise<readonly Problem[]> {
  const alike = around.filter(
    (other) => other.person !== row.person && likenessOf(row, other, false) !== undefined,
  );
  if (alike.length === 0) return [];
  const refused = linkedIdentity(
    await personStates(
      tx,
      [row, ...alike].map((each) => each.person),
    ),
    pointer,
  );
  return refused === undefined ? [] : [refused];
}
