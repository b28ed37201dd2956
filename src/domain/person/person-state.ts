import type { IdentityNumber } from "../../kernel/identity-number.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import type { AnswerValue } from "../event.ts";

/** One value with the day it holds from; the latest on or before a day is the value of that day. */
export interface DatedValue {
  readonly validFrom: PlainDate;
  readonly value: AnswerValue;
  /** Where the value comes from (codelist `basic-data-source`); absent where nobody said. */
  readonly source?: string;
  readonly recordedOn?: PlainDate;
  /** The member of staff who recorded it. */
  readonly by?: Uuid;
}

/** A relation, read "this person is `kind` of `to`" (guardian, sibling, good-man, home: the child lives with them ...). */
export interface Relation {
  readonly relation: Uuid;
  readonly kind: string;
  readonly to: Uuid;
  readonly validFrom?: PlainDate;
  /** The last day it holds. */
  readonly validTo?: PlainDate;
  /** Who said so (codelist `basic-data-source`); absent where nobody has told. */
  readonly source?: string;
}

/** A record of the same person that was joined to this one: nothing of it is lost, and it can be parted again. */
export interface JoinedRecord {
  readonly joining: Uuid;
  readonly person: Uuid;
  readonly on: PlainDate;
  /** The identity numbers of that record, which are this person's while the two are one. */
  readonly numbers: readonly string[];
  /** Other persons whose relations were repeated to this one. */
  readonly touched: readonly Uuid[];
}

/**
 * A person: child, guardian or other. Field values by the ids of the document `basic-data`
 * (givenName, familyName, birthDate, legalSex, address, protectionLevel ...), each with history.
 */
export interface PersonState {
  readonly person: Uuid;
  readonly registeredOn: PlainDate;
  readonly identity?: IdentityNumber;
  readonly identityHistory: readonly IdentityNumber[];
  readonly fields: Readonly<Record<string, readonly DatedValue[]>>;
  readonly relations: readonly Relation[];
  /** Records that are one with this one; absent where there is none. */
  readonly joined?: readonly JoinedRecord[];
  /** The record this one is part of: changes are made there and told here. */
  readonly joinedInto?: { readonly person: Uuid; readonly joining: Uuid };
  /** Numbers registered by mistake: seen, and nobody's. Absent where there is none. */
  readonly mistaken?: readonly { readonly value: string; readonly on: PlainDate }[];
}

/** The value of a field on a day: the latest value valid on or before it, else the earliest known. */
export function personFieldOn(
  state: PersonState,
  field: string,
  on: PlainDate,
): AnswerValue | undefined {
  return datedFieldOn(state, field, on)?.value;
}

/** The value of a field on a day, with the day it holds from and where it comes from. */
export function datedFieldOn(
  state: PersonState,
  field: string,
  on: PlainDate,
): DatedValue | undefined {
  const values = state.fields[field];
  if (values === undefined || values.length === 0) return undefined;
  let found: DatedValue | undefined;
  for (const dated of values) {
    if (dated.validFrom <= on && (found === undefined || dated.validFrom >= found.validFrom)) {
      found = dated;
    }
  }
  return found ?? values[0];
}

/** The birth date: as registered, else by the digits of the identity. Both may be unknown. */
export function birthDateOf(state: PersonState, on: PlainDate): PlainDate | undefined {
  const registered = personFieldOn(state, "birthDate", on);
  if (typeof registered === "string") return parsePlainDate(registered);
  return state.identity?.birthDate;
}

/** "Given Family" on a day; empty where no name is known. */
export function nameOn(state: PersonState, on: PlainDate): string {
  const given = personFieldOn(state, "givenName", on);
  const family = personFieldOn(state, "familyName", on);
  return [given, family]
    .flatMap((part) => (typeof part === "string" && part !== "" ? [part] : []))
    .join(" ");
}

/** The level that says nobody asked for protection (codelist `protection-level`). */
const unprotected = "none";

/** Whether the person has protected personal data on a day, whatever the kind. */
export function isProtectedOn(state: PersonState, on: PlainDate): boolean {
  const level = personFieldOn(state, "protectionLevel", on);
  return typeof level === "string" && level !== unprotected;
}
