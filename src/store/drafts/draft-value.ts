import type { AnswerValue } from "../../domain/event.ts";

const MISSING = ["not_asked", "unknown", "declined", "not_relevant"] as const;
const LONGEST_TEXT = 200_000;
const MOST_CODES = 500;

/**
 * Reads a value of one field: text, number, yes or no, a set of codes, or why there is no answer.
 * Undefined for `null` (emptied) and for anything else. Half a surrogate pair becomes U+FFFD and a
 * zero character is dropped: no later step could keep them.
 */
export function parseDraftValue(value: unknown): AnswerValue | undefined {
  if (typeof value === "string") return value.length > LONGEST_TEXT ? undefined : clean(value);
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (Array.isArray(value)) return parseCodes(value);
  return parseMissing(value);
}

/** Whether a value may be saved: a readable one, or `null` to empty the field. */
export function isDraftValue(value: unknown): boolean {
  return value === null || parseDraftValue(value) !== undefined;
}

function parseCodes(values: readonly unknown[]): readonly string[] | undefined {
  const codes = values.filter((code) => typeof code === "string");
  if (codes.length !== values.length || codes.length > MOST_CODES) return undefined;
  return codes.map(clean);
}

function parseMissing(value: unknown): AnswerValue | undefined {
  if (typeof value !== "object" || value === null || !("missing" in value)) return undefined;
  const missing = MISSING.find((reason) => reason === value.missing);
  return missing === undefined ? undefined : { missing };
}

function clean(text: string): string {
  return text.isWellFormed() && !text.includes("\0")
    ? text
    : text.toWellFormed().replaceAll("\0", "");
}
