import { upperGamma } from "./gamma.ts";
import { z95 } from "./wilson.ts";

/** One share: so many of so many. */
export interface Proportion {
  readonly count: number;
  readonly of: number;
}

/** How far apart two shares are, with 95 % interval, and how often chance alone puts them so far apart. */
export interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
}

/**
 * The first share less the second, with the 95 % interval of Wald and the chi-square test without correction.
 * Undefined where either is of nothing. As `prop.test(counts, ofs, correct = FALSE)` of R.
 */
export function differenceOfShares(
  first: Proportion,
  second: Proportion,
  z: number = z95,
): Difference | undefined {
  if (first.of === 0 || second.of === 0) return undefined;
  const a = first.count / first.of;
  const b = second.count / second.of;
  const difference = a - b;
  const reach = z * Math.sqrt((a * (1 - a)) / first.of + (b * (1 - b)) / second.of);
  const both = (first.count + second.count) / (first.of + second.of);
  const variance = both * (1 - both) * (1 / first.of + 1 / second.of);
  return {
    difference,
    low: Math.max(-1, difference - reach),
    high: Math.min(1, difference + reach),
    // Both shares nought or both whole: nothing differs, and nothing is tested.
    p: variance === 0 ? 1 : upperGamma(0.5, difference ** 2 / variance / 2),
  };
}
