import writeXlsxFile, { type Row } from "write-excel-file/node";
import type { Sheet } from "../../spec/workbook/to-sheets.ts";

/** Excel calls this format text: what is typed into such a cell is never made a number, a date or a formula. */
const TEXT_FORMAT = "@";
const FONT = { fontFamily: "Calibri", fontSize: 11 };
const HEADING = { fontWeight: "bold", backgroundColor: "#E3E9ED", wrap: true } as const;
const READ_ONLY = { textColor: "#5C6670", backgroundColor: "#F3F4F5" } as const;

/**
 * What a workbook reads as an escaped character (`_x000D_`) is written so that it stays as it is. The package
 * keeps texts as members of an object and takes `constructor` for one it has: such a word gets its first
 * letter escaped, which a workbook reads as the letter.
 */
function escaped(text: string): string {
  if (text in Object.prototype) {
    return `_x${text.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}_${text.slice(1)}`;
  }
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_");
}

/**
 * The bytes of a workbook: each sheet with its heading bold and frozen, texts wrapped, columns for reading only
 * in grey. Every cell is text or a number, none is a formula.
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, columns, heading, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      heading.map((text) => ({ ...HEADING, ...textCell(text) })),
      ...rows.map(dataRow(columns)),
    ],
  }));
  return writeXlsxFile(written, FONT).toBuffer();
}

function dataRow(columns: Sheet["columns"]): (cells: Sheet["rows"][number]) => Row {
  return (cells) =>
    cells.map((cell, at) => ({
      wrap: true,
      alignVertical: "top",
      ...(columns[at]?.readOnly === true ? READ_ONLY : {}),
      ...(typeof cell === "number" ? { type: Number, value: cell } : textCell(cell)),
    }));
}

function textCell(text: string) {
  return { type: String, format: TEXT_FORMAT, ...(text === "" ? {} : { value: escaped(text) }) };
}
