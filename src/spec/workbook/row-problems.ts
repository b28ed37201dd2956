import { problem, type Problem } from "../../kernel/problem.ts";
import { TABLES, type TableId } from "./tables.ts";
import { columnWords, sheetName } from "./words.ts";

/** A place in a workbook: a sheet, perhaps a row of it (the heading is row 1), perhaps a column. */
export interface CellPlace {
  readonly table: TableId;
  readonly row?: number;
  readonly column?: string;
}

/** A problem at a place of the workbook; `params` fill its words. */
export function problemAt(
  id: string,
  { table, row, column }: CellPlace,
  params: Readonly<Record<string, string | number>> = {},
): Problem {
  return problem(id, {
    params: {
      ...params,
      sheet: sheetName(table),
      ...(row === undefined ? {} : { row }),
      ...(column === undefined
        ? {}
        : { column: columnWords(table, column).head, cell: `${table}.${column}` }),
    },
  });
}

/** The same problem with its place in the workbook. */
export function placed(found: Problem, place: CellPlace): Problem {
  const { params } = problemAt(found.id, place, found.params);
  return { ...found, ...(params === undefined ? {} : { params }) };
}

/** The column that shows the member at a path of an item; undefined where the path leads to no column. */
export function columnAt(table: TableId, path: readonly string[]): string | undefined {
  const shown = TABLES[table].columns.filter(({ kind }) => kind !== "print");
  const fits = shown.find((column) =>
    column.path.slice(0, path.length).every((step, at) => (path[at] ?? step) === step),
  );
  return path.length === 0 ? undefined : fits?.id;
}
