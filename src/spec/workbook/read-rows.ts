import type { Problem } from "../../kernel/problem.ts";
import { cellText, decodeCell, type Cell } from "./cells.ts";
import { withValueAt, type Change, type JsonObject } from "./nodes.ts";
import { problemAt } from "./row-problems.ts";
import {
  CHANGE_COLUMNS,
  TABLES,
  TABLE_IDS,
  columnIdsOf,
  type Column,
  type TableId,
} from "./tables.ts";
import { changeOf, columnWords, sheetName, workbookTexts } from "./words.ts";

/** A sheet as it was read: its rows from the first, the headings among them. */
export interface RawSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** A row of a sheet: a thing without what is inside it. */
export interface Row {
  readonly table: TableId;
  readonly keys: readonly string[];
  readonly item: JsonObject;
  readonly change?: Change;
  readonly after?: string;
  readonly row: number;
}

/** Takes the cell of a column out of a row. */
type CellOf = (column: string) => Cell;

/**
 * Every row of every sheet, empty ones left out. What is wrong goes to `problems`: sheets and columns that are
 * missing, unknown or there twice, and cells whose value is not of their kind.
 */
export function readRows(sheets: readonly RawSheet[], problems: Problem[]): readonly Row[] {
  const known = new Map(TABLE_IDS.map((id) => [fold(sheetName(id)), id]));
  for (const { name } of sheets) {
    if (known.has(fold(name)) || fold(name) === fold(workbookTexts.readMe.name)) continue;
    const { params, ...rest } = problemAt("workbook.unknown-sheet", { table: "manifest" });
    problems.push({ ...rest, params: { ...params, sheet: name } });
  }
  return TABLE_IDS.flatMap((table) => {
    const sheet = sheets.find(({ name }) => fold(name) === fold(sheetName(table)));
    if (sheet !== undefined) return readSheet(table, sheet, problems);
    problems.push(problemAt("workbook.missing-sheet", { table }));
    return [];
  });
}

function readSheet(table: TableId, { rows }: RawSheet, problems: Problem[]): readonly Row[] {
  const [heading = [], ...below] = rows;
  const at = readHeading(table, heading, problems);
  return below.flatMap((cells, index) => {
    if (cells.every((cell) => cellText(cell).trim() === "")) return [];
    const row = index + 2;
    refuseOutside(table, row, cells, heading, problems);
    return [readRow(table, row, (column) => cells[at.get(column) ?? -1] ?? null, problems)];
  });
}

/** Where each column stands, by id. */
function readHeading(
  table: TableId,
  heading: readonly Cell[],
  problems: Problem[],
): ReadonlyMap<string, number> {
  const ids = new Map(
    columnIdsOf(TABLES[table], true).map((id) => [fold(columnWords(table, id).head), id]),
  );
  const at = new Map<string, number>();
  const refuse = (id: string, column: string) =>
    problems.push(problemAt(id, { table, row: 1 }, { column }));
  for (const [index, cell] of heading.entries()) {
    const head = cellText(cell).trim();
    const id = ids.get(fold(head));
    if (head === "") continue;
    if (id === undefined) refuse("workbook.unknown-column", head);
    else if (at.has(id)) refuse("workbook.duplicate-column", head);
    else at.set(id, index);
  }
  for (const id of ids.values()) {
    if (at.has(id) || id.startsWith("print:") || CHANGE_COLUMNS.includes(id)) continue;
    refuse("workbook.missing-column", columnWords(table, id).head);
  }
  return at;
}

/** Something written beside the columns would be lost. */
function refuseOutside(
  table: TableId,
  row: number,
  cells: readonly Cell[],
  heading: readonly Cell[],
  problems: Problem[],
): void {
  for (const [index, cell] of cells.entries()) {
    const value = cellText(cell).trim();
    if (value === "" || cellText(heading[index] ?? null).trim() !== "") continue;
    problems.push(problemAt("workbook.outside", { table, row }, { value }));
  }
}

function readRow(table: TableId, row: number, cellOf: CellOf, problems: Problem[]): Row {
  const { keys, columns, changes } = TABLES[table];
  const word = changes ? cellText(cellOf("change")).trim() : "";
  const change = changeOf(word);
  const after = changes ? cellText(cellOf("after")).trim() : "";
  if (word !== "" && change === undefined) {
    const place = { table, row, column: "change" };
    problems.push(problemAt("workbook.unknown-change", place, { value: word }));
  }
  if (after !== "" && change !== "add") {
    problems.push(problemAt("workbook.after-without-new", { table, row, column: "after" }));
  }
  const read = change === "remove" ? columns.filter(({ id }) => id === "id") : columns;
  return {
    table,
    row,
    keys: keys.map((key) => cellText(cellOf(key)).trim()),
    item: readItem(table, row, read, cellOf, problems),
    ...(change === undefined ? {} : { change }),
    ...(after === "" ? {} : { after }),
  };
}

function readItem(
  table: TableId,
  row: number,
  columns: readonly Column[],
  cellOf: CellOf,
  problems: Problem[],
): JsonObject {
  let item: JsonObject = {};
  for (const { id, path, kind } of columns) {
    const cell = cellOf(id);
    const decoded = decodeCell(kind, cell);
    if ("wrong" in decoded) {
      const place = { table, row, column: id };
      const value = cellText(cell).trim();
      problems.push(problemAt(`workbook.${decoded.wrong}`, place, { value }));
    } else if (decoded.value !== undefined) item = withValueAt(item, path, decoded.value);
  }
  return item;
}

/** Names of sheets and headings are compared without case and without counting blanks. */
function fold(name: string): string {
  return name.trim().replace(/\s+/gu, " ").toLowerCase();
}
