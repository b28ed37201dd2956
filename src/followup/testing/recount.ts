import type { Pack } from "../../spec/types.ts";
import { columnsOf, type Column } from "../columns.ts";
import type { FollowupRow, Values } from "../derive/rows.ts";
import type { ResolvedQuery, TableQuery } from "../engine/resolve.ts";
import { isMissing, type Value } from "../value.ts";

/** What a naive count of rows gives: how many, how many without an answer, and how many in each cell. */
export interface Recount {
  readonly n: number;
  readonly missing: number;
  /** `row code|column code` to count, where above zero. */
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
  for (const unitValues of unitsOf(rows, resolved, unit, pack)) {
    n += 1;
    const rowCodes = codesOf(resolved.rows, unitValues[resolved.rows.id]);
    const columnCodes =
      resolved.columns === undefined
        ? ["count"]
        : codesOf(resolved.columns, unitValues[resolved.columns.id]);
    const values = [resolved.rows, resolved.columns].flatMap((column) =>
      column === undefined ? [] : [unitValues[column.id]],
    );
    if (values.some((value) => value === undefined || isMissing(value))) missing += 1;
    for (const row of rowCodes) {
      for (const column of columnCodes) {
        const key = `${row}|${column}`;
        cells.set(key, (cells.get(key) ?? 0) + 1);
      }
    }
  }
  return { n, missing, cells: Object.fromEntries(cells) };
}

/** The values of each thing counted: of each row, or of each guardian with those of the row. */
function unitsOf(
  rows: readonly FollowupRow[],
  resolved: ResolvedQuery,
  unit: string | undefined,
  pack: Pack,
): readonly Values[] {
  const columns = new Map(columnsOf(pack).map((column) => [column.id, column]));
  const chosen = rows.filter(
    (row) =>
      row.kind === resolved.kind &&
      (unit === undefined || row.unit === unit) &&
      inPeriod(row, resolved.query),
  );
  return chosen.flatMap((row) => {
    const units =
      resolved.counts === "guardian"
        ? row.guardians.map((guardian) => ({ ...row.values, ...guardian }))
        : [row.values];
    return units.filter((values) =>
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
  });
}

function inPeriod(row: FollowupRow, query: TableQuery): boolean {
  const after = query.from === undefined || row.on >= query.from;
  return after && (query.to === undefined || row.on <= query.to);
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
