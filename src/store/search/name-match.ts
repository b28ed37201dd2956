import { betterMatch, matchWord, WORD_MATCHES, type WordMatch } from "./word-match.ts";

/** Why a person was found; the words of each id are in `spec/texts/search.json`. */
export type SearchReason =
  | "same-number"
  | "earlier-number"
  | "matter-number"
  | "exact-name"
  | "name-beginning"
  | "similar-sound"
  | "similar-spelling"
  | "swapped-order"
  | "part-of-name"
  | "same-birth-date"
  | "near-birth-date";

export interface NameMatch {
  readonly reasons: readonly SearchReason[];
  /** Smaller is better. */
  readonly rank: number;
}

const REASON_OF_MATCH: Readonly<Record<WordMatch, SearchReason>> = {
  exact: "exact-name",
  beginning: "name-beginning",
  sound: "similar-sound",
  spelling: "similar-spelling",
};

/** The words of a person's name, folded. */
export interface NameWords {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

interface Found {
  readonly match: WordMatch;
  readonly part: "given" | "family";
}

/**
 * How the words sought fit a name, and why; undefined unless every word but one of three or more fits
 * some word of it. With two words or more both a given and a family name must be hit.
 */
export function matchName(sought: readonly string[], name: NameWords): NameMatch | undefined {
  const found = sought.map((word) => findIn(word, name));
  const hits = found.filter((hit) => hit !== undefined);
  const missed = found.length - hits.length;
  if (hits.length === 0 || missed > (sought.length > 2 ? 1 : 0)) return undefined;
  const parts = new Set(hits.map((hit) => hit.part));
  if (sought.length > 1 && parts.size < 2 && hasBoth(name)) return undefined;
  const worst = hits.reduce<WordMatch>((match, hit) => worse(match, hit.match), "exact");
  const swapped = hits.length > 1 && hits[0]?.part === "family" && hits.at(-1)?.part === "given";
  const reasons: SearchReason[] = [REASON_OF_MATCH[worst]];
  if (swapped) reasons.push("swapped-order");
  if (missed > 0) reasons.push("part-of-name");
  const rank = WORD_MATCHES.indexOf(worst) * 4 + missed * 2 + (swapped ? 1 : 0);
  return { reasons, rank };
}

function findIn(word: string, name: NameWords): Found | undefined {
  const given = bestOf(word, name.given);
  const family = bestOf(word, name.family);
  const match = betterMatch(given, family);
  if (match === undefined) return undefined;
  return { match, part: match === given ? "given" : "family" };
}

function bestOf(word: string, words: readonly string[]): WordMatch | undefined {
  return words.reduce<WordMatch | undefined>(
    (best, candidate) => betterMatch(best, matchWord(word, candidate)),
    undefined,
  );
}

function worse(a: WordMatch, b: WordMatch): WordMatch {
  return WORD_MATCHES.indexOf(a) >= WORD_MATCHES.indexOf(b) ? a : b;
}

function hasBoth(name: NameWords): boolean {
  return name.given.length > 0 && name.family.length > 0;
}
