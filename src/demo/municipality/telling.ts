import type { Dice } from "./dice.ts";
import type { Child, Household } from "./household.ts";

/** Tells about one child: picks texts that fit the age and the family, and fills in names. */
export interface Telling {
  /** One text of several, said of this child. */
  one(texts: readonly string[]): string;
  /** Up to so many different ones. */
  some(texts: readonly string[], count: number): readonly string[];
  /** Whether any of the texts can be said of this child. */
  fits(texts: readonly string[]): boolean;
  /** A text as it stands, filled in. */
  fill(text: string): string;
}

const PRONOUNS = {
  female: { han: "hon", Han: "Hon", honom: "henne", hans: "hennes" },
  male: { han: "han", Han: "Han", honom: "honom", hans: "hans" },
};
const AGES = /^\[(\d+)-(\d+)\] /u;
/** `<this|that|>`: one of them. */
const CHOICE = /<([^<>]*)>/gu;
const SLOT = /([.!?] )?\{(\p{L}+2?)\}(s(?!\p{L}))?/gu;
/** Said of two guardians; of one where nothing else can be said. */
const OF_BOTH = /[Ff]öräldrarna|[Bb]åda |vårdnadshavarna/u;
const SCHOOL_FROM = 6;
const PRESCHOOL_FROM = 1;

/**
 * Texts of a child of this age; `mentor` is who knows the child at school or preschool, `lists` words that slots
 * are filled from. What the household has been told least often comes first.
 */
export function tellingOf(
  dice: Dice,
  household: Household,
  child: Child,
  age: number,
  mentor: string,
  lists: Readonly<Record<string, readonly string[]>>,
): Telling {
  const [first, second] = household.guardians;
  const slots: Readonly<Record<string, string>> = {
    ...PRONOUNS[child.sex],
    barnet: child.givenName,
    ålder: String(age),
    vh: first?.givenName ?? "",
    mamma: first?.called ?? "",
    hen: first?.called === "pappa" ? "han" : "hon",
    vh2: second?.givenName ?? "",
    ...around(household, child, age, mentor),
  };
  function value(name: string): string {
    if (name === "procent") return String(5 * dice.integer(6, 14));
    if (name === "minuter") return String(5 * dice.integer(3, 9));
    if (name === "tid") return `${dice.integer(8, 16)}.${dice.pick(["00", "15", "30", "45"])}`;
    const list = lists[name];
    return list === undefined ? (slots[name] ?? "") : dice.pick(list);
  }
  function fill(text: string): string {
    return chosenOf(dice, text.replace(AGES, "")).replace(
      SLOT,
      (_, start: string | undefined, name: string, genitive: string | undefined, at: number) => {
        const filled = genitive === undefined ? value(name) : genitiveOf(value(name));
        if (start === undefined && at > 0) return filled;
        return (start ?? "") + filled.slice(0, 1).toLocaleUpperCase("sv") + filled.slice(1);
      },
    );
  }
  function fits(text: string): boolean {
    return fitsAge(text, age) && (second !== undefined || !text.includes("{vh2}"));
  }
  function fittest(texts: readonly string[]): readonly string[] {
    const fitting = texts.filter(fits);
    if (second !== undefined) return fitting;
    const ofOne = fitting.filter((text) => !OF_BOTH.test(text));
    return ofOne.length === 0 ? fitting : ofOne;
  }
  function some(texts: readonly string[], count: number): readonly string[] {
    const { told } = household;
    const turns = (text: string): number => told.get(text) ?? 0;
    const picked = dice
      .some(fittest(texts), texts.length)
      .toSorted((a, b) => turns(a) - turns(b))
      .slice(0, count);
    for (const text of picked) told.set(text, turns(text) + 1);
    return picked.map(fill);
  }
  return { fill, some, fits: (texts) => texts.some(fits), one: (texts) => some(texts, 1)[0] ?? "" };
}

/** Whether a text can be said of a child that old: `[3-12] ` before it says of which. */
export function fitsAge(text: string, age: number): boolean {
  const ages = AGES.exec(text);
  return ages === null || (age >= Number(ages[1]) && age <= Number(ages[2]));
}

/** One of each choice, the innermost first. */
function chosenOf(dice: Dice, text: string): string {
  const chosen = text.replace(CHOICE, (_, options: string) => dice.pick(options.split("|")));
  return chosen === text ? text : chosenOf(dice, chosen);
}

/** A name that ends in s, x or z has no s of its own in the genitive. */
function genitiveOf(name: string): string {
  return /[sxz]$/iu.test(name) ? name : `${name}s`;
}

/** Where the child is by day and who knows it there; without a name where nobody may learn where the family lives. */
function around({ hidden }: Household, child: Child, age: number, mentor: string) {
  const pupil = age >= SCHOOL_FROM;
  if (hidden) {
    const day = pupil ? "skolan" : "förskolan";
    return { skola: day, Mentor: pupil ? "mentorn" : "förskolläraren" };
  }
  const named = age >= PRESCHOOL_FROM ? child.preschool : "BVC";
  return {
    skola: pupil ? child.school : named,
    Mentor: `${pupil ? "mentor" : "förskollärare"} ${mentor}`,
  };
}
