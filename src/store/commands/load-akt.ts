import type { AktState } from "../../domain/akt-state.ts";
import type { PartyFacts } from "../../domain/command.ts";
import type { PersonState } from "../../domain/person/person-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { headOf, lockStream, type StateRow, type StreamHead } from "../log/stream-state.ts";
import { aktFold, personFold } from "../log/streams.ts";
import { statement } from "../statement.ts";

/** The kind of relation that makes an adult a party of the child's matters. */
const GUARDIAN = "guardian";
const SIBLING = "sibling";

/** A relation to the child, with the state of the person where it is a guardian. */
interface Relative {
  readonly person: Uuid;
  readonly kind: string;
  readonly from: PlainDate | undefined;
  readonly to: PlainDate | undefined;
  readonly state: PersonState | undefined;
}

/** The child of an akt and who is related to it. */
export interface Family {
  readonly child: PersonState;
  readonly relatives: readonly Relative[];
}

/** Those who have to do with the akt on a day. */
export interface Parties {
  readonly parties: readonly PartyFacts[];
  readonly guardians: readonly PersonState[];
}

interface PersonRow extends StateRow<PersonState> {
  readonly stream: Uuid;
}

interface RelativeRow extends StateRow<PersonState | null> {
  readonly person: Uuid;
  readonly kind: string;
  readonly valid_from: PlainDate | null;
  readonly valid_to: PlainDate | null;
}

const CHILD_OF_AKT = "(select person from akt where tenant = $1 and akt = $2)";

const child = (which: string) => `select stream, seq, hash, state_version, state from stream_state
   where tenant = $1 and stream = ${which} and kind = 'person'`;

const relatives = (which: string) => `select r.person, r.kind, r.valid_from, r.valid_to,
     s.seq, s.hash, s.state_version, s.state
   from relation r
   left join stream_state s
     on s.tenant = r.tenant and s.stream = r.person and r.kind = '${GUARDIAN}'
   where r.tenant = $1 and r.other = ${which}
   order by r.person, r.relation`;

const CHILD_BY_AKT = statement("child_by_akt", child(CHILD_OF_AKT));
const CHILD = statement("child_by_person", child("$2"));
const RELATIVES_BY_AKT = statement("relatives_by_akt", relatives(CHILD_OF_AKT));
const RELATIVES = statement("relatives_by_person", relatives("$2"));

/** Locks the stream of an akt and gives it as it stands; undefined when there is no such akt. */
export function lockAkt(tx: Tx, akt: Uuid): Promise<StreamHead<AktState> | undefined> {
  return lockStream(tx, aktFold, akt);
}

/** The child of an akt and its relatives; undefined when there is no such akt. */
export function loadFamilyOfAkt(tx: Tx, akt: Uuid): Promise<Family | undefined> {
  return loadFamily(
    tx,
    tx.rows<PersonRow>(CHILD_BY_AKT, [tx.tenant, akt]),
    tx.rows<RelativeRow>(RELATIVES_BY_AKT, [tx.tenant, akt]),
  );
}

/** A person and its relatives; undefined when there is no such person. */
export function loadFamilyOfPerson(tx: Tx, person: Uuid): Promise<Family | undefined> {
  return loadFamily(
    tx,
    tx.rows<PersonRow>(CHILD, [tx.tenant, person]),
    tx.rows<RelativeRow>(RELATIVES, [tx.tenant, person]),
  );
}

/** Who is a party on a day: the child, its guardians, and others related to it. */
export function partiesOn(family: Family, on: PlainDate): Parties {
  const current = family.relatives.filter(
    ({ from, to }) => (from === undefined || from <= on) && (to === undefined || to >= on),
  );
  return {
    parties: [
      { person: family.child.person, kind: "child" },
      ...current.map(({ person, kind, from, to }) => ({
        person,
        kind: kind === GUARDIAN ? ("guardian" as const) : ("other" as const),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      })),
    ],
    guardians: current.flatMap((relative) => relative.state ?? []),
  };
}

/** The guardians of the child at any time, and its siblings. */
export function kinOf(family: Family): {
  readonly guardians: readonly PersonState[];
  readonly siblings: readonly Uuid[];
} {
  const guardians = new Map(
    family.relatives.flatMap(({ person, state }) =>
      state === undefined ? [] : [[person, state] as const],
    ),
  );
  const siblings = family.relatives.filter(({ kind }) => kind === SIBLING);
  return {
    guardians: [...guardians.values()],
    siblings: siblings.map(({ person }) => person),
  };
}

async function loadFamily(
  tx: Tx,
  childRows: Promise<PersonRow[]>,
  relativeRows: Promise<RelativeRow[]>,
): Promise<Family | undefined> {
  const [[row], rows] = await Promise.all([childRows, relativeRows]);
  if (row === undefined) return undefined;
  const head = await headOf(tx, personFold, row.stream, row);
  const found = await Promise.all(rows.map((relative) => relativeOf(tx, relative)));
  return { child: head.state, relatives: found };
}

async function relativeOf(tx: Tx, row: RelativeRow): Promise<Relative> {
  const { state } = row;
  const head =
    state === null ? undefined : await headOf(tx, personFold, row.person, { ...row, state });
  return {
    person: row.person,
    kind: row.kind,
    from: row.valid_from ?? undefined,
    to: row.valid_to ?? undefined,
    state: head?.state,
  };
}
