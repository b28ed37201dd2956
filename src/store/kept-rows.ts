import type { QueryResultRow } from "pg";
import type { WireValue } from "./wire.ts";

/** The columns of a row as the server sent them. */
export type RowText = readonly (string | null)[];

/** An answer as it came, and what was read of it. */
export interface KeptRows {
  readonly texts: readonly RowText[];
  readonly rows: QueryResultRow[];
}

/** Answers of the statements that ask for it. */
export interface RowsKeeper {
  find(key: string): KeptRows | undefined;
  keep(key: string, kept: KeptRows): void;
}

/** Letters of all answers that are kept, as the server sent them: read they take about as much again. */
const MOST_LETTERS = 1_000_000;
/** An answer that takes more than this part of them is for once, a whole story to print: it would push out the others. */
const LARGEST_PART = 8;

/**
 * Keeps the answers that came last, up to some letters in all. Who compares a new answer with one of these and
 * finds the same texts has the same rows: they need not be read again, nor anything that was derived of them.
 */
export function makeRowsKeeper(most = MOST_LETTERS): RowsKeeper {
  const known = new Map<string, KeptRows & { readonly letters: number }>();
  let letters = 0;
  function forget(key: string): void {
    letters -= known.get(key)?.letters ?? 0;
    known.delete(key);
  }
  return {
    find: (key) => {
      const kept = known.get(key);
      if (kept === undefined) return undefined;
      // Deleted and added again: the oldest stands first.
      known.delete(key);
      known.set(key, kept);
      return kept;
    },
    keep: (key, kept) => {
      forget(key);
      const size = lettersOf(kept.texts);
      if (size * LARGEST_PART > most) return;
      known.set(key, { ...kept, letters: size });
      letters += size;
      for (const oldest of known.keys()) {
        if (letters <= most) break;
        forget(oldest);
      }
    },
  };
}

/** What an answer is kept under: the statement and what it was asked with. */
export function keptUnder(name: string, values: readonly WireValue[]): string {
  return values.reduce<string>((key, value) => `${key}\n${textOf(value)}`, name);
}

/** Whether a row came as it came the last time. */
export function isSameRow(one: RowText | undefined, other: RowText): boolean {
  if (one?.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

function textOf(value: WireValue): string {
  if (value === null) return "\0";
  return typeof value === "string" ? value : value.toString("latin1");
}

function lettersOf(texts: readonly RowText[]): number {
  let sum = 0;
  for (const row of texts) for (const text of row) sum += text?.length ?? 0;
  return sum;
}
