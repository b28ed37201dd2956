import { birthDateOf, personFieldOn, type PersonState } from "../../domain/person/person-state.ts";
import { ageOn, type PlainDate } from "../../kernel/plain-date.ts";
import {
  answered,
  answeredSet,
  isMissing,
  notRelevant,
  setOf,
  unknown,
  type Value,
} from "../value.ts";
import { guardiansOn, holdsOn, type DeriveEnv, type RowPersons } from "./env.ts";

/** The persons of a row on the row's own day. */
export interface BackgroundInput {
  readonly persons: RowPersons;
  readonly on: PlainDate;
  readonly env: DeriveEnv;
}

/** Background of the child, copied to every row as of the day of the row. One function a variable. */
export const backgroundVariables: Readonly<Record<string, (input: BackgroundInput) => Value>> = {
  "BAK-01": legalSex,
  "BAK-02": ageAtEvent,
  "BAK-02.band": ageBand,
  "BAK-03": countryOfBirth,
  "BAK-03.group": countryGroup,
  "BAK-05": unaccompanied,
  "BAK-06": livesWhere,
  "BAK-07": custody,
  "BAK-08": disability,
  "BAK-08.kinds": disabilityKinds,
  "BAK-09": interpreter,
  "BAK-09.language": language,
  "BAK-10": carersSex,
  "BAK-11": protectionLevel,
  "BAK-12": siblings,
};

/** Background of one guardian, on the row's own day. */
export const guardianBackground: Readonly<
  Record<string, (guardian: PersonState, on: PlainDate) => Value>
> = {
  "BAK-04": (guardian, on) => answered(personFieldOn(guardian, "countryOfBirth", on)),
};

function field(input: BackgroundInput, id: string): Value {
  return answered(personFieldOn(input.persons.child, id, input.on));
}

function legalSex(input: BackgroundInput): Value {
  return field(input, "legalSex");
}

/** Whole years; a child not yet born is 0. */
function ageAtEvent({ persons, on }: BackgroundInput): Value {
  const born = birthDateOf(persons.child, on);
  return born === undefined ? unknown : Math.max(0, ageOn(born, on));
}

function ageBand(input: BackgroundInput): Value {
  const age = ageAtEvent(input);
  if (typeof age !== "number") return age;
  const band = input.env.settings.ageBands.find((each) => age >= each.from && age <= each.to);
  return band?.code ?? notRelevant;
}

function countryOfBirth(input: BackgroundInput): Value {
  return field(input, "countryOfBirth");
}

function countryGroup(input: BackgroundInput): Value {
  const country = countryOfBirth(input);
  if (typeof country !== "string") return country;
  return input.env.countryGroups.get(country) ?? unknown;
}

function unaccompanied(input: BackgroundInput): Value {
  return field(input, "unaccompanied");
}

function livesWhere(input: BackgroundInput): Value {
  return field(input, "addressKind");
}

function custody(input: BackgroundInput): Value {
  return field(input, "custody");
}

function disability(input: BackgroundInput): Value {
  return field(input, "disability");
}

/** The kinds are a question only where there is a known disability. */
function disabilityKinds(input: BackgroundInput): Value {
  const known = disability(input);
  if (isMissing(known)) return known;
  const kinds = answeredSet(personFieldOn(input.persons.child, "disabilityKinds", input.on));
  return known === "yes" || !isMissing(kinds) ? kinds : notRelevant;
}

function interpreter(input: BackgroundInput): Value {
  return field(input, "interpreter");
}

/** The language of the interpreter, so it is a question only where one is needed. */
function language(input: BackgroundInput): Value {
  const needed = interpreter(input);
  if (needed === true) return field(input, "language");
  return needed === false ? notRelevant : needed;
}

/** The legal sex of each guardian, each sex once. */
function carersSex({ persons, on, env }: BackgroundInput): Value {
  const sexes = guardiansOn(persons, on, env)
    .map((guardian) => personFieldOn(guardian, "legalSex", on))
    .filter((sex) => typeof sex === "string");
  return setOf(sexes, unknown);
}

function protectionLevel(input: BackgroundInput): Value {
  return field(input, "protectionLevel");
}

function siblings({ persons, on, env }: BackgroundInput): Value {
  const named = persons.child.relations.filter(
    (relation) => env.settings.siblingRelations.includes(relation.kind) && holdsOn(relation, on),
  );
  return new Set([...named.map((relation) => relation.to), ...(persons.siblings ?? [])]).size;
}
