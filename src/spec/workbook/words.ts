import columnTexts from "../../../spec/texts/workbook-columns.json" with { type: "json" };
import texts from "../../../spec/texts/workbook.json" with { type: "json" };
import type { Text } from "../types.ts";
import type { TableId } from "./tables.ts";
import { CHANGES, type Change } from "./nodes.ts";

/** A column as a person meets it: its heading in the workbook, and what to write below it. */
export interface ColumnWords {
  readonly head: string;
  readonly write: Text;
}

interface ColumnText extends Text {
  readonly head: string;
}

const shared: Readonly<Record<string, ColumnText>> = columnTexts.shared;
const special: Readonly<Record<string, Readonly<Record<string, ColumnText>>>> = columnTexts.sheets;
const sheets: Readonly<Record<TableId, Text & { readonly about: Text }>> = texts.sheets;
const changes: Readonly<Record<Change, string>> = texts.changes;

/** Words around the rows: of the first sheet and of where something is. */
export const workbookTexts = texts;

/** The name of the sheet where things of a kind stand. */
export function sheetName(table: TableId): string {
  return sheets[table].sv;
}

/** What the rows of a sheet are. */
export function aboutSheet(table: TableId): Text {
  return sheets[table].about;
}

/**
 * The words of a column.
 *
 * @throws RangeError where nobody has written any.
 */
export function columnWords(table: TableId, column: string): ColumnWords {
  const own = special[table] ?? {};
  const found = Object.hasOwn(own, column) ? own[column] : shared[column];
  if (found === undefined) throw new RangeError(`No words for the column ${table}.${column}`);
  return { head: found.head, write: { sv: found.sv, en: found.en } };
}

/** The word in the cell for a kind of change. */
export function changeWord(change: Change): string {
  return changes[change];
}

/** The kind of change that a word in a cell means; undefined for another word. */
export function changeOf(word: string): Change | undefined {
  return CHANGES.find((change) => changes[change] === word.trim().toLowerCase());
}
