/** A count as it may leave the office; null where it is not told. */
export type Told = number | null;

/**
 * Which counts of one table may be told where their sum is known: none above nought and under `least`, and so many
 * more that nobody can work one out from the sum. What is not told adds up to `least` at least, or nothing is told.
 */
export function concealCells(counts: readonly number[], least: number): readonly Told[] {
  const hidden = new Set(counts.flatMap((n, at) => (isSmall(n, least) ? [at] : [])));
  if (hidden.size === 0) return counts;
  const others = counts
    .map((n, at) => ({ n, at }))
    .filter(({ n, at }) => n > 0 && !hidden.has(at))
    .toSorted((a, b) => a.n - b.n || a.at - b.at);
  const sumOf = () => [...hidden].reduce((sum, at) => sum + (counts[at] ?? 0), 0);
  for (const { at } of others) {
    if (hidden.size > 1 && sumOf() >= least) break;
    hidden.add(at);
  }
  return counts.map((n, at) => (hidden.has(at) ? null : n));
}

/** A count alone, whose sum with others is not told. */
export function concealAlone(n: number, least: number): Told {
  return isSmall(n, least) ? null : n;
}

function isSmall(n: number, least: number): boolean {
  return n > 0 && n < least;
}

/** One bar to be concealed: its number, and the group it adds up in. */
export interface Counted {
  readonly role: "yes" | "no" | "missing" | "apart";
  readonly n: number;
}

/** The numbers of an indicator as they may leave the office. */
export interface ConcealedBars {
  readonly yes: Told;
  readonly n: Told;
  readonly missing: Told;
  readonly bars: readonly Told[];
}

/**
 * The bars of an indicator that may be told: first yes against no, then the bars that make each. A group that is not
 * told has no bars; how many lack an answer stands alone.
 */
export function concealBars(bars: readonly Counted[], least: number): ConcealedBars {
  const sumOf = (role: Counted["role"]) =>
    bars.reduce((sum, bar) => sum + (bar.role === role ? bar.n : 0), 0);
  const n = sumOf("yes") + sumOf("no");
  const [yes = null, no = null] =
    n < least ? [null, null] : concealCells([sumOf("yes"), sumOf("no")], least);
  const missing = concealAlone(sumOf("missing"), least);
  const apart = concealAlone(sumOf("apart"), least);
  const sums = { yes, no, missing, apart };
  const told = new Map<Counted, Told>();
  for (const role of ["yes", "no", "missing", "apart"] as const) {
    const own = bars.filter((bar) => bar.role === role);
    const concealed = concealCells(
      own.map((bar) => bar.n),
      least,
    );
    own.forEach((bar, at) => told.set(bar, sums[role] === null ? null : (concealed[at] ?? null)));
  }
  return {
    yes,
    n: n < least && n > 0 ? null : n,
    missing,
    bars: bars.map((bar) => told.get(bar) ?? null),
  };
}

/**
 * Steps counted by themselves: small ones are not told, and neither is one that lies so near the step before it, of
 * the same rows, that the few between them would be known.
 */
export function concealSteps(
  steps: readonly { readonly row: string; readonly n: number }[],
  least: number,
): readonly Told[] {
  return steps.map(({ row, n }, at) => {
    const before = steps[at - 1];
    const left = before?.row === row ? before.n - n : 0;
    return isSmall(n, least) || isSmall(left, least) ? null : n;
  });
}
