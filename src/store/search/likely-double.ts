import type { IdentityNumber } from "../../kernel/identity-number.ts";
import { nearDates } from "../../kernel/near-dates.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { wordsOf } from "../projections/person.ts";
import { matchName, type NameMatch, type SearchReason } from "./name-match.ts";

/** What of a person tells whether it may be another one too. */
export interface Likely {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: PlainDate | null;
  readonly numberKind: IdentityNumber["kind"] | null;
}

/**
 * Two records may be of one person (`double`), or are of twins, who are two persons and whose numbers are easily given
 * to the wrong one (`twins`).
 */
export type LikelyKind = "double" | "twins";

export interface Likeness {
  readonly kind: LikelyKind;
  readonly reasons: readonly SearchReason[];
  /** Smaller is liker. */
  readonly rank: number;
}

/** Worse than any match of a whole name. */
const PART_OF_NAME = 100;
/** Worse than the same day, whatever the names. */
const NEAR_DAY = 1000;

/**
 * How much two records look like one person: the same or like names, and the same birth date or one a slip of the pen
 * away. Who has a number of the population register each, and the same day of birth, is two persons; so are brothers
 * and sisters (`apart`). Undefined where nothing speaks for it. A hint for people to look at, and never more (U-07).
 */
export function likenessOf(one: Likely, two: Likely, apart: boolean): Likeness | undefined {
  if (one.birthDate === null || two.birthDate === null) return undefined;
  const sameDay = one.birthDate === two.birthDate;
  if (!sameDay && !nearDates(one.birthDate).includes(two.birthDate)) return undefined;
  const twoNumbers = [one, two].every(({ numberKind }) => numberKind === "personnummer");
  const day: SearchReason = sameDay ? "same-birth-date" : "near-birth-date";
  const whole = wholeMatch(one, two);
  if (apart || (twoNumbers && sameDay)) {
    const alike = apart ? (whole ?? likeGiven(one, two)) : whole;
    if (!sameDay || alike === undefined) return undefined;
    return { kind: "twins", reasons: [day, ...alike.reasons], rank: alike.rank };
  }
  const match = whole ?? (twoNumbers ? undefined : likePart(one, two, sameDay));
  if (match === undefined) return undefined;
  return {
    kind: "double",
    reasons: [...new Set([day, ...match.reasons])],
    rank: match.rank + (sameDay ? 0 : NEAR_DAY),
  };
}

function wholeMatch(one: Likely, two: Likely): NameMatch | undefined {
  return matchName([...wordsOf(one.givenName), ...wordsOf(one.familyName)], namesOf(two));
}

/** Given names that are like each other: what twins are taken for each other by. */
function likeGiven(one: Likely, two: Likely): NameMatch | undefined {
  return bestOf(wordsOf(one.givenName), { given: wordsOf(two.givenName), family: [] });
}

/**
 * Without a number of the population register a name may have changed or be written otherwise: one name is enough on the
 * same day, the given name itself on a day a slip away.
 */
function likePart(one: Likely, two: Likely, sameDay: boolean): NameMatch | undefined {
  const all = [...wordsOf(one.givenName), ...wordsOf(one.familyName)];
  const match = sameDay ? bestOf(all, namesOf(two)) : likeGiven(one, two);
  const exact = match?.reasons.some((each) => each === "exact-name" || each === "similar-sound");
  if (match === undefined || !(sameDay || exact === true)) return undefined;
  return { reasons: [...match.reasons, "part-of-name"], rank: match.rank + PART_OF_NAME };
}

function bestOf(
  words: readonly string[],
  names: ReturnType<typeof namesOf>,
): NameMatch | undefined {
  return words
    .flatMap((word) => matchName([word], names) ?? [])
    .toSorted((a, b) => a.rank - b.rank)[0];
}

function namesOf({ givenName, familyName }: Likely) {
  return { given: wordsOf(givenName), family: wordsOf(familyName) };
}
