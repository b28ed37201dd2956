import type {
  CsvDialect,
  FileCell,
  FileColumn,
  FileTable,
} from "../../contract/followup/file-table.ts";
import { bytesOf, makeByteWriter } from "./byte-writer.ts";
import {
  codesByNumber,
  dayText,
  harmless,
  momentText,
  remembered,
  setTexts,
} from "./cell-texts.ts";

interface Dialect {
  readonly start: string;
  readonly separator: string;
  readonly decimal: string;
}

const dialects: Readonly<Record<CsvDialect, Dialect>> = {
  // So that a spreadsheet reads the letters right; a comma is the sign of decimals in Sweden.
  excel: { start: "\uFEFF", separator: ";", decimal: "," },
  plain: { start: "", separator: ",", decimal: "." },
};
const lineEnd = "\r\n";
const BETWEEN_CODES = " ";
/** Put after the id of a column for the one that says why values of it are missing. */
const missingSuffix = ".missing";

/** What stands in one column of the file: its head, the cell it is made of, and how. */
interface Written {
  readonly head: string;
  readonly at: number;
  readonly text: (cell: FileCell) => string;
}

/**
 * A table as CSV in UTF-8, a line a row and nothing else. A code stands as its id, why it is missing too,
 * and a set as the ids of its codes with blanks between; a
 * number, day or moment that is missing is empty, and why stands in a column of its own beside it. No text can
 * become a formula in a spreadsheet. The same table gives the same bytes.
 */
export async function* csvFile(table: FileTable, dialect: CsvDialect): AsyncGenerator<Uint8Array> {
  const { start, separator } = dialects[dialect];
  const written = table.columns.flatMap((column, at) => columnsWritten(column, at, dialect));
  const heads = written.map(({ head }) => quoted(harmless(head), separator));
  yield Buffer.from(`${start}${heads.join(separator)}${lineEnd}`);
  const cells = written.map(({ at, text }, index) => {
    const before = index === 0 ? "" : separator;
    return { at, bytes: remembered((cell) => bytesOf(before + quoted(text(cell), separator))) };
  });
  const end = bytesOf(lineEnd);
  const out = makeByteWriter();
  for await (const batch of table.rows) {
    for (const row of batch) {
      for (const { at, bytes } of cells) out.add(bytes(row[at] ?? ""));
      out.add(end);
      if (out.isFull()) yield out.take();
    }
  }
  yield out.take();
}

function columnsWritten(column: FileColumn, at: number, dialect: CsvDialect): readonly Written[] {
  const { id, kind } = column;
  const codes = codesByNumber(column.codes);
  const codeText = (cell: FileCell) => codes.get(Number(cell))?.id ?? String(cell);
  if (kind === "text") return [{ head: id, at, text: (cell) => harmless(String(cell)) }];
  if (kind === "set") {
    const text = setTexts(codes, ({ id: code }) => code, BETWEEN_CODES);
    return [{ head: id, at, text: (cell) => harmless(text(cell)) }];
  }
  if (kind === "code") return [{ head: id, at, text: (cell) => harmless(codeText(cell)) }];
  const { decimal } = dialects[dialect];
  const value = valueText(column, decimal);
  const main = { head: id, at, text: (cell: FileCell) => (isIn(codes, cell) ? "" : value(cell)) };
  if (codes.size === 0) return [main];
  const why = (cell: FileCell) => (isIn(codes, cell) ? codeText(cell) : "");
  return [main, { head: `${id}${missingSuffix}`, at, text: why }];
}

function isIn(codes: ReadonlyMap<number, unknown>, cell: FileCell): boolean {
  return typeof cell === "number" && codes.has(cell);
}

function valueText({ kind, decimals }: FileColumn, decimal: string): (cell: FileCell) => string {
  if (kind === "day") return (cell) => dayText(Number(cell));
  if (kind === "moment") return (cell) => momentText(Number(cell));
  if (decimals === undefined) return String;
  return (cell) => Number(cell).toFixed(decimals).replace(".", decimal);
}

/** A text in quotes where the line would else break. */
function quoted(text: string, separator: string): string {
  const breaks = text.includes(separator) || /["\r\n]/u.test(text);
  return breaks ? `"${text.replaceAll('"', '""')}"` : text;
}
