import { missingKey, type TableNumber } from "./numbers.ts";

/** A number that is the sum of others, by their places in the list. */
interface Sum {
  readonly whole: number;
  readonly parts: readonly number[];
}

interface Bound {
  low: number;
  high: number;
}

const total = "*";

/**
 * Narrows down what is withheld by what is told: a withheld number is at least one, for a nought is told, and
 * what a total leaves for it is at most so much.
 */
export interface Bounds {
  /** The withheld numbers that can only be what they are, by their keys. */
  pinned(withheld: ReadonlySet<string>): readonly string[];
  /** The numbers that are in a sum with one of these, by their keys. */
  beside(keys: readonly string[]): ReadonlySet<string>;
}

/** Finds the sums of a table once. */
export function boundsOf(numbers: readonly TableNumber[]): Bounds {
  const cells = numbers.filter(({ key }) => key !== missingKey);
  const sums = sumsOf(cells);
  return {
    pinned: (withheld) => {
      const bounds = cells.map(({ key, n }): Bound =>
        withheld.has(key) ? { low: 1, high: Number.POSITIVE_INFINITY } : { low: n, high: n },
      );
      for (let changed = true; changed;) {
        changed = sums.map((sum) => narrow(sum, bounds)).some(Boolean);
      }
      return cells.flatMap(({ key }, at) =>
        withheld.has(key) && bounds[at]?.low === bounds[at]?.high ? [key] : [],
      );
    },
    beside: (keys) => {
      const wanted = new Set(keys);
      const keyOf = (at: number) => cells[at]?.key ?? "";
      const members = sums.map(({ whole, parts }) => [whole, ...parts].map(keyOf));
      return new Set(members.filter((each) => each.some((key) => wanted.has(key))).flat());
    },
  };
}

/** The sums that hold: a total over a set is no sum, unless by accident. */
function sumsOf(cells: readonly TableNumber[]): readonly Sum[] {
  const places = new Map(cells.map(({ key }, at) => [key, at]));
  const parts = new Map<string, number[]>();
  cells.forEach(({ key }, at) => {
    const codes = key.split("|");
    codes.forEach((code, place) => {
      if (code === total) return;
      const whole = `${place} ${codes.with(place, total).join("|")}`;
      const known = parts.get(whole);
      if (known === undefined) parts.set(whole, [at]);
      else known.push(at);
    });
  });
  return [...parts].flatMap(([name, members]) => {
    const whole = places.get(name.slice(2));
    const sum = members.reduce((n, at) => n + (cells[at]?.n ?? 0), 0);
    return whole === undefined || sum !== cells[whole]?.n ? [] : [{ whole, parts: members }];
  });
}

/** Narrows a sum and its parts by each other; true where something became narrower. */
function narrow({ whole, parts }: Sum, bounds: readonly Bound[]): boolean {
  const all = bounds[whole];
  if (all === undefined) return false;
  const each = parts.flatMap((at) => bounds[at] ?? []);
  const low = each.reduce((sum, bound) => sum + bound.low, 0);
  const open = each.filter((bound) => bound.high === Number.POSITIVE_INFINITY).length;
  const high = each.reduce((sum, { high: end }) => (Number.isFinite(end) ? sum + end : sum), 0);
  let changed = tighten(all, low, open > 0 ? Number.POSITIVE_INFINITY : high);
  for (const bound of each) {
    const isOpen = bound.high === Number.POSITIVE_INFINITY;
    const othersOpen = open - (isOpen ? 1 : 0) > 0;
    const others = isOpen ? high : high - bound.high;
    const least = othersOpen ? 0 : all.low - others;
    changed = tighten(bound, least, all.high - (low - bound.low)) || changed;
    if (changed) return true;
  }
  return changed;
}

function tighten(bound: Bound, low: number, high: number): boolean {
  const narrower = low > bound.low || high < bound.high;
  bound.low = Math.max(bound.low, low);
  bound.high = Math.min(bound.high, high);
  return narrower;
}
