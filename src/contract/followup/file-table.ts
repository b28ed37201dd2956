/** A code that cells of a column may hold: as the number it is kept as, as its id and in words. */
export interface FileCode {
  readonly number: number;
  readonly id: string;
  readonly label: string;
  /** Says why there is no value. Its number is below zero. */
  readonly missing: boolean;
}

/**
 * What the cells of a column are. `code`: one of the numbers of its codes. `set`: such numbers as a text, with blanks
 * between. `number`: itself. `day`: days since 1 January of year 1; `moment`: seconds since then, local time.
 * `text`: a text.
 */
export type FileColumnKind = "code" | "set" | "number" | "day" | "moment" | "text";

/** A column of a file. */
export interface FileColumn {
  /** Stable, the same in every language: `AKT-13`. */
  readonly id: string;
  /** In the language of the file. */
  readonly label: string;
  readonly kind: FileColumnKind;
  /** Of a column of codes or sets every code; of numbers, days and moments only why a value is missing. */
  readonly codes: readonly FileCode[];
  /** Of a set: yes and no, for a file that has a column for each of its codes. */
  readonly chosen?: readonly FileCode[];
  /** Of a text column: the longest text in bytes of UTF-8. */
  readonly width?: number;
  /** Of a number column: how many decimals are worth showing; none when absent. */
  readonly decimals?: number;
}

/** A number or, in a column of texts or sets, a text. */
export type FileCell = number | string;
export type FileRow = readonly FileCell[];

/** A table on its way into a file: its rows come some at a time and are not kept. */
export interface FileTable {
  readonly columns: readonly FileColumn[];
  /** How many rows there are. */
  readonly count: number;
  readonly rows: AsyncIterable<readonly FileRow[]> | Iterable<readonly FileRow[]>;
}

/** The kinds of file a table can be taken out as. */
export const fileKinds = ["csv", "xlsx", "sav", "parquet"] as const;

export type FileKind = (typeof fileKinds)[number];

/**
 * How a CSV file is written. `excel`: what a Swedish spreadsheet opens right, with a byte order mark, semicolons
 * and decimal commas. `plain`: neither, with commas and decimal points, for programs of statistics.
 */
export const csvDialects = ["excel", "plain"] as const;

export type CsvDialect = (typeof csvDialects)[number];
