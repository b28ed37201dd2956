import type { AnswerValue } from "../domain/event.ts";

/** Why a value is missing. Kept apart in every table; a value is never just absent. */
export type MissingCode = "not_asked" | "unknown" | "declined" | "not_relevant";

/** Every reason, in the order tables show them. */
export const missingCodes: readonly MissingCode[] = [
  "not_asked",
  "unknown",
  "declined",
  "not_relevant",
];

export interface Missing {
  readonly missing: MissingCode;
}

/** The value of one variable on one row: a code, number, yes or no, day or moment, a set of codes, or why not. */
export type Value = string | number | boolean | readonly string[] | Missing;

export const notAsked: Missing = { missing: "not_asked" };
export const unknown: Missing = { missing: "unknown" };
export const notRelevant: Missing = { missing: "not_relevant" };

/** Tells a missing value from one that is there. */
export function isMissing(value: Value): value is Missing {
  return typeof value === "object" && !Array.isArray(value);
}

/** A single coded answer as a value; not asked where nothing was answered. */
export function answered(value: AnswerValue | undefined): Value {
  if (value === undefined || value === "") return notAsked;
  if (typeof value !== "object") return value;
  return "missing" in value ? { missing: value.missing } : notAsked;
}

/** A set answer as a value; an empty set is not an answer, a single code is a set of one. */
export function answeredSet(value: AnswerValue | undefined): Value {
  if (typeof value === "string" && value !== "") return [value];
  if (value === undefined || typeof value !== "object") return notAsked;
  if (!Array.isArray(value)) return "missing" in value ? { missing: value.missing } : notAsked;
  return setOf(value.filter((code): code is string => typeof code === "string"));
}

/** Each code once, in the given order; `otherwise` (not asked) where there is none. */
export function setOf(codes: readonly string[], otherwise: Missing = notAsked): Value {
  return codes.length === 0 ? otherwise : [...new Set(codes)];
}

/** The value, or `otherwise` where it was never asked. */
export function orElse(value: Value, otherwise: Value): Value {
  return isMissing(value) && value.missing === "not_asked" ? otherwise : value;
}
