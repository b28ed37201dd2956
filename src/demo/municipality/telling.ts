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
const SLOT = /(^|[.!?] )?\{(\p{L}+2?)\}/gu;
const SCHOOL_FROM = 6;
const PRESCHOOL_FROM = 1;

/** Texts of a child of this age; `mentor` is who knows the child at school or preschool. */
export function tellingOf(
  dice: Dice,
  household: Household,
  child: Child,
  age: number,
  mentor: string,
): Telling {
  const [first, second] = household.guardians;
  const slots: Readonly<Record<string, string>> = {
    ...PRONOUNS[child.sex],
    barnet: child.givenName,
    ålder: String(age),
    vh: first?.givenName ?? "",
    vh2: second?.givenName ?? "",
    skola: placeFor(child, age),
    Mentor: `${age >= SCHOOL_FROM ? "mentor" : "förskollärare"} ${mentor}`,
  };
  function value(name: string): string {
    if (name === "procent") return String(10 * dice.integer(3, 7));
    if (name === "minuter") return String(5 * dice.integer(3, 9));
    return slots[name] ?? "";
  }
  function fill(text: string): string {
    return text.replace(AGES, "").replace(SLOT, (_, start: string | undefined, name: string) => {
      const filled = value(name);
      if (start === undefined) return filled;
      return start + filled.slice(0, 1).toLocaleUpperCase("sv") + filled.slice(1);
    });
  }
  function fits(text: string): boolean {
    const ages = AGES.exec(text);
    const rightAge = ages === null || (age >= Number(ages[1]) && age <= Number(ages[2]));
    return rightAge && (second !== undefined || !text.includes("{vh2}"));
  }
  const some = (texts: readonly string[], count: number): readonly string[] =>
    dice.some(texts.filter(fits), count).map(fill);
  return { fill, some, fits: (texts) => texts.some(fits), one: (texts) => some(texts, 1)[0] ?? "" };
}

function placeFor(child: Child, age: number): string {
  if (age >= SCHOOL_FROM) return child.school;
  return age >= PRESCHOOL_FROM ? child.preschool : "BVC";
}
