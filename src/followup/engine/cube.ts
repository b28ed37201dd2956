import type { CellRow } from "./build-sql.ts";

/** The counts of a table by the numbers of its places; undefined stands for all values of a place. */
export interface Cube {
  at(a?: number, b?: number, c?: number): number;
  /** The numbers that were counted along a place. */
  counted(place: number): ReadonlySet<number>;
}

const places = ["a", "b", "c"] as const;
const all = "*";

/**
 * Puts counted groups together with every total. A place that is null in a group is of all its values; over
 * the others totals are sums, since a row is in one place of them only. `sets` are the places where a row can
 * be several times: the groups without them are what their totals are.
 */
export function cubeOf(groups: readonly CellRow[], axes: number, sets: readonly number[]): Cube {
  const counts = new Map<string, number>();
  const counted = places.map(() => new Set<number>());
  const summed = [0, 1, 2].filter((place) => place < axes && !sets.includes(place));
  for (const group of groups) {
    const numbers = places.map((name, place) => {
      const number = group[name];
      if (number !== null) counted[place]?.add(number);
      return number;
    });
    for (let left = 0; left < 1 << summed.length; left += 1) {
      const key = numbers.map((number, place) => {
        const bit = summed.indexOf(place);
        return bit >= 0 && (left & (1 << bit)) !== 0 ? all : (number ?? all);
      });
      add(counts, key.join(" "), group.n);
    }
  }
  return {
    at: (...numbers) => counts.get(places.map((_, at) => numbers[at] ?? all).join(" ")) ?? 0,
    counted: (place) => counted[place] ?? new Set(),
  };
}

function add(counts: Map<string, number>, key: string, n: number): void {
  counts.set(key, (counts.get(key) ?? 0) + n);
}
