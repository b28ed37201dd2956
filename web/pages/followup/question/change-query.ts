import type { CatalogueVariable } from "../../../api/queries.ts";
import { yearBefore } from "../../../text/year-before.ts";
import { percentsOf, seriesOf, type Compare, type TableQuery } from "../question-search.ts";

/** Whether two variables can stand in one table: they are of the same kind of row, or one is background. */
export function sameRow(
  variable: Pick<CatalogueVariable, "grain">,
  rows: Pick<CatalogueVariable, "grain"> | undefined,
): boolean {
  return (
    rows === undefined ||
    variable.grain === rows.grain ||
    variable.grain === "background" ||
    rows.grain === "background"
  );
}

/** The variables that fit everything a question asks by now, without its first. */
export function partnersOf(
  variables: readonly CatalogueVariable[],
  query: TableQuery,
): readonly CatalogueVariable[] {
  const asked = [
    query.rows,
    query.columns,
    query.layers,
    ...(query.filters ?? []).map((filter) => filter.variable),
  ];
  const own = variables.filter(({ id, grain }) => asked.includes(id) && grain !== "background")[0];
  return variables.filter(
    (variable) => variable.available && variable.id !== query.rows && sameRow(variable, own),
  );
}

/** Another first variable: what does not fit beside it leaves the question. */
export function withRows(
  query: TableQuery,
  rows: string,
  variables: readonly CatalogueVariable[],
): TableQuery {
  const next = variables.find((variable) => variable.id === rows);
  const fits = (id: string): boolean =>
    variables.some((variable) => variable.id === id && sameRow(variable, next) && id !== rows);
  const { columns, layers, filters = [], ...rest } = query;
  const kept = filters.filter((filter) => fits(filter.variable));
  const crossed = columns !== undefined && fits(columns);
  return {
    ...rest,
    rows,
    ...(kept.length === 0 ? {} : { filters: kept }),
    ...(crossed ? { columns } : {}),
    ...(crossed && layers !== undefined && fits(layers) ? { layers } : {}),
  };
}

type Chosen = "columns" | "layers" | "from" | "to" | "percent";

/** A choice made or, where it is empty, taken back. Without columns there are no layers. */
export function withChosen(query: TableQuery, which: Chosen, value: string): TableQuery {
  const { [which]: _before, ...rest } = query;
  const free: TableQuery = { ...rest, rows: query.rows };
  if (value !== "") return withValue(free, which, value);
  if (which !== "columns") return free;
  const { layers: _layers, ...flat } = free;
  return flat;
}

function withValue(query: TableQuery, which: Chosen, value: string): TableQuery {
  if (which === "percent") {
    const percent = percentsOf.find((each) => each === value);
    return percent === undefined ? query : { ...query, percent };
  }
  // Three places are all there is.
  if (which === "layers") return { ...withCompare(query, ""), layers: value };
  return { ...query, [which]: value };
}

/** A truth that is there or not. */
export function withFlag(
  query: TableQuery,
  which: "pool" | "withMissing",
  truth: boolean,
): TableQuery {
  const { [which]: _before, ...rest } = query;
  return truth ? { ...rest, rows: query.rows, [which]: true } : { ...rest, rows: query.rows };
}

/** What a question compares: nothing, a series of periods, units, or two periods. */
export type Comparing = "" | (typeof seriesOf)[number] | Compare["by"];

/** What the question compares now. */
export function comparingOf({ series, compare }: TableQuery): Comparing {
  return series ?? compare?.by ?? "";
}

/** Another comparison. Two periods begin as the year of the question's and the one before. */
export function withCompare(query: TableQuery, comparing: Comparing, today = ""): TableQuery {
  const { series: _series, compare: _compare, pool: _pool, ...rest } = query;
  const series = seriesOf.find((each) => each === comparing);
  if (series !== undefined) return { ...rest, series };
  if (comparing === "units") return { ...rest, compare: { by: "units" } };
  if (comparing !== "periods") return rest;
  const year = Number((rest.from ?? today).slice(0, 4));
  const from = rest.from ?? `${year}-01-01`;
  const to = rest.to ?? `${year}-12-31`;
  const other = { from: yearBefore(from), to: yearBefore(to) };
  return { ...rest, from, to, compare: { by: "periods", ...other } };
}
