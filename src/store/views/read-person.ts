import type { PersonState } from "../../domain/person/person-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { readStreamState } from "../log/stream-state.ts";
import { personFold } from "../log/streams.ts";
import { keptStatement, statement } from "../statement.ts";
import { BRIEF_COLUMNS, type PersonBrief } from "./person-brief.ts";

/** A relation of a person, in either direction, with the other person. */
export interface RelationLine extends PersonBrief {
  readonly relation: Uuid;
  readonly kind: string;
  /** `to`: the person read is `kind` of the other; `from`: the other is `kind` of the person. */
  readonly direction: "to" | "from";
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
}

/** `which` says whose relations. */
function relationsSql(which: string): string {
  return `select r.relation, r.kind, 'to' as direction, r.valid_from as "validFrom",
     r.valid_to as "validTo", ${BRIEF_COLUMNS}
   from relation r join person p on p.tenant = r.tenant and p.person = r.other
   where r.tenant = $1 and r.person = ${which}
   union all
   select r.relation, r.kind, 'from', r.valid_from, r.valid_to, ${BRIEF_COLUMNS}
   from relation r join person p on p.tenant = r.tenant and p.person = r.person
   where r.tenant = $1 and r.other = ${which}
   order by kind, relation`;
}

const RELATIONS = statement("relation_lines", relationsSql("$2"));
const OF_AKT = keptStatement(
  "relation_lines_of_akt",
  relationsSql("(select person from akt where tenant = $1 and akt = $2)"),
);

const AKT = statement("akt_of_person", "select akt from akt where tenant = $1 and person = $2");

/** A person with history, relations and akt. */
export interface PersonView {
  readonly state: PersonState;
  readonly relations: readonly RelationLine[];
  readonly akt: Uuid | undefined;
}

/** The relations of a person in either direction, with the other persons. */
export async function readRelations(tx: Tx, person: Uuid): Promise<readonly RelationLine[]> {
  return tx.rows<RelationLine>(RELATIONS, [tx.tenant, person]);
}

/** The relations of the child of an akt in either direction, with the other persons. */
export async function readRelationsOfAkt(tx: Tx, akt: Uuid): Promise<readonly RelationLine[]> {
  return tx.rows<RelationLine>(OF_AKT, [tx.tenant, akt]);
}

/** Reads a person; undefined when there is none. */
export async function readPerson(tx: Tx, person: Uuid): Promise<PersonView | undefined> {
  const [head, relations, akter] = await Promise.all([
    readStreamState(tx, personFold, person),
    readRelations(tx, person),
    tx.rows<{ akt: Uuid }>(AKT, [tx.tenant, person]),
  ]);
  if (head === undefined) return undefined;
  return { state: head.state, relations, akt: akter[0]?.akt };
}
