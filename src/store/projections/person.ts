import { protectionReview, type ProtectionReview } from "../../domain/person/protection-review.ts";
import { codesOf } from "../../domain/read.ts";
import { numbersOf } from "../../domain/person/decide-join.ts";
import {
  birthDateOf,
  isProtectedOn,
  personFieldOn,
  type PersonState,
} from "../../domain/person/person-state.ts";
import { protectedThrough, type AdultAround } from "../../domain/person/lives-with.ts";
import { foldName } from "../../kernel/fold.ts";
import type { IdentityNumber } from "../../kernel/identity-number.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { swedishSoundKey } from "../../kernel/name-matching.ts";
import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import { Raced, type Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";
import { adultsAround } from "./home.ts";

/** A person as labels show one, on one day. */
export interface PersonRow {
  readonly person: Uuid;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: PlainDate | null;
  readonly number: string | null;
  readonly numberKind: IdentityNumber["kind"] | null;
  readonly protected: boolean;
  /** Whose protection it is, where it is not the person's own. */
  readonly protectedThrough: Uuid | null;
  readonly nextChangeOn: PlainDate | null;
  readonly review: ProtectionReview | undefined;
}

const UPSERT = statement(
  "person_upsert",
  `insert into person (tenant, person, given_name, family_name, birth_date, number, number_kind,
     protected, next_change_on, protected_through, review_from, review_due)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   on conflict (tenant, person) do update
   set given_name = excluded.given_name, family_name = excluded.family_name,
     birth_date = excluded.birth_date, number = excluded.number,
     number_kind = excluded.number_kind, protected = excluded.protected,
     next_change_on = excluded.next_change_on, protected_through = excluded.protected_through,
     review_from = excluded.review_from, review_due = excluded.review_due`,
);

const UPSERT_IDENTITIES = statement(
  "person_identity_upsert",
  `insert into person_identity (tenant, number, person, current, protected)
   select $1, n.number, $2, n.number = $4, $5 from unnest($3::text[]) as n (number)
   on conflict (tenant, number) do update
   set current = excluded.current, protected = excluded.protected
   where person_identity.person = excluded.person`,
);

const RELEASE = statement(
  "person_identity_release",
  "delete from person_identity where tenant = $1 and person = $2 and number <> all($3)",
);

const DELETE_NAMES = statement(
  "person_name_delete",
  "delete from person_name where tenant = $1 and person = $2",
);

const INSERT_NAMES = statement(
  "person_name_insert",
  `insert into person_name (tenant, family, given, person)
   select $1, n.family, n.given, $2 from unnest($3::text[], $4::text[]) as n (family, given)`,
);

const INSERT_WORDS = statement(
  "person_name_word_insert",
  `insert into person_name_word (tenant, word, sound)
   select $1, n.word, n.sound from unnest($2::text[], $3::text[]) as n (word, sound)
   on conflict do nothing`,
);

/** The row of a person as of a day, with the adults who may make its home. */
export function personRow(
  state: PersonState,
  on: PlainDate,
  around: readonly AdultAround[] = [],
): PersonRow {
  const through = protectedThrough(state, around, on);
  return {
    person: state.person,
    givenName: textOn(state, "givenName", on),
    familyName: textOn(state, "familyName", on),
    birthDate: birthDateOf(state, on) ?? null,
    number: state.identity?.value ?? null,
    numberKind: state.identity?.kind ?? null,
    protected: through !== undefined || isProtectedOn(state, on),
    protectedThrough: through ?? null,
    nextChangeOn: nextChangeOf(state, around, on),
    review: protectionReview(state, on),
  };
}

/**
 * Writes what labels and search know of a person as of a day. A protected person is left out of the
 * names, and so can be found by the full number only.
 */
export async function projectPerson(tx: Tx, state: PersonState, on: PlainDate): Promise<void> {
  const row = personRow(state, on, await adultsAround(tx, state.person));
  const distinct = heldNumbers(state);
  await Promise.all([
    tx.run(UPSERT, [
      tx.tenant,
      row.person,
      row.givenName,
      row.familyName,
      row.birthDate,
      row.number,
      row.numberKind,
      row.protected,
      row.nextChangeOn,
      row.protectedThrough,
      row.review?.from ?? null,
      row.review?.dueOn ?? null,
    ]),
    projectNamed(tx, state, row, on),
    projectIdentities(tx, row, distinct),
    projectNames(tx, row, state.joinedInto !== undefined),
  ]);
}

/** The numbers that lead to a person: all of its own, none where the record is part of another one. */
function heldNumbers(state: PersonState): readonly string[] {
  return state.joinedInto === undefined ? numbersOf(state).toSorted() : [];
}

/**
 * Takes the numbers away that lead to a person no more, before whoever they lead to now is written. Only where
 * records are joined, parted or mended: otherwise a person keeps every number.
 */
export async function releaseNumbers(tx: Tx, state: PersonState): Promise<void> {
  await tx.run(RELEASE, [tx.tenant, state.person, heldNumbers(state)]);
}

async function projectIdentities(
  tx: Tx,
  row: PersonRow,
  numbers: readonly string[],
): Promise<void> {
  const written = await tx.run(UPSERT_IDENTITIES, [
    tx.tenant,
    row.person,
    numbers,
    row.number,
    row.protected,
  ]);
  // Somebody registered one of them meanwhile; tried again, that person is seen.
  if (written < numbers.length) throw new Raced("An identity number was taken meanwhile");
}

const DELETE_NAMED = statement(
  "person_named_delete",
  "delete from person_named where tenant = $1 and person = $2",
);

const INSERT_NAMED = statement(
  "person_named_insert",
  `insert into person_named (tenant, person, staff)
   select $1, $2, n.staff from unnest($3::uuid[]) as n (staff) on conflict do nothing`,
);

/** The staff a person is open to by name, as long as it is protected by itself. */
async function projectNamed(
  tx: Tx,
  state: PersonState,
  row: PersonRow,
  on: PlainDate,
): Promise<void> {
  if (state.fields["protectionStaff"] === undefined) return;
  const own = row.protected && row.protectedThrough === null;
  const named = own ? codesOf(personFieldOn(state, "protectionStaff", on)) : [];
  await tx.run(DELETE_NAMED, [tx.tenant, state.person]);
  if (named.length > 0) await tx.run(INSERT_NAMED, [tx.tenant, state.person, named]);
}

async function projectNames(tx: Tx, row: PersonRow, isPart: boolean): Promise<void> {
  const names = row.protected || isPart ? [] : namePairs(row);
  const words = [...new Set(names.flat())].filter((word) => word !== "").toSorted();
  await Promise.all([
    tx.run(DELETE_NAMES, [tx.tenant, row.person]),
    tx.run(INSERT_NAMES, [
      tx.tenant,
      row.person,
      names.map(([family]) => family),
      names.map(([, given]) => given),
    ]),
    tx.run(INSERT_WORDS, [tx.tenant, words, words.map(swedishSoundKey)]),
  ]);
}

/** Each family word with each given word, folded; a name that is missing counts as one empty word. */
export function namePairs(
  row: Pick<PersonRow, "givenName" | "familyName">,
): (readonly [family: string, given: string])[] {
  const families = wordsOf(row.familyName);
  const givens = wordsOf(row.givenName);
  if (families.length === 0 && givens.length === 0) return [];
  const orEmpty = (words: readonly string[]) => (words.length === 0 ? [""] : words);
  return orEmpty(families).flatMap((family) =>
    orEmpty(givens).map((given) => [family, given] as const),
  );
}

/** The distinct folded words of a name. */
export function wordsOf(name: string): string[] {
  return [...new Set(foldName(name).split(" "))].filter((word) => word !== "");
}

function textOn(state: PersonState, field: string, on: PlainDate): string {
  const value = personFieldOn(state, field, on);
  return typeof value === "string" ? value : "";
}

/** Fields whose later values make the row another one on their day. */
const DATED_FIELDS = [
  "givenName",
  "familyName",
  "birthDate",
  "protectionLevel",
  "protectionStaff",
] as const;

function nextChangeOf(
  state: PersonState,
  around: readonly AdultAround[],
  on: PlainDate,
): PlainDate | null {
  const own = DATED_FIELDS.flatMap((field) => state.fields[field] ?? []);
  const protectedAround = around.filter(({ state: adult }) => adult !== undefined);
  const ofHome = protectedAround.length === 0 ? [] : changesOfHome(state, around);
  const later = [...own.map((dated) => dated.validFrom), ...ofHome]
    .filter((day) => day > on)
    .toSorted();
  return later[0] ?? null;
}

/** The days on which somebody may begin or cease to live with somebody protected. */
function changesOfHome(child: PersonState, around: readonly AdultAround[]): readonly PlainDate[] {
  const states = [child, ...around.flatMap(({ state }) => state ?? [])];
  const fields = states.flatMap(({ fields: known }) => [
    ...(known["address"] ?? []),
    ...(known["protectionLevel"] ?? []),
  ]);
  const relations = around.flatMap(({ validFrom, validTo }) => [
    ...(validFrom === undefined ? [] : [validFrom]),
    ...(validTo === undefined ? [] : [addDays(validTo, 1)]),
  ]);
  return [...fields.map(({ validFrom }) => validFrom), ...relations];
}
