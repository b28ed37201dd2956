import type { Atom, TableNumber } from "../numbers.ts";
import { numbersOf } from "../numbers.ts";

/** A table as somebody outside has it: what was told, and which numbers were not. */
export interface SeenTable {
  readonly table: number;
  readonly withheld: ReadonlySet<string>;
}

const prime = 1_000_003;
const total = "*";

/**
 * Attacks what was told, in two ways that have nothing in common with how it was decided; gives the withheld
 * numbers that were found out.
 *
 * By rank, exactly: every number told is an equation over the groups that are there (knowing which are there is
 * more than anybody outside knows), and a withheld number that is a sum and difference of them is known. By
 * bounds: a withheld number is at least one, and what a total leaves for it narrows it down.
 */
export function recovered(atoms: readonly Atom[], seen: readonly SeenTable[]): readonly string[] {
  const tables = seen.map(({ table, withheld }) => {
    const numbers = numbersOf(atoms, table);
    return { table, withheld, numbers };
  });
  const told = tables.flatMap(({ numbers, withheld }) =>
    numbers.filter(({ key }) => !withheld.has(key)),
  );
  const rows = echelon(told.map((number) => rowOf(number, atoms.length)));
  return tables.flatMap(({ table, numbers, withheld }) => {
    const hidden = numbers.filter(({ key }) => withheld.has(key));
    const byRank = hidden.filter((number) => inSpan(rowOf(number, atoms.length), rows));
    const byBounds = pinned(numbers, withheld);
    return [
      ...byRank.map(({ key }) => `${table}: ${key} by rank`),
      ...byBounds.map((key) => `${table}: ${key} by bounds`),
    ];
  });
}

function rowOf(number: TableNumber, atoms: number): number[] {
  const row = Array.from({ length: atoms }, () => 0);
  for (const atom of number.atoms) row[atom] = 1;
  return row;
}

interface Pivoted {
  readonly pivot: number;
  readonly row: readonly number[];
}

/** Rows in echelon form, in whole numbers modulo a prime. */
function echelon(rows: readonly number[][]): readonly Pivoted[] {
  const found: Pivoted[] = [];
  for (const row of rows) {
    const left = reduced(row, found);
    const pivot = left.findIndex((value) => value !== 0);
    if (pivot < 0) continue;
    const factor = inverse(left[pivot] ?? 1);
    found.push({ pivot, row: left.map((value) => (value * factor) % prime) });
  }
  return found;
}

function inSpan(row: readonly number[], rows: readonly Pivoted[]): boolean {
  return reduced(row, rows).every((value) => value === 0);
}

function reduced(row: readonly number[], rows: readonly Pivoted[]): number[] {
  const left = [...row];
  for (const { pivot, row: by } of rows) {
    const times = left[pivot] ?? 0;
    if (times === 0) continue;
    for (let at = 0; at < left.length; at += 1) {
      left[at] = ((left[at] ?? 0) + (prime - times) * (by[at] ?? 0)) % prime;
    }
  }
  return left;
}

function inverse(value: number): number {
  let result = 1;
  let base = value % prime;
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}

/** The withheld numbers whose bounds meet, by the sums of lines and totals of one table, over and over. */
function pinned(numbers: readonly TableNumber[], withheld: ReadonlySet<string>): readonly string[] {
  const cells = numbers.filter(({ key }) => key !== "missing");
  const bounds = new Map(
    cells.map(({ key, n }) => [
      key,
      withheld.has(key) ? { low: 1, high: Number.POSITIVE_INFINITY } : { low: n, high: n },
    ]),
  );
  const sums = cells.flatMap(({ key }) =>
    [0, 1, 2].flatMap((place) => {
      if (key.split("|")[place] !== total) return [];
      const parts = cells.filter((cell) => isPart(cell.key, key, place)).map((cell) => cell.key);
      return parts.length === 0 ? [] : [{ whole: key, parts }];
    }),
  );
  for (let round = 0; round < 20; round += 1) {
    for (const { whole, parts } of sums) narrow(whole, parts, bounds);
  }
  return [...withheld].filter((key) => {
    const bound = bounds.get(key);
    return bound !== undefined && bound.low === bound.high;
  });
}

/** Whether a cell is one of those a total over a place is the sum of. */
function isPart(cell: string, whole: string, place: number): boolean {
  const [ours, theirs] = [cell.split("|"), whole.split("|")];
  return ours.every((each, at) => (at === place ? each !== total : each === theirs[at]));
}

type Bounds = Map<string, { low: number; high: number }>;

function narrow(whole: string, parts: readonly string[], bounds: Bounds): void {
  const sumOf = (end: "low" | "high", left?: string) =>
    parts.reduce((sum, part) => sum + (part === left ? 0 : (bounds.get(part)?.[end] ?? 0)), 0);
  const all = bounds.get(whole);
  if (all === undefined) return;
  all.low = Math.max(all.low, sumOf("low"));
  all.high = Math.min(all.high, sumOf("high"));
  for (const part of parts) {
    const bound = bounds.get(part);
    if (bound === undefined) continue;
    bound.low = Math.max(bound.low, all.low - sumOf("high", part));
    bound.high = Math.min(bound.high, all.high - sumOf("low", part));
  }
}
