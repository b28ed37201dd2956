import type { TableQuery } from "../../contract/followup/make-table.ts";

/** How long a period of a series is. */
export type SeriesStep = NonNullable<TableQuery["series"]>;

/** Months of each step; a year is a whole number of each. */
export const monthsOf: Readonly<Record<SeriesStep, number>> = {
  month: 1,
  quarter: 3,
  "half-year": 6,
  year: 12,
};

/** A series is not longer than this: nobody reads more, and a mistyped year is no reason to fill a page. */
export const longestSeries = 400;

/** The number of the period a day (`YYYY-MM-DD`) or month is in: periods since year 0. */
export function periodNumber(day: string, step: SeriesStep): number {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Math.floor(months / monthsOf[step]);
}

/** The parts of a period's name: its year, and which part of the year it is, from 1. */
export function partsOfPeriod(
  number: number,
  step: SeriesStep,
): { readonly year: number; readonly part: number } {
  const perYear = 12 / monthsOf[step];
  return { year: Math.floor(number / perYear), part: (number % perYear) + 1 };
}

/** The stable code of a period: `2026-01`, `2026-Q1`, `2026-H1`, `2026`. */
export function periodCode(number: number, step: SeriesStep): string {
  const { year, part } = partsOfPeriod(number, step);
  const name = String(year).padStart(4, "0");
  if (step === "month") return `${name}-${String(part).padStart(2, "0")}`;
  if (step === "quarter") return `${name}-Q${part}`;
  return step === "half-year" ? `${name}-H${part}` : name;
}

/**
 * The periods of a series in order, those without rows too: from the first day asked for or else the first
 * counted, to the last asked for or else the last counted, but never into days to come.
 */
export function periodsOf(
  step: SeriesStep,
  counted: readonly number[],
  bounds: {
    readonly from: string | undefined;
    readonly to: string | undefined;
    readonly today: string;
  },
): readonly number[] {
  const { from, to, today } = bounds;
  const last = counted.length === 0 ? undefined : Math.max(...counted);
  const start = from === undefined ? Math.min(...counted) : periodNumber(from, step);
  const asked = to === undefined ? last : periodNumber(to, step);
  // What is registered ahead of its day is counted and must be seen.
  const limit = Math.max(periodNumber(today, step), last ?? 0);
  const end = Math.min(asked ?? limit, limit);
  if (!Number.isFinite(start) || end < start) return [];
  return Array.from({ length: end - start + 1 }, (_, at) => start + at);
}

/**
 * Which periods are counted together so that none holds fewer than `least`: each small one goes with those
 * after it until there are enough, and a small rest with the group before. Gives groups in order.
 */
export function pooledPeriods(
  counts: readonly { readonly number: number; readonly n: number }[],
  least: number,
): readonly (readonly number[])[] {
  const groups: { numbers: number[]; n: number }[] = [];
  for (const { number, n } of counts) {
    const open = groups.at(-1);
    if (open !== undefined && open.n < least) {
      open.numbers.push(number);
      open.n += n;
    } else {
      groups.push({ numbers: [number], n });
    }
  }
  const last = groups.at(-1);
  const before = groups.at(-2);
  if (last !== undefined && before !== undefined && last.n < least) {
    before.numbers.push(...last.numbers);
    groups.pop();
  }
  return groups.map(({ numbers }) => numbers);
}
