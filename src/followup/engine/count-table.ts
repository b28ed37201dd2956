import { entriesOf, seriesEntry, type AxisEntry, type PlaceDeps } from "./axis.ts";
import type { CellRow } from "./build-sql.ts";
import { cubeOf, type Cube } from "./cube.ts";
import type { Axis, ResolvedQuery } from "./resolve.ts";
import { pooledPeriods } from "./series.ts";
import { fill } from "./words.ts";

/** Counts of one layer, or of all together. */
export interface CountedSlice {
  readonly n: number;
  readonly cells: readonly (readonly number[])[];
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
}

/** A counted table, before it is put into words. */
export interface CountedTable extends CountedSlice {
  readonly rows: readonly AxisEntry[];
  readonly columns: readonly AxisEntry[];
  /** None without layers. */
  readonly layers: readonly AxisEntry[];
  /** One a layer. */
  readonly slices: readonly CountedSlice[];
  readonly missing: number;
  /** Periods of a series that were counted together. */
  readonly pooled: readonly AxisEntry[];
  /** The number of each period of a pool, and of the first in its pool. */
  readonly pools: ReadonlyMap<number, number>;
}

/** What a table that is not crossed has for its one column. */
const onlyColumn = 0;

/** Puts the counted groups into rows, columns and layers. `least`: a pooled period holds at least so many. */
export function countTable(
  resolved: ResolvedQuery,
  answer: readonly CellRow[],
  least: number,
  deps: PlaceDeps,
): CountedTable {
  const { axes, query } = resolved;
  const population = answer.find((each) => each.missing !== null);
  const groups = answer.filter((each) => each.missing === null);
  const sets = axes.flatMap((axis, at) => (isSet(axis) ? [at] : []));
  const place = axes.findIndex((axis) => axis.kind === "series");
  const pooled =
    query.pool === true && place > 0
      ? pooledSeries(resolved, groups, place, { least, sets, deps })
      : { groups, entries: undefined, pools: new Map<number, number>() };
  const cube = cubeOf(pooled.groups, axes.length, sets);
  const entries = axes.map((axis, at) =>
    at === place && pooled.entries !== undefined
      ? pooled.entries
      : entriesOf(axis, cube.counted(at), deps),
  );
  const [rows = [], columns, layers = []] = entries;
  const across = columns ?? [
    { number: onlyColumn, code: "count", label: fill(deps.texts, "count"), missing: false },
  ];
  const sliceOf = (layer?: number) =>
    countedSlice(cube, rows, columns === undefined ? undefined : across, layer);
  return {
    rows,
    columns: across,
    layers,
    ...sliceOf(),
    slices: layers.map(({ number }) => sliceOf(number)),
    missing: population?.missing ?? missingIn(axes, groups),
    pools: pooled.pools,
    pooled: (pooled.entries ?? []).filter(({ code }) => code.includes("..")),
  };
}

export function isSet(axis: Axis): boolean {
  return axis.kind === "variable" && axis.column.place === "choice";
}

function countedSlice(
  cube: Cube,
  rows: readonly AxisEntry[],
  columns: readonly AxisEntry[] | undefined,
  layer: number | undefined,
): CountedSlice {
  const across = columns?.map(({ number }) => number) ?? [undefined];
  return {
    n: cube.at(undefined, undefined, layer),
    cells: rows.map(({ number }) => across.map((column) => cube.at(number, column, layer))),
    rowTotals: rows.map(({ number }) => cube.at(number, undefined, layer)),
    columnTotals: across.map((column) => cube.at(undefined, column, layer)),
  };
}

/** Where no set is asked for every row is in one group, and the groups say who lacks an answer. */
function missingIn(axes: readonly Axis[], groups: readonly CellRow[]): number {
  const lacks = ({ a, b, c }: CellRow) =>
    [a, b, c].some((number, at) => axes[at]?.kind === "variable" && (number ?? 0) < 0);
  return groups.filter(lacks).reduce((total, { n }) => total + n, 0);
}

interface Pooling {
  readonly least: number;
  readonly sets: readonly number[];
  readonly deps: PlaceDeps;
}

interface PooledGroups {
  readonly groups: readonly CellRow[];
  readonly entries: readonly AxisEntry[] | undefined;
  readonly pools: ReadonlyMap<number, number>;
}

/** The groups with the periods of a series that hold few counted as the first of those they go with. */
function pooledSeries(
  { axes }: ResolvedQuery,
  groups: readonly CellRow[],
  place: number,
  { least, sets, deps }: Pooling,
): PooledGroups {
  const axis = axes[place];
  if (axis?.kind !== "series") return { groups, entries: undefined, pools: new Map() };
  const cube = cubeOf(groups, axes.length, sets);
  const whole = (number: number) =>
    place === 1 ? cube.at(undefined, number) : cube.at(undefined, undefined, number);
  const periods = entriesOf(axis, cube.counted(place), deps);
  const pools = pooledPeriods(
    periods.map(({ number }) => ({ number, n: whole(number) })),
    least,
  );
  const firsts = new Map(pools.flatMap((pool) => pool.map((each) => [each, pool[0] ?? each])));
  const moved = (number: number | null) =>
    number === null ? null : (firsts.get(number) ?? number);
  return {
    pools: firsts,
    groups: groups.map((group) =>
      place === 1 ? { ...group, b: moved(group.b) } : { ...group, c: moved(group.c) },
    ),
    entries: pools.flatMap((pool) => {
      const [first] = pool;
      const last = pool.at(-1);
      return first === undefined || last === undefined
        ? []
        : [seriesEntry(first, last, axis.step, deps.texts)];
    }),
  };
}
