import rules from "../../spec/print/recipients.json" with { type: "json" };
import { audienceOf, guardianOrder } from "../domain/audience.ts";
import { birthDateOf, nameOn, type PersonState } from "../domain/person/person-state.ts";
import type { Uuid } from "../kernel/ids.ts";
import { ageOn, type PlainDate } from "../kernel/plain-date.ts";
import type { PartyFacts } from "./facts.ts";

/**
 * Who may get a copy on a day: the guardians, and the child from the age at which it acts for itself
 * (spec/print/recipients.json). A child of unknown age gets none. `order` is everybody who was ever a guardian,
 * by which the letters of `visible-to` are given.
 */
export function recipientsOn(
  child: PersonState,
  guardians: readonly PersonState[],
  on: PlainDate,
  order: readonly Uuid[] = guardianOrder(
    guardians.map(({ person }) => ({ person, from: undefined })),
  ),
): readonly PartyFacts[] {
  const party = (state: PersonState, kind: PartyFacts["kind"]): PartyFacts => ({
    person: state.person,
    kind,
    name: nameOn(state, on),
    audience: audienceOf(state.person, child.person, order),
  });
  const once = new Map<Uuid, PartyFacts>(
    guardians.map((one) => [one.person, party(one, "guardian")]),
  );
  return [
    ...[...once.values()].toSorted((a, b) => (a.person < b.person ? -1 : 1)),
    ...(ownCopyOf(child, on).gets ? [party(child, "child")] : []),
  ];
}

/** From which age a child gets a copy of its own, and whether this child does on a day. */
export function ownCopyOf(
  child: PersonState,
  on: PlainDate,
): { readonly fromAge: number; readonly gets: boolean } {
  const age = ageOf(child, on);
  return { fromAge: rules.childFromAge, gets: age !== undefined && age >= rules.childFromAge };
}

/** Age in whole years; undefined where no birth date is known. */
export function ageOf(person: PersonState, on: PlainDate): number | undefined {
  const born = birthDateOf(person, on);
  return born === undefined ? undefined : ageOn(born, on);
}
