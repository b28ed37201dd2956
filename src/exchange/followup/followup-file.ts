import type { CsvDialect, FileKind, FileTable } from "../../contract/followup/file-table.ts";
import { csvFile } from "./csv-file.ts";
import { parquetFile } from "./parquet-file.ts";
import { savFile } from "./sav-file.ts";
import { xlsxFile, type FileSheet } from "./xlsx-file.ts";
import { zipStream } from "./zip-stream.ts";

/** A table on its way out, and what goes with it. */
export interface FollowupFile {
  /** Of the file, without what tells its kind; of a sheet too. */
  readonly name: string;
  readonly table: FileTable;
  /** What stands over a column of a workbook. */
  readonly heads: FileSheet["heads"];
  /** Tables that explain it: sheets of a workbook, files beside a CSV. */
  readonly beside: readonly { readonly name: string; readonly table: FileTable }[];
  readonly title: string;
  /** Up to when the data go: the only time that stands in a file. */
  readonly cutOff: string;
}

/** A file as it is made: bytes that come as they are asked for. */
export interface MadeFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: AsyncGenerator<Uint8Array>;
}

/**
 * Makes a file of a kind; nothing is read before its bytes are. The same tables give the same bytes. A CSV file
 * with something beside it is an archive of both.
 */
export function makeFollowupFile(
  kind: FileKind,
  dialect: CsvDialect,
  file: FollowupFile,
): MadeFile {
  const { name, table, title, cutOff } = file;
  switch (kind) {
    case "csv":
      return csvOf(file, dialect);
    case "xlsx":
      return {
        name: `${name}.xlsx`,
        mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        bytes: xlsxFile([
          { name: sheetName(name), table, heads: file.heads },
          ...file.beside.map((each) => ({
            name: sheetName(each.name),
            table: each.table,
            heads: "label" as const,
          })),
        ]),
      };
    case "sav":
      return {
        name: `${name}.sav`,
        mediaType: "application/x-spss-sav",
        bytes: savFile(table, { title, cutOff }),
      };
    case "parquet":
      return {
        name: `${name}.parquet`,
        mediaType: "application/vnd.apache.parquet",
        bytes: parquetFile(table, { title, cut_off: cutOff, columns: labelsOf(table) }),
      };
  }
}

function csvOf({ name, table, beside }: FollowupFile, dialect: CsvDialect): MadeFile {
  const bytes = csvFile(table, dialect);
  if (beside.length === 0) {
    return { name: `${name}.csv`, mediaType: "text/csv; charset=utf-8", bytes };
  }
  const others = beside.map((each) => ({
    name: `${each.name}.csv`,
    content: csvFile(each.table, dialect),
  }));
  const parts = [{ name: `${name}.csv`, content: bytes }, ...others];
  return { name: `${name}.zip`, mediaType: "application/zip", bytes: zipStream(parts) };
}

const LONGEST_SHEET_NAME = 31;

function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/gu, " ").slice(0, LONGEST_SHEET_NAME);
}

/** Parquet has no place for words of columns and codes: they stand beside the columns as JSON. */
function labelsOf({ columns }: FileTable): string {
  return JSON.stringify(
    columns.map(({ id, label, codes }) => ({
      id,
      label,
      codes: codes.map((code) => ({ id: code.id, label: code.label })),
    })),
  );
}
