import type { Lang, Text } from "../../spec/types.ts";
import type { TableAnswer } from "../../contract/followup/make-table.ts";
import { fill, type Texts } from "./words.ts";

/** So that a spreadsheet reads the letters right. */
const byteOrderMark = "\uFEFF";
/** What a Swedish spreadsheet parts by; a comma is the sign of decimals there. */
const separator = ";";
const lineEnd = "\r\n";

/**
 * The table as a file: one line a cell, then an empty line and the description (question, population,
 * definitions, specification). UTF-8 with a byte order mark, parted by semicolons. No text can become a
 * formula in a spreadsheet.
 */
export function tableCsv(table: TableAnswer, texts: Texts, lang: Lang): string {
  const word = (id: string) => fill(texts, `csv.${id}`, { small: table.small })[lang];
  const lines = [
    ...cellLines(table, word, lang),
    [],
    [word("codebook")],
    ...describedLines(table, word, lang),
  ];
  return csvFile(lines);
}

/** Lines as a file of cells: UTF-8 with a byte order mark, parted by semicolons, no cell a formula. */
export function csvFile(lines: readonly (readonly (string | number)[])[]): string {
  const text = lines.map((line) => line.map(cellText).join(separator)).join(lineEnd);
  return `${byteOrderMark}${text}${lineEnd}`;
}

type Word = (id: string) => string;
type Line = readonly (string | number)[];

function cellLines(table: TableAnswer, word: Word, lang: Lang): readonly Line[] {
  const crossed = table.axes.columns !== null;
  const layered = table.axes.layers !== null;
  const head = [
    word("row"),
    word("rowCode"),
    ...(crossed ? [word("column"), word("columnCode")] : []),
    ...(layered ? [word("layer"), word("layerCode")] : []),
    word("count"),
    word("missing"),
    word("small"),
  ];
  const slices = layered
    ? table.slices.map((slice, at) => ({ cells: slice.cells, layer: table.layers[at] }))
    : [{ cells: table.cells, layer: undefined }];
  const cells = slices.flatMap(({ cells: counts, layer }) =>
    table.rows.flatMap((row, at) =>
      table.columns.map((column, across) => {
        const count = counts[at]?.[across] ?? null;
        const missing = row.missing || column.missing || layer?.missing === true;
        return [
          row.label[lang],
          row.code,
          ...(crossed ? [column.label[lang], column.code] : []),
          ...(layer === undefined ? [] : [layer.label[lang], layer.code]),
          count ?? "",
          missing ? 1 : 0,
          count !== null && count > 0 && count < table.small ? 1 : 0,
        ];
      }),
    ),
  );
  return [head, ...cells];
}

function describedLines(table: TableAnswer, word: Word, lang: Lang): readonly Line[] {
  const { definition } = table;
  const columns: readonly (readonly [string, Text])[] =
    definition.columns === null ? [] : [["columnsDefinition", definition.columns]];
  const texts: readonly (readonly [string, Text])[] = [
    ["question", table.question],
    ["sentence", table.sentence],
    ["population", definition.population],
    ["rowsDefinition", definition.rows],
    ...columns,
  ];
  return [
    ...texts.map(([id, text]) => [word(id), text[lang]]),
    [word("n"), table.n],
    [word("missingN"), table.missing ?? ""],
    [word("spec"), definition.specDigest],
    [word("cutOff"), definition.cutOff],
    [word("smallNote")],
  ];
}

/** Begins a formula in one spreadsheet or another. */
const formula = /^[=+\-@\t\r]/;

function cellText(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
