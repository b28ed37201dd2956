import type { AnswerItem, AnswerValue } from "../../domain/event.ts";
import type { Dice } from "./dice.ts";
import type { Rates, Words } from "./files.ts";

/** Facts of a person as the demo's files write them: items of lists have no id yet. */
export type Facts = Readonly<
  Record<string, AnswerValue | readonly Omit<AnswerItem, "id">[] | undefined>
>;

/** Where a family is from: the same for all of it, but who was born later was mostly born here. */
export interface Origin {
  readonly country: string;
  readonly language: string;
  readonly interpreter: boolean;
}

const HERE = "SE";
const LANGUAGES: Readonly<Record<string, string>> = {
  SE: "sv",
  SY: "ar",
  IQ: "ar",
  SO: "so",
  AF: "prs",
  ER: "ti",
  UA: "uk",
  PL: "pl",
  FI: "fi",
  TH: "th",
  NO: "sv",
  DK: "sv",
};
const NEEDS_INTERPRETER = 0.55;
/** Countries that children come from without their parents. */
const ALONE_FROM = ["SY", "AF", "SO", "ER"];
const SCHOOL_FROM = 6;
const UPPER_SECONDARY_FROM = 16;

export function originOf(dice: Dice, rates: Rates, unaccompanied: boolean): Origin {
  const country = unaccompanied ? dice.pick(ALONE_FROM) : dice.weighted(rates.invented.country);
  const language = LANGUAGES[country] ?? "sv";
  const interpreter = language !== "sv" && (unaccompanied || dice.chance(NEEDS_INTERPRETER));
  return { country, language, interpreter };
}

/** Where somebody of the family was born; not always known, or told. */
export function bornWhere(dice: Dice, rates: Rates, origin: Origin, here: number): Facts {
  const country = origin.country !== HERE && dice.chance(here) ? HERE : origin.country;
  if (dice.chance(NOT_KNOWN)) return { countryOfBirth: missing(dice, rates) };
  return dice.chance(NOT_ASKED) ? {} : { countryOfBirth: country };
}

const NOT_KNOWN = 0.02;
const NOT_ASKED = 0.1;

/** That something is missing, and why. */
export function missing(dice: Dice, rates: Rates): AnswerValue {
  const why = dice.weighted(rates.invented.missing);
  return { missing: why === "declined" ? "declined" : "unknown" };
}

/** What is known of a child beside its name: health, school, who speaks for it. */
export function childFacts(dice: Dice, words: Words, rates: Rates, age: number): Facts {
  const disability = dice.weighted(rates.invented.disability);
  const known = dice.chance(NOT_KNOWN) ? missing(dice, rates) : disability;
  return {
    disability: known,
    ...(known === "yes" ? { disabilityKinds: [kindOf(dice, age)] } : {}),
    ...schoolForm(age),
    ...healthContacts(dice, words, age),
  };
}

function kindOf(dice: Dice, age: number): string {
  return age < SCHOOL_FROM
    ? dice.weighted({ physical: 30, intellectual: 30, "sight-hearing": 25, other: 15 })
    : dice.weighted({ neuropsychiatric: 70, intellectual: 14, physical: 9, "sight-hearing": 7 });
}

function schoolForm(age: number): Facts {
  if (age >= UPPER_SECONDARY_FROM) return { schoolForm: "upper-secondary" };
  if (age > SCHOOL_FROM) return { schoolForm: "compulsory" };
  if (age === SCHOOL_FROM) return { schoolForm: "preschool-class" };
  return { schoolForm: age === 0 ? "at-home" : "preschool" };
}

function healthContacts(dice: Dice, words: Words, age: number): Facts {
  if (!dice.chance(0.35)) return {};
  const kind =
    age < SCHOOL_FROM ? "child-health" : dice.pick(["pupil-health", "child-psychiatry", "dental"]);
  return { healthContacts: [{ kind, about: dice.pick(words.events["healthContact"] ?? [""]) }] };
}
