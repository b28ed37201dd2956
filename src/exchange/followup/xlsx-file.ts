import type { FileCell, FileColumn, FileTable } from "../../contract/followup/file-table.ts";
import { bytesOf, makeByteWriter } from "./byte-writer.ts";
import {
  codesByNumber,
  dayText,
  FIRST_DAY,
  mayBeFormula,
  momentText,
  remembered,
  setTexts,
} from "./cell-texts.ts";
import {
  columnName,
  columnWidth,
  fixedParts,
  makeSharedTexts,
  sheetEnd,
  sheetStart,
  STYLE,
  textXml,
  type SharedTexts,
} from "./xlsx-parts.ts";
import { zipStream, type ZipPart } from "./zip-stream.ts";

/** A table as a sheet of a workbook. */
export interface FileSheet {
  /** At most 31 letters, none of `\ / ? * [ ] :`. */
  readonly name: string;
  readonly table: FileTable;
  /** What stands over a column: its words, or its id before them. */
  readonly heads: "label" | "id-and-label";
}

/** The most rows a sheet can have, the heads among them. */
export const MOST_SHEET_ROWS = 1_048_576;
/** Days since 30 December 1899, as a spreadsheet counts them. */
const SHEET_DAY_0 = -25_569;
/** Before 1 March 1900 spreadsheets do not agree on the days. */
const FIRST_SHEET_DAY = 61;
const SECONDS_A_DAY = 86_400;
const PARTS = 1e9;

/**
 * Tables as a workbook, a sheet each, made as they come. A code stands as its words, a set as those of its codes, and so does
 * why a value is missing; numbers are numbers, days days. Every text is a cell of text that no spreadsheet takes for a formula.
 * The same tables give the same bytes. Throws RangeError for more rows than a sheet can have.
 */
export function xlsxFile(sheets: readonly FileSheet[]): AsyncGenerator<Uint8Array> {
  for (const { table } of sheets) {
    if (table.count >= MOST_SHEET_ROWS) throw new RangeError("A sheet has too many rows");
  }
  return zipStream(partsOf(sheets));
}

function* partsOf(sheets: readonly FileSheet[]): Generator<ZipPart> {
  yield* fixedParts(sheets.map(({ name }) => name));
  const texts = makeSharedTexts();
  for (const [at, sheet] of sheets.entries()) {
    yield { name: `xl/worksheets/sheet${at + 1}.xml`, content: sheetXml(sheet, texts) };
  }
  // Last, when every text has been met.
  yield { name: "xl/sharedStrings.xml", content: texts.xml() };
}

async function* sheetXml(sheet: FileSheet, texts: SharedTexts): AsyncGenerator<Uint8Array> {
  const { table, heads } = sheet;
  const titles = table.columns.map(({ id, label }) =>
    heads === "label" ? label : `${id} ${label}`,
  );
  yield Buffer.from(
    sheetStart(table.columns.map((column, at) => widthOf(column, titles[at] ?? ""))),
  );
  const begins = titles.map((_, at) => `<c r="${columnName(at + 1)}`);
  const headCells = titles.map(
    (title, at) => `${begins[at] ?? ""}1"${textCell(title, texts, STYLE.heading)}`,
  );
  yield Buffer.from(`<row r="1">${headCells.join("")}</row>`);
  yield* rowsXml(table, begins.map(bytesOf), texts);
  yield Buffer.from(sheetEnd(table.columns.length, table.count + 1));
}

/** Every cell says where it stands: not every reader counts. */
async function* rowsXml(
  table: FileTable,
  begins: readonly Uint8Array[],
  texts: SharedTexts,
): AsyncGenerator<Uint8Array> {
  const cells = table.columns.map((column, at) => {
    const text = cellOf(column, texts);
    return {
      begin: begins[at] ?? new Uint8Array(),
      bytes: remembered((cell) => bytesOf(`"${text(cell)}`)),
    };
  });
  const out = makeByteWriter();
  let number = 1;
  for await (const batch of table.rows) {
    for (const row of batch) {
      number += 1;
      const place = String(number);
      out.add(rowBegin);
      out.addPlain(place);
      out.add(rowBegun);
      for (let at = 0; at < cells.length; at += 1) {
        const cell = cells[at];
        if (cell === undefined) continue;
        out.add(cell.begin);
        out.addPlain(place);
        out.add(cell.bytes(row[at] ?? ""));
      }
      out.add(rowEnd);
      if (out.isFull()) yield out.take();
    }
  }
  yield out.take();
}

const rowBegin = bytesOf('<row r="');
const rowBegun = bytesOf('">');
const rowEnd = bytesOf("</row>");

const MOST_LETTERS_WIDE = 60;

function widthOf({ kind, width }: FileColumn, title: string): number {
  const wanted = kind === "text" ? Math.max(width ?? 0, title.length) : title.length;
  return columnWidth(Math.min(wanted, MOST_LETTERS_WIDE));
}

/** A cell from behind its place on. */
function cellOf(column: FileColumn, texts: SharedTexts): (cell: FileCell) => string {
  const { kind, decimals } = column;
  if (kind === "text") return (cell) => textCell(String(cell), texts);
  const codes = codesByNumber(column.codes);
  if (kind === "set") {
    const text = setTexts(codes, ({ label }) => label, "; ");
    return (cell) => textCell(text(cell), texts);
  }
  const value =
    kind === "day" ? dayCell(texts) : kind === "moment" ? momentCell(texts) : numberCell(decimals);
  return (cell) => {
    const number = Number(cell);
    const code = codes.get(number);
    if (code !== undefined) return textCell(code.label, texts);
    return kind === "code" ? textCell(String(cell), texts) : value(number);
  };
}

function textCell(text: string, texts: SharedTexts, style?: number): string {
  if (text === "") return style === undefined ? "/>" : ` s="${style}"/>`;
  // The mark of a text that somebody wrote an apostrophe before: it stays a text also when it is edited.
  const kept = style ?? (mayBeFormula(text) ? STYLE.literal : undefined);
  const marked = kept === undefined ? "" : ` s="${kept}"`;
  const number = texts.numberOf(text);
  return number === undefined
    ? `${marked} t="inlineStr"><is>${textXml(text)}</is></c>`
    : `${marked} t="s"><v>${number}</v></c>`;
}

function numberCell(decimals: number | undefined): (value: number) => string {
  if (decimals === undefined) return (value) => `><v>${value}</v></c>`;
  return (value) => ` s="${STYLE.decimals}"><v>${value}</v></c>`;
}

function dayCell(texts: SharedTexts): (days: number) => string {
  return (days) => {
    const serial = days + FIRST_DAY - SHEET_DAY_0;
    if (serial < FIRST_SHEET_DAY) return textCell(dayText(days), texts);
    return ` s="${STYLE.day}"><v>${serial}</v></c>`;
  };
}

function momentCell(texts: SharedTexts): (seconds: number) => string {
  return (seconds) => {
    const exact = seconds / SECONDS_A_DAY + FIRST_DAY - SHEET_DAY_0;
    // Never a hair before the second: readers cut off what is less.
    const serial = Math.ceil(exact * PARTS) / PARTS;
    if (serial < FIRST_SHEET_DAY) return textCell(momentText(seconds), texts);
    return ` s="${STYLE.moment}"><v>${serial}</v></c>`;
  };
}
