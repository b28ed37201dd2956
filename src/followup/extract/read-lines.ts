import type { FileCell, FileRow } from "../../contract/followup/file-table.ts";
import type { Field } from "./extract-columns.ts";

const TAB = 9;
const MINUS = 45;
const ZERO = 48;
/** The first four days of year 1 say why a day is missing. */
const MISSING_DAYS = 4;
const SECONDS_A_DAY = 86_400;

/**
 * The cells of one line that the database made: whole numbers between tabs, of a set its codes with blanks
 * between. The first cell is the number of the row.
 */
export function cellsOfLine(line: string, fields: readonly Field[], row: number): FileRow {
  const cells: FileCell[] = [row];
  let at = 0;
  for (const field of fields) {
    if (field.kind === "set") {
      const end = line.indexOf("\t", at);
      cells.push(end === -1 ? line.slice(at) : line.slice(at, end));
      at = end === -1 ? line.length : end + 1;
      continue;
    }
    let value = 0;
    const negative = line.charCodeAt(at) === MINUS;
    if (negative) at += 1;
    let code = line.charCodeAt(at);
    while (code >= ZERO) {
      value = value * 10 + code - ZERO;
      at += 1;
      code = line.charCodeAt(at);
    }
    if (code === TAB) at += 1;
    cells.push(valueOf(field.kind, negative ? -value : value));
  }
  return cells;
}

function valueOf(kind: "number" | "day" | "moment", value: number): number {
  if (kind === "number") return value;
  const day = kind === "day" ? value : Math.floor(value / SECONDS_A_DAY);
  return day < MISSING_DAYS ? -1 - day : value;
}
