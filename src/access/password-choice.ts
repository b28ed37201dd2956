import data from "../../spec/access/guessable-passwords.json" with { type: "json" };
import { SHORTEST_PASSWORD } from "../contract/session/shortest-password.ts";
import { problem, type Problem } from "../kernel/problem.ts";

/** More is no stronger, and costs us to hash. */
export const LONGEST_PASSWORD = 128;

/** The longest first, so that a word is not taken for the beginning of another. */
const WORDS = data.words.toSorted((one, other) => other.length - one.length);
const SWAPPED = new Map(Object.entries(data.swapped));

/**
 * Why a password may not be chosen: shorter than the least (`session.password-short`), longer than the most
 * (`session.password-long`), or among the first that anybody would try (`session.password-guessable`): few different
 * signs, or nothing but words that many use, the own names, figures and signs. `names` are those of the person and of
 * the account. No rule says which signs there must be: length is what makes guessing hopeless (NIST SP 800-63B, 5.1.1.2).
 */
export function refusedChoice(
  password: string,
  pointer: string,
  names: readonly string[],
): Problem | undefined {
  const text = password.normalize("NFKC");
  const length = Array.from(text).length;
  if (length < SHORTEST_PASSWORD) {
    return problem("session.password-short", { pointer, params: { shortest: SHORTEST_PASSWORD } });
  }
  if (length > LONGEST_PASSWORD) {
    return problem("session.password-long", { pointer, params: { longest: LONGEST_PASSWORD } });
  }
  return isGuessable(text, names) ? problem("session.password-guessable", { pointer }) : undefined;
}

function isGuessable(text: string, names: readonly string[]): boolean {
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
