import { seededRandom, type SeededRandom } from "../../kernel/random.ts";

/** Chances by name; the weights need not add up to anything. */
export type Weights = Readonly<Record<string, number>>;

/** Chance as the generator of a municipality needs it, always the same for a seed. */
export interface Dice extends SeededRandom {
  /** True in so many cases of one. */
  chance(share: number): boolean;
  /** A name, by its weight. Throws RangeError where no weight is above nought. */
  weighted(weights: Weights): string;
  /** So many different items in random order; fewer where there are no more. */
  some<T>(items: readonly T[], count: number): T[];
  /** A whole number between two, both included. */
  between(range: readonly [number, number]): number;
  /** A whole number from `least` on, half of them up to `median`, never above `longest`. */
  skewed(least: number, median: number, longest: number): number;
}

/** Makes the dice of one household, staff or text; each has a seed of its own, so that one more roll here changes nothing there. */
export function dice(seed: string): Dice {
  const random = seededRandom(seed);
  const chance = (share: number): boolean => random.float() < share;
  return {
    ...random,
    chance,
    between: ([least, most]) => random.integer(least, most),
    weighted: (weights) => weighted(random, weights),
    some: (items, count) => some(random, items, count),
    skewed: (least, median, longest) =>
      chance(0.5)
        ? random.integer(least, median)
        : median + Math.floor((longest - median) * random.float() ** 2),
  };
}

function weighted(random: SeededRandom, weights: Weights): string {
  const entries = Object.entries(weights).filter(([, weight]) => weight > 0);
  const sum = entries.reduce((total, [, weight]) => total + weight, 0);
  let left = random.float() * sum;
  for (const [name, weight] of entries) {
    left -= weight;
    if (left < 0) return name;
  }
  const last = entries.at(-1);
  if (last === undefined) throw new RangeError("Nothing has any weight");
  return last[0];
}

function some<T>(random: SeededRandom, items: readonly T[], count: number): T[] {
  const left = [...items];
  const taken: T[] = [];
  while (taken.length < count && left.length > 0) {
    taken.push(...left.splice(random.integer(0, left.length - 1), 1));
  }
  return taken;
}
