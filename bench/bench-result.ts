/** One measured number. Where it has a limit, `bound` says on which side of it the number must stay. */
export interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly unit: "ms" | "s" | "ratio" | "rows" | "1/s" | "MB" | "kB" | "bytes";
  readonly limit?: number;
  /** `at-most` when not given. */
  readonly bound?: "at-most" | "at-least";
  /** Names the number it is a multiple of. */
  readonly ratioOf?: string;
  /** How it was counted, in a few words. */
  readonly detail?: string;
}

/** The time under which a share of the measurements lie, in the unit they are given in. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
  return sorted[Math.max(0, at)] ?? Number.NaN;
}

/** Rounded to two decimals, for people. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Whether a number keeps its limit; one without a limit does. A number that is none keeps no limit. */
export function holdsLimit({ value, limit, bound = "at-most" }: BenchResult): boolean {
  if (limit === undefined) return true;
  return bound === "at-most" ? value <= limit : value >= limit;
}

/** Whether every number with a limit holds it. */
export function holdsLimits(results: readonly BenchResult[]): boolean {
  return results.every(holdsLimit);
}

/** The numbers as JSON, each with whether it holds its limit. */
export function resultsJson(results: readonly BenchResult[]): string {
  return JSON.stringify(
    results.map((result) => ({ ...result, ok: holdsLimit(result) })),
    null,
    2,
  );
}

/** Prints the numbers as a table for people. */
export function printResults(results: readonly BenchResult[]): void {
  const rows = results.map((result) => {
    const { name, value, unit, limit, bound, ratioOf, detail } = result;
    const sign = bound === "at-least" ? "≥" : "≤";
    return [
      limit === undefined ? " " : holdsLimit(result) ? "✓" : "✗",
      name,
      `${value} ${unit}`,
      limit === undefined ? "" : `${sign} ${limit}`,
      [ratioOf === undefined ? "" : `of ${ratioOf}`, detail ?? ""].filter(Boolean).join("; "),
    ];
  });
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  }
}
