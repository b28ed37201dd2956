import data from "../../../spec/access/guessable-passwords.json" with { type: "json" };
import { SHORTEST_PASSWORD } from "./shortest-password.ts";

/** The longest first, so that a word is not taken for the beginning of another. */
const WORDS = data.words.toSorted((one, other) => other.length - one.length);
const SWAPPED = new Map(Object.entries(data.swapped));

/** What a password is worth, in steps: refused for being short or guessable, taken, and better than most. */
export const STRENGTHS = ["short", "guessable", "fair", "strong"] as const;
export type Strength = (typeof STRENGTHS)[number];

/**
 * How strong a password is, as far as can be said without trying it: by the rules by which it is refused, and by its
 * length. `names` are those of the person and of the account.
 */
export function strengthOf(password: string, names: readonly string[]): Strength {
  const text = password.normalize("NFKC");
  const length = Array.from(text).length;
  if (length < SHORTEST_PASSWORD) return "short";
  if (isGuessable(text, names)) return "guessable";
  const isVaried = new Set(text.toLowerCase()).size >= data.strongDifferent;
  return length >= data.strongLength && isVaried ? "strong" : "fair";
}

/**
 * Whether a password is among the first that anybody would try: few different signs, or nothing but words that many
 * use, the own names, figures and signs.
 */
export function isGuessable(text: string, names: readonly string[]): boolean {
  const lower = text.toLowerCase();
  if (new Set(lower).size < data.fewestDifferent) return true;
  const own = names
    .flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u))
    .filter((name) => name.length > 2);
  const words = [...own.toSorted((one, other) => other.length - one.length), ...WORDS];
  const swapped = lower.replaceAll(/[^\p{L}]/gu, (sign) => SWAPPED.get(sign) ?? sign);
  return [lower, swapped].some((each) => lettersLeft(each, words) < data.leftLetters);
}

/** How many letters are left of a text when every word that is known has been taken out of it. */
function lettersLeft(text: string, words: readonly string[]): number {
  const rest = words.reduce((left, word) => left.replaceAll(word, " "), text);
  return [...rest.matchAll(/\p{L}/gu)].length;
}
