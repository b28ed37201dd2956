import { millisOf, type Instant } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";

/** A field as far as it matters for what is kept of its past. */
export interface Kept {
  readonly rev: number;
  /** JSON text. */
  readonly value: string;
  readonly by: Uuid;
  readonly at: Instant;
}

/** A pause after which one would want to find what stood there before it. */
const PAUSE_MS = 5 * 60_000;
/** Of a text written without a pause: about one version a minute. */
const EVERY_REVISIONS = 60;
/** Fewer letters than these are soon written again. */
const MUCH = 80;

/**
 * Whether what stood in a field is kept when it is changed: written by another or before a pause, or much of it
 * taken away at once. Each letter is not: nobody has a use for them, and nobody should look over a shoulder.
 */
export function keepsPast(before: Kept, after: Kept): boolean {
  if (before.value === after.value) return false;
  if (before.by !== after.by) return true;
  if (millisOf(after.at) - millisOf(before.at) >= PAUSE_MS) return true;
  if (before.rev % EVERY_REVISIONS === 0) return true;
  return gone(before.value, after.value) >= MUCH;
}

/** How many letters of a text are not in the next one, which has the same beginning and end. */
function gone(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return before.length - start - end;
}
