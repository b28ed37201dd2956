import { createHash } from "node:crypto";

import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
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
  const own = columnsOfKind(columns, row.kind);
  const content = {
    kind: row.kind,
    subject: row.subject,
    matter: row.matter,
    columns: {
      [dayColumn[row.kind]]: row.on,
      unit: row.unit === undefined ? missingNumbers.unknown : numberOf(book, "unit", row.unit),
      ...(row.kind === "utr" ? { closed_on: row.closedOn ?? notEnded } : {}),
      circumstances_ended_on: row.circumstancesEndedOn ?? notEnded,
      ...encoded(own.row, row.values, book),
    },
    guardians: row.guardians.map((values) => encodedGuardian(own, values, book)),
    choices: own.choice.flatMap((column) =>
      encodedChoices(column, row.values[column.id] ?? notAsked, book),
    ),
  };
  const spec = numberOf(book, ownLists.spec, specDigest);
  return {
    ...content,
    columns: { ...content.columns, spec },
    hash: createHash("sha256")
      .update(canonicalJson(jsonOf(content)))
      .digest(),
  };
}

function jsonOf(content: Omit<StoredRow, "hash">): Json {
  return { ...content, choices: content.choices.map((choice) => ({ ...choice })) };
}

/** The columns of a pack that a kind of row fills, by where they are kept. */
interface ColumnsOfKind {
  readonly row: readonly Column[];
  readonly choice: readonly Column[];
  readonly guardian: readonly Column[];
  /** Columns of guardians that other kinds of row fill. */
  readonly otherGuardian: readonly Column[];
}

const known = new WeakMap<readonly Column[], Map<RowKind, ColumnsOfKind>>();

/** The columns of a pack never change: sorted out once a kind. */
function columnsOfKind(columns: readonly Column[], kind: RowKind): ColumnsOfKind {
  const kinds = known.get(columns) ?? new Map<RowKind, ColumnsOfKind>();
  known.set(columns, kinds);
  const made = kinds.get(kind);
  if (made !== undefined) return made;
  const isOwn = (column: Column) => column.row === "background" || column.row === kind;
  const at = (place: Column["place"]) => columns.filter((column) => column.place === place);
  const sorted = {
    row: at("row").filter(isOwn),
    choice: at("choice").filter(isOwn),
    guardian: at("guardian").filter(isOwn),
    otherGuardian: at("guardian").filter((column) => !isOwn(column)),
  };
  kinds.set(kind, sorted);
  return sorted;
}

function encoded(
  columns: readonly Column[],
  values: Values,
  book: CodeBook,
): Readonly<Record<string, Json>> {
  const written: Record<string, Json> = {};
  for (const column of columns) {
    written[column.name] = encodedValue(column, values[column.id] ?? notAsked, book);
  }
  return written;
}

/** A guardian's columns; those of another kind of row are not relevant. */
function encodedGuardian(
  own: ColumnsOfKind,
  values: Values,
  book: CodeBook,
): Readonly<Record<string, Json>> {
  const written: Record<string, Json> = {};
  for (const column of own.otherGuardian) {
    written[column.name] = encodedValue(column, notRelevant, book);
  }
  return { ...written, ...encoded(own.guardian, values, book) };
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
  if (isMissing(value)) return [{ variable, code: missingNumbers[value.missing], place: 1 }];
  if (typeof value !== "object") throw new Error(`${column.id} is not a set`);
  const numbers = value.flatMap((code) => book.numberOf(column.codelist ?? "", code) ?? []);
  if (numbers.length === 0) return [{ variable, code: missingNumbers.unknown, place: 1 }];
  return numbers.map((code, at) => ({ variable, code, place: at + 1 }));
}

function numberOf(book: CodeBook, codelist: string, code: string): number {
  const number = book.numberOf(codelist, code);
  if (number === undefined) throw new Error(`no number for a code of ${codelist}`);
  return number;
}
