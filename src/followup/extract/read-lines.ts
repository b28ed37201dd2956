import type { FileCell, FileRow } from "../../contract/followup/file-table.ts";
import { missingNumbers } from "../schema.ts";
import type { Field } from "./extract-columns.ts";
import { SET_FACTOR, SET_OFFSET } from "./extract-sql.ts";

const TAB = 9;
const MINUS = 45;
const ZERO = 48;
/** The first four days of year 1 say why a day is missing. */
const MISSING_DAYS = 4;
const SECONDS_A_DAY = 86_400;
/** A set that nothing is known of. */
const NOTHING_CHOSEN = String(missingNumbers.not_asked);

/** Reads lines with the same fields. */
export type LineReader = (line: string, row: number) => FileRow;

/**
 * Makes the reader of the lines that the database made: whole numbers between tabs, and last the codes of all sets
 * with blanks between. The first cell is the number of the row.
 */
export function lineReader(fields: readonly Field[]): LineReader {
  const places: number[] = [];
  for (const [at, field] of fields.entries()) {
    if (field.kind === "set") places[field.variable] = at + 1;
  }
  return (line, row) => {
    const cells: FileCell[] = [row];
    let at = 0;
    for (const { kind } of fields) {
      if (kind === "set") {
        cells.push(NOTHING_CHOSEN);
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
      cells.push(valueOf(kind, negative ? -value : value));
    }
    if (places.length > 0) fillSets(cells, line, at, places);
    return cells;
  };
}

function valueOf(kind: "number" | "day" | "moment", value: number): number {
  if (kind === "number") return value;
  const day = kind === "day" ? value : Math.floor(value / SECONDS_A_DAY);
  return day < MISSING_DAYS ? -1 - day : value;
}

/** The codes come in the order of their variables, and within one of their numbers, with blanks between. */
function fillSets(
  cells: FileCell[],
  line: string,
  from: number,
  places: readonly (number | undefined)[],
): void {
  let last = -1;
  for (let at = from; at < line.length; at += 1) {
    let number = 0;
    for (let sign = line.charCodeAt(at); sign >= ZERO; sign = line.charCodeAt(at)) {
      number = number * 10 + sign - ZERO;
      at += 1;
    }
    const variable = Math.floor(number / SET_FACTOR);
    const code = String((number % SET_FACTOR) - SET_OFFSET);
    const place = places[variable];
    if (place === undefined) continue;
    cells[place] = variable === last ? `${cells[place] ?? ""} ${code}` : code;
    last = variable;
  }
}
