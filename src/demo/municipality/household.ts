import { addDays, ageOn, type PlainDate } from "../../kernel/plain-date.ts";
import type { DemoFamily } from "../demo-files.ts";
import type { Dice } from "./dice.ts";
import type { MunicipalityFiles, Theme } from "./files.ts";
import type { Register, Sex } from "./names.ts";
import type { Reporters } from "./reporters.ts";
import { bornWhere, childFacts, originOf, type Facts, type Origin } from "./origins.ts";

export interface Child {
  /** Its name in the files' sense: `@h12-c1`. */
  readonly key: string;
  readonly givenName: string;
  readonly sex: Sex;
  readonly birthDate: PlainDate;
  readonly school: string;
  readonly preschool: string;
}

export interface Adult {
  readonly key: string;
  readonly givenName: string;
  /** What the children call this adult. */
  readonly called: string;
}

/** The people of one address or two, with what brought them to the social services. */
export interface Household {
  readonly key: string;
  readonly theme: Theme;
  readonly children: readonly Child[];
  /** The first is the one the children live with. */
  readonly guardians: readonly Adult[];
  readonly persons: DemoFamily["persons"];
  readonly relations: DemoFamily["relations"];
  /** The guardians live apart from the beginning. */
  readonly apart: boolean;
  /** Where the family lives may not be told: no text names a place. */
  readonly hidden: boolean;
  /** How often each text has been told of it, so that it isn't told twice. */
  readonly told: Map<string, number>;
}

/** What households are made from. */
export interface Makings {
  readonly files: MunicipalityFiles;
  readonly register: Register;
  /** The day the municipality is made, from which days are counted. */
  readonly today: PlainDate;
  readonly reporters: Reporters;
}

const DAYS_A_YEAR = 365;
const OLDEST = 17;

/** Makes a household whose first child had the age of its theme `firstDay` days from today. */
export function makeHousehold(
  makings: Makings,
  dice: Dice,
  key: string,
  firstDay: number,
): Household {
  const { files, register, today } = makings;
  const { found, invented } = files.rates;
  const theme = themeOf(files, dice.weighted(found.themes));
  const eldest = ageFor(dice, theme, invented.age);
  const unaccompanied =
    theme.separated === undefined &&
    eldest >= ALONE_FROM_AGE &&
    dice.chance(invented.unaccompanied / OLD_ENOUGH);
  const oneGuardian =
    unaccompanied || (theme.separated !== true && dice.chance(invented.oneGuardian));
  const apart = !oneGuardian && (theme.separated ?? dice.chance(invented.separated));
  const protection = dice.weighted(invented.protectionLevel);
  const hidden = protection !== "none";
  const making: Making = {
    makings,
    dice,
    key,
    first: addDays(today, firstDay),
    eldest,
    surname: register.family(dice),
    apart,
    unaccompanied,
    origin: originOf(dice, files.rates, unaccompanied),
    address: `${dice.pick(files.words.streets)} ${dice.integer(1, 98)}, 999 ${dice.integer(10, 99)} Lindvik`,
    protection: hidden || dice.chance(ASKED_FOR_PROTECTION) ? { protectionLevel: protection } : {},
    persons: {},
  };
  const guardians = makeGuardians(making, oneGuardian);
  const children = makeChildren(making, livingOf(making, oneGuardian));
  const { persons } = making;
  const relations = relationsOf(guardians, children);
  return { key, theme, children, guardians, persons, relations, apart, hidden, told: new Map() };
}

/** How often it is written down that no identity is protected. */
const ASKED_FOR_PROTECTION = 0.85;
const ALONE_FROM_AGE = 12;
/** The share of first children who are that old. */
const OLD_ENOUGH = 0.4;

function livingOf(making: Making, oneGuardian: boolean): Facts {
  if (making.unaccompanied) return { custody: "special-guardian", addressKind: "other-relative" };
  if (oneGuardian) return { custody: "sole", addressKind: "one-guardian" };
  if (!making.apart) return { custody: "joint", addressKind: "both-guardians" };
  const { dice } = making;
  return {
    custody: "joint",
    addressKind: dice.pick(["one-guardian", "one-guardian", "alternating"]),
  };
}

/** The elder ones name the younger as siblings: a relation leads to somebody who is registered already. */
function relationsOf(
  guardians: readonly Adult[],
  children: readonly Child[],
): DemoFamily["relations"] {
  const tie = (from: { key: string }, kind: string, to: { key: string }) =>
    [from.key.slice(1), kind, to.key.slice(1)] as [string, string, string];
  return [
    ...guardians.flatMap((adult) => children.map((child) => tie(adult, "guardian", child))),
    ...children.flatMap((child, index) =>
      children.slice(index + 1).map((younger) => tie(child, "sibling", younger)),
    ),
  ];
}

/** A household on its way. */
interface Making {
  readonly makings: Makings;
  readonly dice: Dice;
  readonly key: string;
  /** The day of the first report. */
  readonly first: PlainDate;
  /** The age of the eldest child then. */
  readonly eldest: number;
  readonly surname: string;
  /** The guardians live apart. */
  readonly apart: boolean;
  /** The child came alone, and lives with a relative who has been made its guardian. */
  readonly unaccompanied: boolean;
  readonly origin: Origin;
  readonly address: string;
  readonly protection: Facts;
  /** Filled as they are made. */
  readonly persons: Record<string, Facts>;
}

function makeGuardians(making: Making, oneGuardian: boolean): readonly Adult[] {
  const { dice, key, surname, origin } = making;
  const { register, files } = making.makings;
  const sexes: readonly Sex[] = oneGuardian ? ["female"] : dice.some(SEXES, 2);
  return sexes.map((sex, index) => {
    const givenName = register.adult(dice, sex);
    const years = making.eldest + dice.integer(20, 38);
    const own = register.number(addDays(making.first, -Math.floor(years * DAYS_A_YEAR)), sex);
    const elsewhere = making.apart && index === 1;
    making.persons[`${key}-g${index + 1}`] = {
      givenName,
      familyName: elsewhere ? register.family(dice) : surname,
      identityNumber: own.number,
      birthDate: own.born,
      legalSex: sex,
      language: origin.language,
      ...bornWhere(dice, files.rates, origin, 0),
      ...(elsewhere ? {} : { address: making.address, ...making.protection }),
    };
    const parent = sex === "female" ? "mamma" : "pappa";
    return {
      key: `@${key}-g${index + 1}`,
      givenName,
      called: making.unaccompanied ? "faster" : parent,
    };
  });
}

function makeChildren(making: Making, living: Facts): readonly Child[] {
  const { dice, key, eldest, origin } = making;
  const { files, register } = making.makings;
  const { found, invented } = files.rates;
  const count = making.unaccompanied ? 1 : Number(dice.weighted(invented.childrenInHousehold));
  return Array.from({ length: count }, (_, index): Child => {
    const sex: Sex = dice.chance(found.boys) ? "male" : "female";
    const age = Math.max(0, eldest - index * dice.integer(2, 3));
    const days = age * DAYS_A_YEAR + dice.integer(20, DAYS_A_YEAR - 20);
    const own = register.number(addDays(making.first, -days), sex);
    const givenName = register.child(dice, sex);
    const school = dice.pick(files.words.schools);
    const preschool = dice.pick(files.words.preschools);
    const bornHere = making.unaccompanied ? 0 : 0.7;
    making.persons[`${key}-c${index + 1}`] = {
      givenName,
      familyName: making.surname,
      identityNumber: own.number,
      birthDate: own.born,
      legalSex: sex,
      unaccompanied: making.unaccompanied,
      interpreter: origin.interpreter,
      language: origin.language,
      address: making.address,
      ...bornWhere(dice, files.rates, origin, bornHere),
      ...childFacts(dice, files.words, files.rates, age),
      ...living,
      ...making.protection,
    };
    return { key: `@${key}-c${index + 1}`, givenName, sex, birthDate: own.born, school, preschool };
  });
}

const SEXES: readonly Sex[] = ["female", "male"];

function themeOf(files: MunicipalityFiles, id: string): Theme {
  const theme = files.themes.find((each) => each.id === id);
  if (theme === undefined) throw new Error(`The demo has no theme ${id}`);
  return theme;
}

/** An age by how common it is among reported children, within what the theme is about. */
function ageFor(dice: Dice, theme: Theme, bands: Readonly<Record<string, number>>): number {
  const [least, most] = theme.ages;
  const fitting = Object.entries(bands).map(([band, weight]) => {
    const [from = 0, to = OLDEST] = band.split("-").map(Number);
    const low = Math.max(from, least);
    const high = Math.min(to, most);
    const share = high < low ? 0 : (high - low + 1) / (to - from + 1);
    return [`${low}-${high}`, weight * share] as const;
  });
  const [from = least, to = most] = dice
    .weighted(Object.fromEntries(fitting))
    .split("-")
    .map(Number);
  return dice.integer(from, to);
}

/** How old the child is `day` days from today. */
export function ageAt(makings: Makings, child: Child, day: number): number {
  return ageOn(child.birthDate, addDays(makings.today, day));
}
