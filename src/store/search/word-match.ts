import { damerauLevenshtein, swedishSoundKey } from "../../kernel/name-matching.ts";

/** How a word of a name fits a word that was sought, best first. */
export const WORD_MATCHES = ["exact", "beginning", "sound", "spelling"] as const;
export type WordMatch = (typeof WORD_MATCHES)[number];

/** Shorter words have too many neighbours to be sought by a changed letter or a beginning. */
const SHORTEST_FOR_BEGINNING = 3;
const SHORTEST_FOR_SPELLING = 4;
const SHORTEST_FOR_TWO_LETTERS = 6;

/** How many letters may differ in a word that was sought. */
export function tolerance(word: string): number {
  if (word.length < SHORTEST_FOR_SPELLING) return 0;
  return word.length < SHORTEST_FOR_TWO_LETTERS ? 1 : 2;
}

/** How a folded word of a name fits a folded word that was sought; undefined when it does not. */
export function matchWord(sought: string, word: string): WordMatch | undefined {
  if (sought === "" || word === "") return undefined;
  if (sought === word) return "exact";
  if (sought.length >= SHORTEST_FOR_BEGINNING && word.startsWith(sought)) return "beginning";
  if (swedishSoundKey(sought) === swedishSoundKey(word)) return "sound";
  const most = tolerance(sought);
  return most > 0 && damerauLevenshtein(sought, word, most) <= most ? "spelling" : undefined;
}

/** The better of two matches. */
export function betterMatch(
  a: WordMatch | undefined,
  b: WordMatch | undefined,
): WordMatch | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return WORD_MATCHES.indexOf(a) <= WORD_MATCHES.indexOf(b) ? a : b;
}
