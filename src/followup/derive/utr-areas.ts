import type { BasisState } from "../../domain/akt-state.ts";
import { notAsked, type Value } from "../value.ts";

/** Areas about the child and its surroundings, by the variable of their level. */
const areaOfVariable: Readonly<Record<string, string>> = {
  "UTR-21": "BU1",
  "UTR-22": "BU2",
  "UTR-23": "BU3",
  "UTR-24": "BU4",
  "UTR-29": "FM1",
  "UTR-30": "FM2",
  "UTR-31": "FM3",
  "UTR-32": "FM4",
};

/** Areas about parents, which have a level for each of them. */
const areaOfParentVariable: Readonly<Record<string, string>> = {
  "UTR-25": "FF1",
  "UTR-26": "FF2",
  "UTR-27": "FF3",
  "UTR-28": "FF4",
};

interface AreaInput {
  readonly matter: { readonly basis?: BasisState | undefined };
}

/** The level of each area in the latest basis: a code, never a number to add up. */
export const areaVariables: Readonly<Record<string, (input: AreaInput) => Value>> =
  Object.fromEntries(
    Object.entries(areaOfVariable).map(([variable, area]) => [
      variable,
      ({ matter }: AreaInput) => levelOf(matter.basis, area, undefined),
    ]),
  );

/** ... and of each guardian. */
export const areaGuardianVariables: Readonly<
  Record<string, (input: AreaInput, guardian: string) => Value>
> = Object.fromEntries(
  Object.entries(areaOfParentVariable).map(([variable, area]) => [
    variable,
    ({ matter }: AreaInput, guardian: string) => levelOf(matter.basis, area, guardian),
  ]),
);

/** What was said last of an area, and where it is about a parent of that one. Not asked where nobody was. */
function levelOf(basis: BasisState | undefined, area: string, parent: string | undefined): Value {
  const of = basis?.levels?.findLast((each) => each.area === area && each.parent === parent);
  return of?.level ?? notAsked;
}
