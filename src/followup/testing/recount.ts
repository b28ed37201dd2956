import type { TableAnswer } from "../../contract/followup/make-table.ts";
import type { Pack } from "../../spec/types.ts";
import { columnsOf, type Column } from "../columns.ts";
import type { FollowupRow, Values } from "../derive/rows.ts";
import type { Axis, ResolvedQuery } from "../engine/resolve.ts";
import { isMissing, type Value } from "../value.ts";

/** What a naive count of rows gives: how many, how many without an answer, and how many in each cell. */
export interface Recount {
  readonly n: number;
  readonly missing: number;
  /** `row code|column code|layer code` to count, where above zero; `*` is a total over that place. */
  readonly cells: Readonly<Record<string, number>>;
}

/** Counts rows one by one, without SQL: what the engine must agree with. */
export function recount(
  rows: readonly FollowupRow[],
  resolved: ResolvedQuery,
  unit: string | undefined,
  pack: Pack,
): Recount {
  const cells = new Map<string, number>();
  let n = 0;
  let missing = 0;
  for (const { row, values } of unitsOf(rows, resolved, unit, pack)) {
    n += 1;
    const places = [0, 1, 2].map((at) => {
      const axis = resolved.axes[at];
      return axis === undefined ? ["*"] : [...placesOf(axis, row, values), "*"];
    });
    const lacks = resolved.axes.some((axis) => {
      const value = axis.kind === "variable" ? values[axis.column.id] : "";
      return value === undefined || isMissing(value);
    });
    if (lacks) missing += 1;
    for (const a of places[0] ?? []) {
      for (const b of places[1] ?? []) {
        for (const c of places[2] ?? []) {
          const key = `${a}|${b}|${c}`;
          cells.set(key, (cells.get(key) ?? 0) + 1);
        }
      }
    }
  }
  return { n, missing, cells: Object.fromEntries(cells) };
}

/** The counts of an answer in the form of a {@link Recount}. */
export function countsOf(table: TableAnswer): Recount {
  const columns = table.axes.columns === null ? ["*"] : table.columns.map(({ code }) => code);
  const sliced = [
    { layer: "*", slice: table },
    ...table.slices.map((slice, at) => ({ layer: table.layers[at]?.code ?? "", slice })),
  ];
  const counts = sliced.flatMap(({ layer, slice }) => [
    [`*|*|${layer}`, slice.n] as const,
    ...slice.rowTotals.map((n, at) => [`${table.rows[at]?.code ?? ""}|*|${layer}`, n] as const),
    ...slice.columnTotals.map((n, at) => [`*|${columns[at] ?? ""}|${layer}`, n] as const),
    ...slice.cells.flatMap((cells, row) =>
      cells.map(
        (n, at) => [`${table.rows[row]?.code ?? ""}|${columns[at] ?? ""}|${layer}`, n] as const,
      ),
    ),
  ]);
  const cells = counts.flatMap(([key, n]) => (n === null || n === 0 ? [] : [[key, n] as const]));
  return { n: table.n, missing: table.missing ?? -1, cells: Object.fromEntries(cells) };
}

interface Counted {
  readonly row: FollowupRow;
  readonly values: Values;
}

/** Each thing counted with its values: each row, or each guardian with those of the row. */
function unitsOf(
  rows: readonly FollowupRow[],
  resolved: ResolvedQuery,
  unit: string | undefined,
  pack: Pack,
): readonly Counted[] {
  const columns = new Map(columnsOf(pack).map((column) => [column.id, column]));
  const { units } = resolved.query;
  const chosen = rows.filter(
    (row) =>
      row.kind === resolved.kind &&
      (unit === undefined || row.unit === unit) &&
      (units === undefined || (row.unit !== undefined && units.includes(row.unit))) &&
      inPeriod(row, resolved.query),
  );
  return chosen.flatMap((row) => {
    const each =
      resolved.counts === "guardian"
        ? row.guardians.map((guardian) => ({ ...row.values, ...guardian }))
        : [row.values];
    const kept = each.filter((values) =>
      resolved.query.filters.every((filter) => {
        const column = columns.get(filter.variable);
        if (column === undefined) return false;
        const known =
          column.place === "guardian" && resolved.counts === "row"
            ? row.guardians.map((guardian) => guardian[filter.variable])
            : [values[filter.variable]];
        return known.some((value) =>
          codesOf(column, value).some((code) => filter.in.includes(code)),
        );
      }),
    );
    return kept.map((values) => ({ row, values }));
  });
}

function inPeriod({ on }: FollowupRow, query: ResolvedQuery["query"]): boolean {
  const within = (from = "", to = "9999") => on >= from && on <= to;
  const { compare } = query;
  if (compare?.by === "periods" && within(compare.from, compare.to)) return true;
  return within(query.from, query.to);
}

/** The codes of the places of one thing along an axis. */
function placesOf(axis: Axis, row: FollowupRow, values: Values): readonly string[] {
  if (axis.kind === "variable") return codesOf(axis.column, values[axis.column.id]);
  if (axis.kind === "units") return [row.unit ?? "unknown"];
  if (axis.kind === "periods") {
    const { from, to } = axis.first;
    return [row.on >= from && row.on <= to ? "first" : "second"];
  }
  const year = row.on.slice(0, 4);
  const month = Number(row.on.slice(5, 7));
  switch (axis.step) {
    case "month":
      return [row.on.slice(0, 7)];
    case "quarter":
      return [`${year}-Q${Math.ceil(month / 3)}`];
    case "half-year":
      return [`${year}-H${month <= 6 ? 1 : 2}`];
    case "year":
      return [year];
  }
}

/** Under which codes a value is counted. */
function codesOf(column: Column, value: Value | undefined): readonly string[] {
  if (value === undefined) return ["not_asked"];
  if (isMissing(value)) return [value.missing];
  if (typeof value === "boolean") return [value ? "yes" : "no"];
  if (typeof value === "number") return [String(value)];
  if (typeof value !== "string") return value;
  return column.type === "date" || column.type === "datetime" ? [value.slice(0, 7)] : [value];
}
