import { hash } from "node:crypto";

import type { Json } from "../../kernel/canonical-json.ts";
import type { Column } from "../columns.ts";
import { ownLists, type CodeBook, type CodeName } from "../code-book.ts";
import type { FollowupRow, RowKind, Values } from "../derive/rows.ts";
import { dayColumn, missingDays, missingNumbers, notEnded } from "../schema.ts";
import { isMissing, notAsked, notRelevant, type Value } from "../value.ts";

/** A row as the tables keep it: column names to numbers and days, without its key. */
export interface StoredRow {
  readonly kind: RowKind;
  readonly subject: string;
  readonly matter: string;
  readonly columns: Readonly<Record<string, Json>>;
  readonly guardians: readonly Readonly<Record<string, Json>>[];
  readonly choices: readonly StoredChoice[];
  /** SHA-256 of all of the above but `spec`, which says with which pack it was last written. */
  readonly hash: Buffer;
}

export interface StoredChoice {
  readonly variable: number;
  readonly code: number;
  readonly place: number;
}

/** The units the rows belong to, so that each can be given a number before they are written. */
export function unitsOfRows(rows: readonly FollowupRow[]): readonly CodeName[] {
  return rows.flatMap((row) =>
    row.unit === undefined ? [] : [{ codelist: ownLists.unit, code: row.unit }],
  );
}

/**
 * Turns a derived row into what the tables hold. A code that is in no codelist counts as unknown: no
 * other text than codes ever comes into follow-up. Throws when a unit or the pack has no number.
 */
export function storedRow(
  row: FollowupRow,
  columns: readonly Column[],
  book: CodeBook,
  specDigest: string,
): StoredRow {
  const cells = cellsOf(columns, row.kind);
  // Members stand in canonical order (RFC 8785) from the start, so that nothing has to be sorted to be hashed.
  const content = {
    choices: cells.choice.flatMap((column) =>
      encodedChoices(column, row.values[column.id] ?? notAsked, book),
    ),
    columns: Object.fromEntries(cells.row.map(({ name, value }) => [name, value(row, book)])),
    guardians: row.guardians.map((values) => encoded(cells.guardian, values, book)),
    kind: row.kind,
    matter: row.matter,
    subject: row.subject,
  };
  const spec = numberOf(book, ownLists.spec, specDigest);
  return {
    ...content,
    columns: { ...content.columns, spec },
    hash: hash("sha256", JSON.stringify(content), "buffer"),
  };
}

/** A column of a row with where its value comes from. */
interface Cell {
  readonly name: string;
  value(row: FollowupRow, book: CodeBook): Json;
}

/** The columns of a pack that a kind of row fills, by where they are kept, each in the order of its name. */
interface CellsOfKind {
  readonly row: readonly Cell[];
  readonly choice: readonly Column[];
  /** With those that other kinds of row fill: they are not relevant. */
  readonly guardian: readonly GuardianCell[];
}

interface GuardianCell {
  readonly column: Column;
  readonly isOwn: boolean;
}

const known = new WeakMap<readonly Column[], Map<RowKind, CellsOfKind>>();

/** The columns of a pack never change: sorted out once a kind. */
function cellsOf(columns: readonly Column[], kind: RowKind): CellsOfKind {
  const kinds = known.get(columns) ?? new Map<RowKind, CellsOfKind>();
  known.set(columns, kinds);
  const made = kinds.get(kind);
  if (made !== undefined) return made;
  const isOwn = (column: Column) => column.row === "background" || column.row === kind;
  const at = (place: Column["place"]) => columns.filter((column) => column.place === place);
  const answered = at("row")
    .filter(isOwn)
    .map((column) => ({
      name: column.name,
      value: ({ values }: FollowupRow, book: CodeBook) =>
        encodedValue(column, values[column.id] ?? notAsked, book),
    }));
  const cells = {
    row: [...answered, ...commonCells(kind)].toSorted(byName),
    choice: at("choice").filter(isOwn),
    guardian: at("guardian")
      .toSorted(byName)
      .map((column) => ({ column, isOwn: isOwn(column) })),
  };
  kinds.set(kind, cells);
  return cells;
}

/** What every row of a kind has besides its variables. */
function commonCells(kind: RowKind): readonly Cell[] {
  const cells: readonly Cell[] = [
    { name: dayColumn[kind], value: (row) => row.on },
    {
      name: "unit",
      value: ({ unit }, book) =>
        unit === undefined ? missingNumbers.unknown : numberOf(book, "unit", unit),
    },
    { name: "circumstances_ended_on", value: (row) => row.circumstancesEndedOn ?? notEnded },
  ];
  if (kind !== "utr") return cells;
  return [...cells, { name: "closed_on", value: (row) => row.closedOn ?? notEnded }];
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

function encoded(
  cells: readonly GuardianCell[],
  values: Values,
  book: CodeBook,
): Readonly<Record<string, Json>> {
  const written: Record<string, Json> = {};
  for (const { column, isOwn } of cells) {
    const value = isOwn ? (values[column.id] ?? notAsked) : notRelevant;
    written[column.name] = encodedValue(column, value, book);
  }
  return written;
}

function encodedValue(column: Column, value: Value, book: CodeBook): Json {
  const { type } = column;
  if (type === "date" || type === "datetime") {
    if (isMissing(value)) return missingDays[value.missing];
    return String(value);
  }
  if (isMissing(value)) return missingNumbers[value.missing];
  if (type === "code") return codeNumber(column, value, book);
  return Number(value);
}

function codeNumber(column: Column, value: Value, book: CodeBook): number {
  if (typeof value !== "string") throw new Error(`${column.id} is not a code`);
  return book.numberOf(column.codelist ?? "", value) ?? missingNumbers.unknown;
}

function encodedChoices(column: Column, value: Value, book: CodeBook): readonly StoredChoice[] {
  const variable = numberOf(book, ownLists.variable, column.id);
  if (isMissing(value)) return [{ code: missingNumbers[value.missing], place: 1, variable }];
  if (typeof value !== "object") throw new Error(`${column.id} is not a set`);
  const numbers = value.flatMap((code) => book.numberOf(column.codelist ?? "", code) ?? []);
  if (numbers.length === 0) return [{ code: missingNumbers.unknown, place: 1, variable }];
  return numbers.map((code, at) => ({ code, place: at + 1, variable }));
}

function numberOf(book: CodeBook, codelist: string, code: string): number {
  const number = book.numberOf(codelist, code);
  if (number === undefined) throw new Error(`no number for a code of ${codelist}`);
  return number;
}
