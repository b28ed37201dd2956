import type { Answers } from "../../domain/event.ts";
import { addDays, ageOn, type PlainDate } from "../../kernel/plain-date.ts";
import type { DemoFamily } from "../demo-files.ts";
import type { Dice } from "./dice.ts";
import type { MunicipalityFiles, Theme } from "./files.ts";
import type { Register, Sex } from "./names.ts";

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
}

/** What households are made from. */
export interface Makings {
  readonly files: MunicipalityFiles;
  readonly register: Register;
  /** The day the municipality is made, from which days are counted. */
  readonly today: PlainDate;
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
  const oneGuardian = theme.separated !== true && dice.chance(invented.oneGuardian);
  const separated = !oneGuardian && (theme.separated ?? dice.chance(invented.separated));
  const making: Making = {
    makings,
    dice,
    key,
    first: addDays(today, firstDay),
    eldest,
    surname: register.family(dice),
    apart: separated,
    shared: {
      language: dice.weighted(invented.otherLanguage),
      address: `${dice.pick(files.words.streets)} ${dice.integer(1, 98)}, 999 ${dice.integer(10, 99)} Lindvik`,
      ...(dice.chance(invented.protected) ? { protectionLevel: "secrecy-marking" } : {}),
    },
    persons: {},
  };
  const guardians = makeGuardians(making, oneGuardian);
  const children = makeChildren(making, {
    custody: oneGuardian ? "sole" : "joint",
    addressKind: separated || oneGuardian ? "one-guardian" : "both-guardians",
  });
  const relations = guardians.flatMap((adult) =>
    children.map(
      (child) => [adult.key.slice(1), "guardian", child.key.slice(1)] as [string, string, string],
    ),
  );
  return { key, theme, children, guardians, persons: making.persons, relations };
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
  readonly shared: Answers & { readonly language: string; readonly address: string };
  /** Filled as they are made. */
  readonly persons: DemoFamily["persons"];
}

function makeGuardians(making: Making, oneGuardian: boolean): readonly Adult[] {
  const { dice, key, shared, surname } = making;
  const { register } = making.makings;
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
      language: shared.language,
      ...(elsewhere ? {} : { address: shared.address }),
    };
    return { key: `@${key}-g${index + 1}`, givenName };
  });
}

function makeChildren(making: Making, living: Answers): readonly Child[] {
  const { dice, key, shared, eldest } = making;
  const { files, register } = making.makings;
  const { found, invented } = files.rates;
  const count = Number(dice.weighted(invented.childrenInHousehold));
  return Array.from({ length: count }, (_, index): Child => {
    const sex: Sex = dice.chance(found.boys) ? "male" : "female";
    const age = Math.max(0, eldest - index * dice.integer(2, 3));
    const days = age * DAYS_A_YEAR + dice.integer(20, DAYS_A_YEAR - 20);
    const own = register.number(addDays(making.first, -days), sex);
    const givenName = register.child(dice, sex);
    making.persons[`${key}-c${index + 1}`] = {
      givenName,
      familyName: making.surname,
      identityNumber: own.number,
      birthDate: own.born,
      legalSex: sex,
      disability: dice.weighted(invented.disability),
      unaccompanied: false,
      ...living,
      ...shared,
    };
    return {
      key: `@${key}-c${index + 1}`,
      givenName,
      sex,
      birthDate: own.born,
      school: dice.pick(files.words.schools),
      preschool: dice.pick(files.words.preschools),
    };
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
