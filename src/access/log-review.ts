import { createHash } from "node:crypto";
import data from "../../spec/access/log-review.json" with { type: "json" };
import readLog from "../../spec/access/read-log.json" with { type: "json" };
import type { Uuid } from "../kernel/ids.ts";
import { addMonths, maxDate, minDate, weekdayOf, type PlainDate } from "../kernel/plain-date.ts";
import type { AccessRelation } from "./read-log.ts";

interface Words {
  readonly sv: string;
  readonly en: string;
}

/** Why a row of the access log is looked at: none of them is a fault, each is a reason to ask. */
export const REVIEW_HINTS = [
  "glass",
  "protected",
  "own-family",
  "same-address",
  "namesake",
  "no-assignment",
  "night",
  "weekend",
  "many",
  "many-day",
] as const;
export type ReviewHint = (typeof REVIEW_HINTS)[number];

/** What whoever checks finds of a row. */
export type ReviewVerdict = "expected" | "asked" | "unauthorised";
export const reviewVerdicts: readonly (Words & { readonly id: string })[] = data.verdicts;

/** How many rows without a hint are drawn, how many rows a check has at most, and how long its period may be. */
export const reviewSize: {
  readonly sample: number;
  readonly most: number;
  readonly longestDays: number;
} = { sample: data.sample, most: data.mostRows, longestDays: data.longestPeriodDays };

/** What holds for a board that has decided nothing itself. */
export const logDefaults: LogSetting = {
  reviewMonths: data.reviewMonths,
  keepYears: data.keepYears,
  extractNames: data.extractNames,
  notBefore: null,
};
/** The access log is kept for as many years at least. */
export const keepYearsLeast: number = data.keepYearsLeast;

/** What a board has decided about its access log. */
export interface LogSetting {
  /** Months between checks. */
  readonly reviewMonths: number;
  readonly keepYears: number;
  /** Whether an extract for the person concerned names staff; otherwise function and unit. */
  readonly extractNames: boolean;
  /** No check is late before this day; null where nothing was changed. */
  readonly notBefore: PlainDate | null;
}

const hintWords: Readonly<Record<ReviewHint, Words>> = data.hints;

/** A hint in words. */
export function wordsOfHint(hint: string): Words {
  return REVIEW_HINTS.flatMap((each) => (each === hint ? [hintWords[each]] : []))[0] ?? noWords;
}

const noWords: Words = { sv: "", en: "" };

/** What is known of a row when its hints are found. */
export interface ReviewFacts {
  readonly day: PlainDate;
  /** Hours of the day in Stockholm, 0-23. */
  readonly hours: readonly number[];
  readonly glass: boolean;
  readonly protectedChild: boolean;
  readonly ownFamily: boolean;
  readonly sameAddress: boolean;
  readonly namesake: boolean;
  /** Undefined where the row is about no akt. */
  readonly relation: AccessRelation | undefined;
  /** Only denied: nothing was seen. */
  readonly deniedOnly: boolean;
  /** Children met in the busiest hour of the day. */
  readonly inHour: number;
  /** Children met that day. */
  readonly inDay: number;
}

const SATURDAY = 6;

/** Every reason to ask about a row, in one order. */
export function reviewHints(facts: ReviewFacts): readonly ReviewHint[] {
  const { hours, relation } = facts;
  const holds: Readonly<Record<ReviewHint, boolean>> = {
    glass: facts.glass,
    protected: facts.protectedChild,
    "own-family": facts.ownFamily,
    "same-address": facts.sameAddress,
    namesake: facts.namesake && !facts.ownFamily,
    "no-assignment": relation === "none" && !facts.deniedOnly,
    night: hours.some((hour) => hour >= readLog.nightFrom || hour < readLog.nightTo),
    weekend: weekdayOf(facts.day) >= SATURDAY,
    many: facts.inHour >= data.manyInHour,
    "many-day": facts.inDay >= data.manyInDay,
  };
  return REVIEW_HINTS.filter((hint) => holds[hint]);
}

/** What tells one row of a check from another. */
export interface ReviewKey {
  readonly staff: Uuid;
  readonly day: PlainDate;
  readonly akt: Uuid | null;
}

/**
 * Draws `size` of some rows: those whose SHA-256 with the seed come first. Whoever has the seed and the log can
 * draw them again, and nobody could choose them.
 */
export function drawSample<R extends ReviewKey>(
  rows: readonly R[],
  seed: string,
  size: number,
): readonly R[] {
  return rows
    .map((row) => ({ row, lot: lotOf(row, seed) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, size)
    .map(({ row }) => row);
}

function lotOf({ staff, day, akt }: ReviewKey, seed: string): string {
  return createHash("sha256")
    .update(`${seed} ${staff} ${day} ${akt ?? ""}`)
    .digest("hex");
}

/**
 * The last day to begin the next check: a period after `since`, the day after what was checked last or, for the first
 * check, the day the board began; and never before the day a stricter setting gave time to.
 */
export function nextReviewBy(
  since: PlainDate,
  { reviewMonths, notBefore }: Pick<LogSetting, "reviewMonths" | "notBefore">,
): PlainDate {
  return maxDate(addMonths(since, reviewMonths), notBefore ?? since);
}

/** The day before which nothing is late after a change to `months`: a period from today, and never more than `by`. */
export function notLateBefore(by: PlainDate, today: PlainDate, months: number): PlainDate {
  return minDate(by, addMonths(today, months));
}
