import type { TableNumber } from "../disclosure/numbers.ts";
import { missingKey } from "../disclosure/numbers.ts";
import type { ResolvedQuery } from "../engine/resolve.ts";
import { axisName, populationOf } from "./atoms-sql.ts";
import type { PastRelease, ToldNumbers } from "./past.ts";

const total = "*";

/** How a table stands to what was told of the same question before. */
export type Standing = "same" | "few-changed" | "new";

/**
 * Whether the numbers of a question are those that were told before, or differ from them by so few that the
 * difference would tell of those.
 */
export function standingOf(
  numbers: readonly Pick<TableNumber, "key" | "n">[],
  before: ToldNumbers,
  least: number,
): Standing {
  const now = new Map(numbers.map(({ key, n }) => [key, n]));
  const withheld = new Set(before.withheld);
  const keys = new Set([...now.keys(), ...Object.keys(before.told)]);
  const changes = [...keys]
    .filter((key) => !withheld.has(key))
    .map((key) => Math.abs((now.get(key) ?? 0) - (before.told[key] ?? 0)));
  const changed = changes.filter((change) => change > 0);
  if (changed.length === 0) return "same";
  return changed.some((change) => change < least) ? "few-changed" : "new";
}

/**
 * The numbers of a table that were told before, in this table or another of the same population, and have
 * changed by fewer than `least` since. How many there are in all is no answer about anybody and left out.
 */
export function changedByFew(
  resolved: ResolvedQuery,
  numbers: readonly TableNumber[],
  pools: ToldNumbers["pools"],
  past: readonly PastRelease[],
  least: number,
): ReadonlySet<string> {
  const told = new Map(
    past.flatMap((each) =>
      Object.entries(each.numbers.told).map(
        ([key, n]) => [groupName(each.resolved, each.numbers.pools, key), n] as const,
      ),
    ),
  );
  const changed = numbers.filter(({ key, n }) => {
    const before = told.get(groupName(resolved, pools, key));
    if (before === undefined || (isWhole(key) && resolved.filters.length === 0)) return false;
    return before !== n && Math.abs(before - n) < least;
  });
  return new Set(changed.map(({ key }) => key));
}

function isWhole(key: string): boolean {
  return key.split("|").every((place) => place === total);
}

/** What makes two groups the same, whichever tables they stand in. */
function groupName(resolved: ResolvedQuery, pools: ToldNumbers["pools"], key: string): string {
  const places = key.split("|");
  const conditions =
    key === missingKey
      ? [missingKey, ...resolved.axes.map(axisName)]
      : resolved.axes.flatMap((axis, at) =>
          places[at] === total
            ? []
            : [[axisName(axis), places[at], axis.kind === "series" ? pools : []]],
        );
  const sorted = conditions.map((each) => JSON.stringify(each)).toSorted();
  return JSON.stringify([populationOf(resolved), sorted]);
}
