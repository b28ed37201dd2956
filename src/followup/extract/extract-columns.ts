import type { FileCode, FileColumn } from "../../contract/followup/file-table.ts";
import type { Lang, Pack, Text } from "../../spec/types.ts";
import { ownLists, type CodeBook } from "../code-book.ts";
import { codesOfColumn, type Column } from "../columns.ts";
import { missingNumbers } from "../schema.ts";
import { missingCodes } from "../value.ts";
import { fill, type Texts } from "../engine/words.ts";

/** What the columns of a file are made from. */
export interface ColumnDeps {
  readonly pack: Pack;
  readonly book: CodeBook;
  readonly texts: Texts;
  readonly lang: Lang;
}

/**
 * How the number of one column of the database becomes a cell: as it is, as a day or a moment. Sets come together,
 * after all others, by the number of their variable.
 */
export type Field =
  | { readonly kind: "number" | "day" | "moment" }
  | { readonly kind: "set"; readonly variable: number };

/** A column of the database with the column of the file it becomes. */
export interface ExtractColumn {
  readonly column: Column;
  /** Which guardian's, for a value each guardian has. */
  readonly guardian?: number;
  readonly field: Field;
  readonly made: FileColumn;
}

/** The column that numbers the rows of one extract. */
export function rowColumn({ texts, lang }: Pick<ColumnDeps, "texts" | "lang">): FileColumn {
  return { id: "row", label: fill(texts, "file.row")[lang], kind: "number", codes: [] };
}

/**
 * The columns of a file for the variables asked for, in their order; of a value each guardian has as many as a row has
 * guardians at most.
 */
export function extractColumns(
  columns: readonly Column[],
  deps: ColumnDeps,
  guardians: number,
): readonly ExtractColumn[] {
  return columns.flatMap((column): readonly ExtractColumn[] => {
    if (column.place !== "guardian") return [single(column, deps)];
    return Array.from({ length: guardians }, (_, at) => guardianColumn(column, deps, at + 1));
  });
}

function single(column: Column, deps: ColumnDeps): ExtractColumn {
  const { kind, codes } = kindAndCodes(column, deps);
  const made = { id: column.id, label: column.label[deps.lang], kind, codes };
  if (kind !== "set") {
    const field: Field = { kind: kind === "day" || kind === "moment" ? kind : "number" };
    return { column, field, made };
  }
  const variable = deps.book.numberOf(ownLists.variable, column.id) ?? 0;
  return { column, field: { kind, variable }, made: { ...made, chosen: yesNo(deps) } };
}

function guardianColumn(column: Column, deps: ColumnDeps, guardian: number): ExtractColumn {
  const { field, made } = single(column, deps);
  const label = fill(deps.texts, "file.guardian", { label: column.label, n: guardian })[deps.lang];
  return { column, guardian, field, made: { ...made, id: `${made.id}:${guardian}`, label } };
}

function kindAndCodes(column: Column, deps: ColumnDeps): Pick<FileColumn, "kind" | "codes"> {
  const missing = missingOf(deps);
  switch (column.type) {
    case "date":
      return { kind: "day", codes: missing };
    case "datetime":
      return { kind: "moment", codes: missing };
    case "yesno":
      return { kind: "code", codes: [...yesNo(deps), ...missing] };
    default:
  }
  if (column.codelist === undefined) return { kind: "number", codes: missing };
  const codes = [...ownCodes(column, deps), ...retired(column, deps), ...missing];
  return { kind: column.place === "choice" ? "set" : "code", codes };
}

function ownCodes(column: Column, { pack, book, lang }: ColumnDeps): readonly FileCode[] {
  return codesOfColumn(column, pack).flatMap(({ id, label }) => {
    const number = book.numberOf(column.codelist ?? "", id);
    return number === undefined ? [] : [{ number, id, label: label[lang], missing: false }];
  });
}

/** Codes of earlier packs: rows may hold them still. */
function retired(column: Column, deps: ColumnDeps): readonly FileCode[] {
  const list = column.codelist ?? "";
  const inPack = new Set((deps.pack.codelists[list]?.codes ?? []).map(({ id }) => id));
  return deps.book
    .numbersOf(list)
    .filter((number) => !inPack.has(deps.book.codeOf(list, number) ?? ""))
    .map((number) => otherCode(list, number, deps));
}

function otherCode(list: string, number: number, { pack, book, lang }: ColumnDeps): FileCode {
  const id = book.codeOf(list, number) ?? String(number);
  const label = pack.codelists[list]?.codes.find((code) => code.id === id)?.label;
  return { number, id, label: label?.[lang] ?? id, missing: false };
}

function yesNo({ texts, lang }: ColumnDeps): readonly FileCode[] {
  return (["yes", "no"] as const).map((id) => ({
    number: id === "yes" ? 1 : 0,
    id,
    label: fill(texts, id)[lang],
    missing: false,
  }));
}

function missingOf({ pack, lang }: Pick<ColumnDeps, "pack" | "lang">): readonly FileCode[] {
  const words: readonly { readonly id: string; readonly label: Text }[] =
    pack.codelists["missing"]?.codes ?? [];
  return missingCodes.map((id) => ({
    number: missingNumbers[id],
    id,
    label: words.find((code) => code.id === id)?.label[lang] ?? id,
    missing: true,
  }));
}
