import type { PersonState } from "../../domain/person/person-state.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

const INSERT = statement(
  "relation_insert",
  `insert into relation (tenant, relation, person, kind, other, valid_from, valid_to,
     source)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

const UPDATE = statement(
  "relation_update",
  `update relation set kind = $4, other = $5, valid_from = $6, valid_to = $7, source = $8
   where tenant = $1 and relation = $2 and person = $3`,
);

const DELETE = statement(
  "relation_delete",
  "delete from relation where tenant = $1 and person = $2 and relation = any($3)",
);

/** Writes the relations of a person that differ from before; those that a parting took back are removed. */
export function projectRelations(
  tx: Tx,
  before: PersonState | undefined,
  after: PersonState,
): void {
  const old = new Map(before?.relations.map((relation) => [relation.relation, relation]));
  const now = new Set(after.relations.map(({ relation }) => relation));
  const gone = [...old.keys()].filter((relation) => !now.has(relation));
  if (gone.length > 0) tx.write(DELETE, [tx.tenant, after.person, gone]);
  const changed = after.relations.filter((relation) => old.get(relation.relation) !== relation);
  for (const relation of changed) {
    // A new one is inserted: should its id be one of another person, the primary key says so.
    tx.write(old.has(relation.relation) ? UPDATE : INSERT, [
      tx.tenant,
      relation.relation,
      after.person,
      relation.kind,
      relation.to,
      relation.validFrom ?? null,
      relation.validTo ?? null,
      relation.source ?? null,
    ]);
  }
}
