import type { FileCode, FileColumn, FileTable } from "../../contract/followup/file-table.ts";
import type { TableAnswer } from "../../contract/followup/make-table.ts";
import type { Lang, Text } from "../../spec/types.ts";
import { byteLength, textTable } from "./text-table.ts";
import { fill, type Texts } from "./words.ts";

type Row = readonly (string | number)[];
/** A count that is not told outside the unit. */
const WITHHELD = -1;

/**
 * The table with a row for each of its cells: what is counted, how many, whether that is an answer, and whether the
 * number is small. A count that may not leave the unit is missing and says so.
 */
export function tableFile(table: TableAnswer, texts: Texts, lang: Lang): FileTable {
  const word = (id: string) => fill(texts, `csv.${id}`)[lang];
  const rows = rowsOf(table, lang);
  const named = (id: string, at: number) => textColumns(id, at, rows, word);
  const truth = (["no", "yes"] as const).map((id, number) => {
    return { number, id, label: fill(texts, id)[lang], missing: false };
  });
  const withheld = { number: WITHHELD, id: "withheld", label: word("withheld"), missing: true };
  const places = [
    "row",
    ...(table.axes.columns === null ? [] : ["column"]),
    ...(table.axes.layers === null ? [] : ["layer"]),
  ];
  return {
    columns: [
      ...places.flatMap((id, at) => named(id, 2 * at)),
      { id: "count", label: word("count"), kind: "number", codes: [withheld] },
      { id: "missing", label: word("missing"), kind: "code", codes: truth },
      { id: "small", label: word("small"), kind: "code", codes: truth },
    ],
    count: rows.length,
    rows: [rows],
  };
}

function textColumns(
  id: string,
  at: number,
  rows: readonly Row[],
  word: (id: string) => string,
): readonly FileColumn[] {
  const codes: readonly FileCode[] = [];
  const width = (place: number) =>
    rows.reduce((most, row) => Math.max(most, byteLength(String(row[place] ?? ""))), 1);
  return [
    { id, label: word(id), kind: "text", codes, width: width(at) },
    { id: `${id}_code`, label: word(`${id}Code`), kind: "text", codes, width: width(at + 1) },
  ];
}

function rowsOf(table: TableAnswer, lang: Lang): readonly Row[] {
  const crossed = table.axes.columns !== null;
  const layered = table.axes.layers !== null;
  const slices = layered
    ? table.slices.map((slice, at) => ({ cells: slice.cells, layer: table.layers[at] }))
    : [{ cells: table.cells, layer: undefined }];
  return slices.flatMap(({ cells, layer }) =>
    table.rows.flatMap((row, at) =>
      table.columns.map((column, across) => {
        const count = cells[at]?.[across] ?? null;
        const missing = row.missing || column.missing || layer?.missing === true;
        return [
          row.label[lang],
          row.code,
          ...(crossed ? [column.label[lang], column.code] : []),
          ...(layer === undefined ? [] : [layer.label[lang], layer.code]),
          count ?? WITHHELD,
          missing ? 1 : 0,
          count !== null && count > 0 && count < table.small ? 1 : 0,
        ];
      }),
    ),
  );
}

/** What the table says of itself: question, result, population, definitions, version and moment. */
export function tableAbout(table: TableAnswer, texts: Texts, lang: Lang): FileTable {
  const word = (id: string) => fill(texts, `csv.${id}`, { small: table.small })[lang];
  const { definition } = table;
  const columns: readonly (readonly [string, Text])[] =
    definition.columns === null ? [] : [["columnsDefinition", definition.columns]];
  const told: readonly (readonly [string, Text])[] = [
    ["question", table.question],
    ["sentence", table.sentence],
    ["population", definition.population],
    ["rowsDefinition", definition.rows],
    ...columns,
  ];
  const heads = ["what", "value"].map((id) => ({ id, label: fill(texts, `extract.${id}`)[lang] }));
  return textTable(heads, [
    ...told.map(([id, text]) => [word(id), text[lang]]),
    ...table.notes.map((note) => [word("note"), note[lang]]),
    [word("n"), String(table.n)],
    [word("missingN"), table.missing === null ? word("withheld") : String(table.missing)],
    [word("spec"), definition.specDigest],
    [word("cutOff"), definition.cutOff],
    [word("smallNote"), String(table.small)],
  ]);
}
