import { upperGamma } from "./gamma.ts";

/** A test of whether rows and columns of a table of counts have to do with each other. */
export interface ChiSquare {
  readonly statistic: number;
  readonly degrees: number;
  /** How often chance alone gives a statistic at least so large. */
  readonly p: number;
  /** The smallest expected count: under 5 the test is rough, and Fisher's is the one to use. */
  readonly leastExpected: number;
}

/**
 * The chi-square test of Pearson for a table of counts, without correction for continuity. Rows and columns
 * that hold nothing are left out. Undefined where fewer than two of either are left: there is nothing to test.
 * As `chisq.test(table, correct = FALSE)` of R.
 */
export function chiSquare(table: readonly (readonly number[])[]): ChiSquare | undefined {
  const filled = table.filter((row) => sum(row) > 0);
  const width = Math.max(0, ...filled.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => at).filter(
    (at) => sum(filled.map((row) => row[at] ?? 0)) > 0,
  );
  if (filled.length < 2 || columns.length < 2) return undefined;
  const columnSums = columns.map((at) => sum(filled.map((row) => row[at] ?? 0)));
  const n = sum(columnSums);
  const cells = filled.flatMap((row) => {
    const rowSum = sum(row);
    return columns.map((at, across) => ({
      count: row[at] ?? 0,
      expected: (rowSum * (columnSums[across] ?? 0)) / n,
    }));
  });
  const statistic = sum(cells.map(({ count, expected }) => (count - expected) ** 2 / expected));
  const degrees = (filled.length - 1) * (columns.length - 1);
  return {
    statistic,
    degrees,
    p: upperGamma(degrees / 2, statistic / 2),
    leastExpected: Math.min(...cells.map(({ expected }) => expected)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
