import type { AktState } from "../../domain/akt-state.ts";
import type { PartyFacts } from "../../domain/command.ts";
import { householdKinds } from "../../domain/person/lives-with.ts";
import { isProtectedOn, type PersonState } from "../../domain/person/person-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { aktStates } from "../log/known-states.ts";
import { headOf, type StateRow, type StreamHead } from "../log/stream-state.ts";
import { personFold } from "../log/streams.ts";
import { keptStatement, statement } from "../statement.ts";

/**
 * The kinds of relation that make an adult a party of the child's matters: a guardian, one specially
 * appointed, and the representative (god man) who acts for a child without a guardian in the country.
 */
const GUARDIANS: readonly string[] = ["guardian", "special-guardian", "good-man"];
const SIBLING = "sibling";
/** Of whom what is known is read: whose words count, and whose home may be a protected one. */
const WITH_STATE: readonly string[] = [...GUARDIANS, ...householdKinds];

/** Whether a kind of relation says with whom the child lives. */
export function isHousehold(kind: string): boolean {
  return householdKinds.includes(kind);
}

/** Whether a kind of relation makes somebody a guardian, and so a party, of the child. */
export function isGuardian(kind: string): boolean {
  return GUARDIANS.includes(kind);
}

/** A relation to the child, with the state of the person where it is a guardian or says with whom the child lives. */
interface Relative {
  readonly person: Uuid;
  readonly kind: string;
  readonly from: PlainDate | undefined;
  readonly to: PlainDate | undefined;
  /** Has protected data today, own or through whom it lives with. */
  readonly protected: boolean;
  readonly state: PersonState | undefined;
}

/** The child of an akt and who is related to it. */
export interface Family {
  readonly child: PersonState;
  /** As {@link Relative.protected}, of the child. */
  readonly childProtected: boolean;
  readonly relatives: readonly Relative[];
  /** The adults of the child's home, who may be no relatives of it, with their days. */
  readonly home: readonly Relative[];
}

/** Those who have to do with the akt on a day. */
export interface Parties {
  readonly parties: readonly PartyFacts[];
  readonly guardians: readonly PersonState[];
}

interface FamilyRow extends StateRow<PersonState | null> {
  readonly person: Uuid;
  /** Null for the child itself. */
  readonly kind: string | null;
  readonly valid_from: PlainDate | null;
  readonly valid_to: PlainDate | null;
  /** Null where nobody of that id is registered. */
  readonly protected: boolean | null;
}

/** The child and its relatives in one statement; `which` says who the child is. */
function familySql(which: string): string {
  const kinds = quoted(WITH_STATE);
  return `select s.stream as person, null as kind, null::date as valid_from, null::date as valid_to,
     p.protected, s.seq, s.hash, s.state_version, s.state
   from stream_state s left join person p on p.tenant = s.tenant and p.person = s.stream
   where s.tenant = $1 and s.stream = ${which} and s.kind = 'person'
   union all
   select r.person, r.kind, r.valid_from, r.valid_to, p.protected,
     s.seq, s.hash, s.state_version, s.state
   from relation r
   left join person p on p.tenant = r.tenant and p.person = r.person
   left join stream_state s
     on s.tenant = r.tenant and s.stream = r.person and r.kind in (${kinds})
   where r.tenant = $1 and r.other = ${which}`;
}

function quoted(kinds: readonly string[]): string {
  return kinds.map((kind) => `'${kind}'`).join(", ");
}

const OF_AKT = keptStatement(
  "family_of_akt",
  familySql("(select person from akt where tenant = $1 and akt = $2)"),
);
const OF_PERSON = statement("family_of_person", familySql("$2"));

/** As {@link OF_AKT} for several at once, each row with its akt. */
const OF_AKTER = statement(
  "family_of_akter",
  `select a.akt, s.stream as person, null as kind, null::date as valid_from, null::date as valid_to,
     p.protected, s.seq, s.hash, s.state_version, s.state
   from akt a
   join stream_state s on s.tenant = a.tenant and s.stream = a.person and s.kind = 'person'
   left join person p on p.tenant = a.tenant and p.person = a.person
   where a.tenant = $1 and a.akt = any($2::uuid[])
   union all
   select a.akt, r.person, r.kind, r.valid_from, r.valid_to, p.protected,
     s.seq, s.hash, s.state_version, s.state
   from akt a
   join relation r on r.tenant = a.tenant and r.other = a.person
   left join person p on p.tenant = r.tenant and p.person = r.person
   left join stream_state s
     on s.tenant = r.tenant and s.stream = r.person and r.kind in (${quoted(WITH_STATE)})
   where a.tenant = $1 and a.akt = any($2::uuid[])`,
);

/**
 * Locks the stream of an akt and gives it as it stands; undefined when there is no such akt, and with `leaveHeld`
 * when somebody else has locked it.
 */
export function lockAkt(
  tx: Tx,
  akt: Uuid,
  { leaveHeld }: { readonly leaveHeld: boolean } = { leaveHeld: false },
): Promise<StreamHead<AktState> | undefined> {
  return leaveHeld ? aktStates.lockFree(tx, akt) : aktStates.lock(tx, akt);
}

/** The akter about the same child as an akt, each locked, in the order of their ids: nothing begins there meanwhile. */
export async function lockLinked(tx: Tx, state: AktState): Promise<readonly AktState[]> {
  const found: AktState[] = [];
  for (const { akt } of (state.linked ?? []).toSorted((a, b) => (a.akt < b.akt ? -1 : 1))) {
    const head = await lockAkt(tx, akt);
    if (head !== undefined) found.push(head.state);
  }
  return found;
}

/** The child of an akt and its relatives; undefined when there is no such akt. */
export async function loadFamilyOfAkt(tx: Tx, akt: Uuid): Promise<Family | undefined> {
  const rows = await tx.rows<FamilyRow>(OF_AKT, [tx.tenant, akt]);
  const known = families.get(rows);
  if (known !== undefined) return known;
  const family = await familyOf(tx, rows);
  if (family !== undefined) families.set(rows, family);
  return family;
}

/** As {@link loadFamilyOfAkt} for several at once, by akt. */
export async function loadFamiliesOfAkter(
  tx: Tx,
  akter: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, Family>> {
  const rows = await tx.rows<FamilyRow & { readonly akt: Uuid }>(OF_AKTER, [tx.tenant, akter]);
  const found = new Map<Uuid, Family>();
  for (const [akt, ofAkt] of Map.groupBy(rows, (row) => row.akt)) {
    const family = await familyOf(tx, ofAkt);
    if (family !== undefined) found.set(akt, family);
  }
  return found;
}

/** Rows hold the end of each person's chain: the same rows are the same family. */
const families = new WeakMap<readonly FamilyRow[], Family>();

/** A person and its relatives; undefined when there is no such person. */
export async function loadFamilyOfPerson(tx: Tx, person: Uuid): Promise<Family | undefined> {
  return familyOf(tx, await tx.rows<FamilyRow>(OF_PERSON, [tx.tenant, person]));
}

/** Who is a party on a day: the child, its guardians, and others related to it. */
export function partiesOn(family: Family, on: PlainDate): Parties {
  const current = family.relatives.filter(
    ({ from, to }) => (from === undefined || from <= on) && (to === undefined || to >= on),
  );
  return {
    parties: [
      {
        person: family.child.person,
        kind: "child",
        ...protectedOn(family.childProtected, family.child, on),
      },
      ...current.map(({ person, kind, from, to, state, protected: hidden }) => ({
        person,
        kind: isGuardian(kind) ? ("guardian" as const) : ("other" as const),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...protectedOn(hidden, state, on),
      })),
    ],
    guardians: current.flatMap((relative) => relative.state ?? []),
  };
}

/** By what is known of whom somebody lives with as of today, or by the own level on the day. */
function protectedOn(
  known: boolean,
  state: PersonState | undefined,
  on: PlainDate,
): { readonly protected?: true } {
  return known || (state !== undefined && isProtectedOn(state, on)) ? { protected: true } : {};
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

/** Those whose own data may tell where the child is: its guardians at any time, and the adults of its home. */
export function aroundChild(family: Family): readonly PersonState[] {
  const states = [...family.relatives, ...family.home].flatMap(({ state }) => state ?? []);
  return [...new Map(states.map((state) => [state.person, state])).values()];
}

async function familyOf(tx: Tx, rows: readonly FamilyRow[]): Promise<Family | undefined> {
  const child = rows.find((row) => row.kind === null);
  if (child === undefined) return undefined;
  const state = await stateOf(tx, child);
  if (state === undefined) return undefined;
  const others = rows.flatMap((row) => (row.kind === null ? [] : [{ ...row, kind: row.kind }]));
  const relatives = await Promise.all(
    others.map(async (row) => ({
      person: row.person,
      kind: row.kind,
      from: row.valid_from ?? undefined,
      to: row.valid_to ?? undefined,
      protected: row.protected === true,
      state: await stateOf(tx, row),
    })),
  );
  const childProtected = child.protected === true;
  const sorted = relatives.toSorted(byPerson);
  return {
    child: state,
    childProtected,
    relatives: sorted.filter(({ kind }) => !isHousehold(kind)),
    home: sorted.filter(({ kind }) => isHousehold(kind)),
  };
}

async function stateOf(tx: Tx, row: FamilyRow): Promise<PersonState | undefined> {
  const { state } = row;
  if (state === null) return undefined;
  return (await headOf(tx, personFold, row.person, { ...row, state })).state;
}

function byPerson(a: Relative, b: Relative): number {
  return a.person < b.person ? -1 : Number(a.person > b.person);
}
