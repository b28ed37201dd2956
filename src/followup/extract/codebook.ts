import type { FileColumn, FileTable } from "../../contract/followup/file-table.ts";
import type { Column } from "../columns.ts";
import { fill } from "../engine/words.ts";
import { textTable } from "../engine/text-table.ts";
import type { ColumnDeps, ExtractColumn } from "./extract-columns.ts";

/** Each has a text `codebook.<id>`. */
const heads = [
  "variable",
  "label",
  "row",
  "type",
  "number",
  "code",
  "codeLabel",
  "definition",
  "guidance",
  "source",
] as const;

type Line = readonly string[];
type Words = Pick<ColumnDeps, "texts" | "lang">;

/** The codebook of an extract: a line for each code of each of its columns, or one for a column without codes. */
export function extractCodebook(columns: readonly ExtractColumn[], words: Words): FileTable {
  const lines = columns.flatMap(({ column, made }) => linesOf(made, column, words));
  return textTable(headsIn(words), lines);
}

function headsIn({
  texts,
  lang,
}: Words): readonly { readonly id: string; readonly label: string }[] {
  return heads.map((id) => ({ id, label: fill(texts, `codebook.${id}`)[lang] }));
}

function linesOf(
  { id, label, kind, codes }: FileColumn,
  column: Column,
  { texts, lang }: Words,
): readonly Line[] {
  const { row, definition, guidance, source } = column.variable;
  const noun = texts[`noun.${row}`]?.[lang] ?? row;
  const before = [id, label, noun, kind];
  const after = [definition[lang], guidance?.[lang] ?? "", source[lang]];
  if (codes.length === 0) return [[...before, "", "", "", ...after]];
  return codes.map((code) => [...before, String(code.number), code.id, code.label, ...after]);
}
