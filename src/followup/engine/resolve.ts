import type { TableQuery } from "../../contract/followup/make-table.ts";
import { parsePlainDate } from "../../kernel/plain-date.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Pack } from "../../spec/types.ts";
import { columnsOf, isSelectable, type Column } from "../columns.ts";
import type { RowKind } from "../derive/rows.ts";
import type { SeriesStep } from "./series.ts";

export type { TableQuery } from "../../contract/followup/make-table.ts";

/** What one place of a table is counted by. */
export type Axis =
  | { readonly kind: "variable"; readonly column: Column }
  | { readonly kind: "series"; readonly step: SeriesStep }
  | { readonly kind: "periods"; readonly first: Period; readonly second: Period }
  | { readonly kind: "units" };

/** Days, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** A query whose variables have been found, all of one kind of row. */
export interface ResolvedQuery {
  readonly query: TableQuery;
  readonly kind: RowKind;
  /** Rows, columns and layers; the first is a variable always. */
  readonly axes: readonly Axis[];
  readonly filters: readonly ResolvedFilter[];
  /** What is counted: rows, or the guardians of rows. */
  readonly counts: "row" | "guardian";
}

export interface ResolvedFilter {
  readonly column: Column;
  readonly in: readonly string[];
}

/** Counted where only background is asked for: it stands on every row. */
const kindOfBackground: RowKind = "akt";
/** Rows, columns and layers. */
const places = 3;

/**
 * Finds the variables of a query. Refuses `followup.unknown-variable`, `followup.not-selectable` (a
 * variable that may not be shown), `followup.different-grain` (variables of different rows),
 * `followup.too-many-places` (a table has three) and `followup.period` (it ends before it begins, a day does
 * not exist, or the compared periods overlap or lack an end), with a pointer into the query.
 */
export function resolveQuery(query: TableQuery, pack: Pack): Result<ResolvedQuery> {
  const known = new Map(columnsOf(pack).map((column) => [column.id, column]));
  const asked = [
    { id: query.rows, pointer: "/rows" },
    ...(query.columns === undefined ? [] : [{ id: query.columns, pointer: "/columns" }]),
    ...(query.layers === undefined ? [] : [{ id: query.layers, pointer: "/layers" }]),
    ...query.filters.map((filter, at) => ({
      id: filter.variable,
      pointer: `/filters/${at}/variable`,
    })),
  ];
  const kinds = new Set(asked.flatMap(({ id }) => ownKind(known.get(id))));
  const axes = axesOf(query, known);
  const problems = [
    ...asked.flatMap(({ id, pointer }) => refusal(known.get(id), id, pointer)),
    ...periodProblems(query),
    ...(kinds.size > 1 ? [problem("followup.different-grain")] : []),
    ...(axes.length > places ? [problem("followup.too-many-places")] : []),
  ];
  if (problems.length > 0) return fail(problems);
  const [kind = kindOfBackground] = kinds;
  const shown = axes.flatMap((axis) => (axis.kind === "variable" ? [axis.column] : []));
  return ok({
    query,
    kind,
    axes,
    filters: query.filters.flatMap((filter) => {
      const column = known.get(filter.variable);
      return column === undefined ? [] : [{ column, in: filter.in }];
    }),
    counts: shown.some((column) => column.place === "guardian") ? "guardian" : "row",
  });
}

/** The places of the table in order: variables first, then the series, then what is compared. */
function axesOf(query: TableQuery, known: ReadonlyMap<string, Column>): readonly Axis[] {
  const { series, compare, from, to } = query;
  const variables = [query.rows, query.columns, query.layers].flatMap((id): readonly Axis[] => {
    const column = known.get(id ?? "");
    return column === undefined ? [] : [{ kind: "variable", column }];
  });
  const compared = (): readonly Axis[] => {
    if (compare === undefined) return [];
    if (compare.by === "units") return [{ kind: "units" }];
    if (from === undefined || to === undefined) return [];
    const second = { from: compare.from, to: compare.to };
    return [{ kind: "periods", first: { from, to }, second }];
  };
  return [
    ...variables,
    ...(series === undefined ? [] : [{ kind: "series", step: series } as const]),
    ...compared(),
  ];
}

function periodProblems(query: TableQuery): readonly Problem[] {
  const { from, to, compare } = query;
  const other = compare?.by === "periods" ? compare : undefined;
  const days = [
    ["/from", from],
    ["/to", to],
    ["/compare/from", other?.from],
    ["/compare/to", other?.to],
  ] as const;
  const wrong = days
    .filter(([, day]) => day !== undefined && parsePlainDate(day) === undefined)
    .map(([pointer]) => pointer);
  const backwards = [
    ...(from !== undefined && to !== undefined && from > to ? ["/to"] : []),
    ...(other !== undefined && other.from > other.to ? ["/compare/to"] : []),
  ];
  return [...wrong, ...backwards, ...(other === undefined ? [] : besides(from, to, other))].map(
    (pointer) => problem("followup.period", { pointer }),
  );
}

/** Two compared periods have all their ends and no day in common: nothing is compared with itself. */
function besides(from: string | undefined, to: string | undefined, other: Period): string[] {
  if (from === undefined) return ["/from"];
  if (to === undefined) return ["/to"];
  return other.from <= to && other.to >= from ? ["/compare/from"] : [];
}

function refusal(column: Column | undefined, variable: string, pointer: string): Problem[] {
  const fields = { pointer, params: { variable } };
  if (column === undefined) return [problem("followup.unknown-variable", fields)];
  return isSelectable(column) ? [] : [problem("followup.not-selectable", fields)];
}

function ownKind(column: Column | undefined): readonly RowKind[] {
  return column === undefined || column.row === "background" ? [] : [column.row];
}
