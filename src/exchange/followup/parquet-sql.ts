import type { FileColumn } from "../../contract/followup/file-table.ts";
import { codesByNumber } from "./cell-texts.ts";

/** Where the worker finds the rows and puts the file, and what it may use meanwhile. */
export interface ParquetPlaces {
  readonly rows: string;
  readonly file: string;
}

/** Stands for no text: an empty one is a text too. */
export const NO_TEXT = "\\N";
const missingSuffix = ".missing";

/** How the cells of a column stand in the file of rows that the worker reads. */
const rowTypes: Readonly<Record<FileColumn["kind"], string>> = {
  code: "SMALLINT",
  set: "VARCHAR",
  number: "DOUBLE",
  day: "INTEGER",
  moment: "BIGINT",
  text: "VARCHAR",
};

/**
 * The statement that makes a Parquet file of rows as numbers. A code becomes its id, why it is missing too;
 * numbers, days and moments get their types and are null where they are missing, with why in a column of its own.
 * `about` goes into the file as it is.
 */
export function parquetSql(
  columns: readonly FileColumn[],
  places: ParquetPlaces,
  about: Readonly<Record<string, string>>,
): string {
  const read = columns.map(({ kind }, at) => `${literal(`c${at}`)}: ${literal(rowTypes[kind])}`);
  const texts = columns.flatMap(({ kind }, at) =>
    rowTypes[kind] === "VARCHAR" ? literal(`c${at}`) : [],
  );
  const options = [
    `columns = {${read.join(", ")}}`,
    "auto_detect = false",
    "header = false",
    "delim = ','",
    "quote = '\"'",
    "escape = '\"'",
    "new_line = '\\n'",
    "strict_mode = true",
    "max_line_size = 1000000",
    `nullstr = ${literal(NO_TEXT)}`,
    ...(texts.length === 0 ? [] : [`force_not_null = [${texts.join(", ")}]`]),
  ];
  const said = Object.entries(about).map(([name, text]) => `${name}: ${literal(text)}`);
  return `copy (
  select ${columns.flatMap(selected).join(",\n    ")}
  from read_csv(${literal(places.rows)}, ${options.join(", ")})
) to ${literal(places.file)} (format parquet, compression zstd, row_group_size 24576, kv_metadata {${said.join(", ")}})`;
}

function selected(column: FileColumn, at: number): readonly string[] {
  const cell = `c${at}`;
  const named = (sql: string, name: string) => `${sql} as ${identifier(name)}`;
  if (rowTypes[column.kind] === "VARCHAR") return [named(cell, column.id)];
  if (column.kind === "code") return [named(codeSql(column, cell), column.id)];
  const value = valueSql(column, cell);
  const reasons = column.codes.filter(({ missing }) => missing);
  if (reasons.length === 0) return [named(value, column.id)];
  const isMissing = `${cell} in (${reasons.map(({ number }) => number).join(", ")})`;
  return [
    named(`case when ${isMissing} then null else ${value} end`, column.id),
    named(
      `case when ${isMissing} then ${codeSql(column, cell)} end`,
      `${column.id}${missingSuffix}`,
    ),
  ];
}

/** Looked up by its place in a list: hundreds of conditions would be asked for each of millions of cells. */
function codeSql({ codes }: FileColumn, cell: string): string {
  const byNumber = codesByNumber(codes);
  const numbers = [...byNumber.keys()];
  const least = Math.min(...numbers, 0);
  const greatest = Math.max(...numbers, 0);
  const ids = Array.from({ length: greatest - least + 1 }, (_, at) => {
    const code = byNumber.get(least + at);
    return code === undefined ? "null" : literal(code.id);
  });
  const found = `[${ids.join(", ")}][${cell}::int - (${least}) + 1]`;
  return `coalesce(${found}, ${cell}::int::varchar)`;
}

function valueSql({ kind, decimals }: FileColumn, cell: string): string {
  if (kind === "day") return `date '0001-01-01' + ${cell}`;
  if (kind === "moment") return `timestamp '0001-01-01' + to_seconds(${cell})`;
  return decimals === undefined ? `${cell}::int` : cell;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
