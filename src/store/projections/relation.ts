import type { PersonState, Relation } from "../../domain/person/person-state.ts";
import type { Tx } from "../in-tenant.ts";
import { problem } from "../../kernel/problem.ts";
import { Refusal } from "../refusal.ts";
import { statement } from "../statement.ts";

const UPSERT = statement(
  "relation_upsert",
  `insert into relation (tenant, relation, person, kind, other, valid_from, valid_to)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (tenant, relation) do update
   set kind = excluded.kind, other = excluded.other, valid_from = excluded.valid_from,
     valid_to = excluded.valid_to
   where relation.person = excluded.person`,
);

/** Writes the relations of a person that differ from before. */
export async function projectRelations(
  tx: Tx,
  before: PersonState | undefined,
  after: PersonState,
): Promise<void> {
  const old = new Set(before?.relations);
  const changed = after.relations.filter((relation) => !old.has(relation));
  await Promise.all(changed.map((relation) => upsert(tx, after, relation)));
}

async function upsert(tx: Tx, { person }: PersonState, relation: Relation): Promise<void> {
  const written = await tx.run(UPSERT, [
    tx.tenant,
    relation.relation,
    person,
    relation.kind,
    relation.to,
    relation.validFrom ?? null,
    relation.validTo ?? null,
  ]);
  if (written === 0) {
    // The client chose an id that is a relation of another person.
    throw new Refusal(problem("command.id-taken", { status: 409, pointer: "/relations" }));
  }
}
