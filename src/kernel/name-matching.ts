import { foldName } from "./fold.ts";

/**
 * Spellings that sound alike in Swedish names, applied in order to a folded word. A key is only a
 * way to find candidates that a person then looks at, so it may be too generous.
 */
const SOUND_RULES: readonly (readonly [RegExp, string])[] = [
  [/aa|å/g, "a"],
  [/ä/g, "e"],
  [/ö/g, "o"],
  [/ph/g, "f"],
  [/fv/g, "v"],
  [/w/g, "v"],
  [/q[uv]/g, "kv"],
  [/ck|ch|q/g, "k"],
  [/c(?=[eiy])/g, "s"],
  [/c/g, "k"],
  [/x/g, "ks"],
  [/z/g, "s"],
  [/th|dt/g, "t"],
  [/[yi]/g, "j"],
  [/h$/g, ""],
  // Doubled letters last, when different spellings have become the same letter.
  [/(.)\1+/gu, "$1"],
];

/** A key that different spellings of a name share: Carlsson and Karlson, Mathias and Mattias. */
export function swedishSoundKey(name: string): string {
  return foldName(name)
    .split(" ")
    .map((word) => SOUND_RULES.reduce((key, [from, to]) => key.replace(from, to), word))
    .join(" ");
}

/**
 * Number of letters to add, drop, change or swap with their neighbour to come from `a` to `b`
 * (optimal string alignment: no part is edited twice). Gives `max + 1` as soon as it is more.
 */
export function damerauLevenshtein(a: string, b: string, max: number): number {
  const source = Array.from(a);
  const target = Array.from(b);
  if (Math.abs(source.length - target.length) > max) return max + 1;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: target.length + 1 }, (_, at) => at);
  for (let row = 1; row <= source.length; row += 1) {
    const current = alignmentRow(source, target, row, last, beforeLast);
    if (Math.min(...current) > max && Math.min(...last) > max) return max + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[target.length] ?? 0, max + 1);
}

function alignmentRow(
  source: readonly string[],
  target: readonly string[],
  row: number,
  last: readonly number[],
  beforeLast: readonly number[],
): readonly number[] {
  const current = [row];
  const at = (cells: readonly number[], column: number): number => cells[column] ?? Infinity;
  for (let column = 1; column <= target.length; column += 1) {
    const same = source[row - 1] === target[column - 1];
    const swapped =
      source[row - 1] === target[column - 2] && source[row - 2] === target[column - 1];
    current.push(
      Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        row > 1 && column > 1 && swapped ? at(beforeLast, column - 2) + 1 : Infinity,
      ),
    );
  }
  return current;
}
