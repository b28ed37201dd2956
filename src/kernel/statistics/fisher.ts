import { logFactorial } from "./gamma.ts";

/** Two tables whose chances differ by less than this are taken as equally likely, as R does. */
const alike = 1 + 1e-7;

/**
 * Fisher's exact test of a table of two rows and two columns, two-sided: how often chance alone, with the sums
 * of rows and columns as they are, gives a table at most as likely as this one. As `fisher.test(matrix)$p.value`
 * of R for two by two.
 */
export function fisherExact(
  table: readonly [readonly [number, number], readonly [number, number]],
): number {
  const [[a, b], [c, d]] = table;
  const row = a + b;
  const other = c + d;
  const column = a + c;
  const low = Math.max(0, column - other);
  const high = Math.min(row, column);
  const chances = Array.from({ length: high - low + 1 }, (_, at) =>
    chanceOf(low + at, row, other, column),
  );
  const observed = chances[a - low] ?? 0;
  const all = chances.reduce((total, chance) => total + chance, 0);
  const rare = chances.filter((chance) => chance <= observed * alike);
  return Math.min(1, rare.reduce((total, chance) => total + chance, 0) / all);
}

/** The chance of `x` in the first cell: the hypergeometric distribution. */
function chanceOf(x: number, row: number, other: number, column: number): number {
  return Math.exp(
    logChoose(row, x) + logChoose(other, column - x) - logChoose(row + other, column),
  );
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
