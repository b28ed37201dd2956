import { foldName } from "../../kernel/fold.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { parentKinds } from "./network.ts";
import { isProtectedOn, personFieldOn, type PersonState } from "./person-state.ts";

/** The kinds that say with whom the child lives, all the time or in turns. They make nobody a party. */
export const householdKinds: readonly string[] = ["home", "shared-home"];

/** Kinds of relation that may make a home: those that say it, and those of parents. */
export const homeKinds: readonly string[] = [...householdKinds, ...parentKinds];

/** A relation of an adult to the child; the days are included, and none given is always. */
export interface AdultAround {
  readonly person: Uuid;
  readonly kind: string;
  readonly validFrom: PlainDate | undefined;
  readonly validTo: PlainDate | undefined;
  /** What is known of the adult; absent where the adult has never been protected. */
  readonly state: PersonState | undefined;
}

/** The adults a child lives with on a day: who is said to be its home, else parents with the same address. */
function homeOn(
  child: PersonState,
  around: readonly AdultAround[],
  on: PlainDate,
): readonly AdultAround[] {
  const now = around.filter(
    ({ validFrom, validTo }) =>
      (validFrom === undefined || validFrom <= on) && (validTo === undefined || validTo >= on),
  );
  const told = now.filter(({ kind }) => householdKinds.includes(kind));
  if (told.length > 0) return told;
  const address = addressOn(child, on);
  if (address === undefined) return [];
  return now.filter(
    ({ kind, state }) =>
      parentKinds.includes(kind) && state !== undefined && addressOn(state, on) === address,
  );
}

/**
 * Whose protected data a child has by living there (O-11): derived each time and never set, it ends when the child
 * lives there no longer or the adult is protected no more. Undefined for a child that is protected itself.
 */
export function protectedThrough(
  child: PersonState,
  around: readonly AdultAround[],
  on: PlainDate,
): Uuid | undefined {
  if (isProtectedOn(child, on)) return undefined;
  return homeOn(child, around, on).find(
    ({ state }) => state !== undefined && isProtectedOn(state, on),
  )?.person;
}

/** The relations of known adults to a child. */
export function aroundOf(child: Uuid, adults: readonly PersonState[]): readonly AdultAround[] {
  return adults.flatMap((state) =>
    state.relations
      .filter(({ to, kind }) => to === child && homeKinds.includes(kind))
      .map(({ kind, validFrom, validTo }) => ({
        person: state.person,
        kind,
        validFrom,
        validTo,
        state,
      })),
  );
}

/** Whether a person is protected on a day, by itself or by whom of these it lives with. */
export function isProtectedAmong(
  person: PersonState,
  adults: readonly PersonState[],
  on: PlainDate,
): boolean {
  const around = aroundOf(person.person, adults);
  return isProtectedOn(person, on) || protectedThrough(person, around, on) !== undefined;
}

/** Whether a child lives with one of its adults on a day. */
export function livesWith(
  child: PersonState,
  adult: Uuid,
  adults: readonly PersonState[],
  on: PlainDate,
): boolean {
  return homeOn(child, aroundOf(child.person, adults), on).some(({ person }) => person === adult);
}

/** Whether somebody is, has been or will be protected. */
export function everProtected({ fields }: PersonState): boolean {
  return (fields["protectionLevel"] ?? []).some(({ value }) => value !== "none");
}

function addressOn(state: PersonState, on: PlainDate): string | undefined {
  const address = personFieldOn(state, "address", on);
  const folded = typeof address === "string" ? foldName(address) : "";
  return folded === "" ? undefined : folded;
}
