import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Pack } from "../types.ts";
import { encodeCell } from "./cells.ts";
import { conditionInWords } from "./condition-words.ts";
import { idOf, valueAt, type Node } from "./nodes.ts";
import { TABLES, TABLE_IDS, columnIdsOf, type CellKind, type TableId } from "./tables.ts";
import { changeWord, columnWords, sheetName } from "./words.ts";

/** How a column of a sheet looks: its width in characters, and whether it is for reading only. */
export interface ColumnLook {
  readonly width: number;
  readonly readOnly: boolean;
}

/** A sheet as it is written: a row of headings, and the rows below it. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly ColumnLook[];
  readonly heading: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const WIDTHS: Readonly<Record<CellKind, number>> = {
  id: 22,
  idOrNull: 22,
  idOrEmpty: 22,
  words: 48,
  number: 10,
  flag: 12,
  date: 13,
  ids: 34,
  someIds: 26,
  lines: 30,
  condition: 40,
  print: 44,
};
const KEY_WIDTH = 22;
const CHANGE_WIDTH = 12;

/**
 * A sheet for each kind of thing in a pack, a thing a row, in the order of the form; `pack` gives the words of
 * conditions. Refuses a value that no cell can tell (`workbook.not-kept`).
 */
export function toSheets(nodes: readonly Node[], pack: Pack): Result<readonly Sheet[]> {
  const problems: Problem[] = [];
  const withChanges = pack.manifest.extends !== null;
  const rows = new Map<TableId, (string | number)[][]>(TABLE_IDS.map((id) => [id, []]));
  const write = (node: Node): void => {
    rows.get(node.table)?.push(rowOf(node, pack, problems, withChanges));
    Object.values(node.children).flat().forEach(write);
  };
  inOrder(nodes).forEach(write);
  if (problems.length > 0) return fail(problems);
  return ok(TABLE_IDS.map((id) => sheetOf(id, rows.get(id) ?? [], withChanges)));
}

/** Documents and letters stand by their code, as people name them; all else as in the files. */
function inOrder(nodes: readonly Node[]): readonly Node[] {
  const code = ({ table, item }: Node) =>
    (table === "documents" || table === "letters") && typeof item["code"] === "string"
      ? item["code"]
      : "";
  return nodes.toSorted((a, b) => (code(a) < code(b) ? -1 : code(a) > code(b) ? 1 : 0));
}

function sheetOf(table: TableId, rows: Sheet["rows"], withChanges: boolean): Sheet {
  const { columns, changes, keys } = TABLES[table];
  const change = { width: CHANGE_WIDTH, readOnly: false };
  const key = { width: KEY_WIDTH, readOnly: false };
  return {
    name: sheetName(table),
    columns: [
      ...(changes && withChanges ? [change, key] : []),
      ...keys.map(() => key),
      ...columns.map(({ kind }) => ({ width: WIDTHS[kind], readOnly: kind === "print" })),
    ],
    heading: columnIdsOf(TABLES[table], withChanges).map((id) => columnWords(table, id).head),
    rows,
  };
}

function rowOf(
  node: Node,
  pack: Pack,
  problems: Problem[],
  withChanges: boolean,
): (string | number)[] {
  const { columns, changes } = TABLES[node.table];
  const change = node.change === undefined ? "" : changeWord(node.change);
  return [
    ...(changes && withChanges ? [change, node.after ?? ""] : []),
    ...node.keys,
    ...columns.map(({ path, kind, id }) => {
      if (kind === "print") return conditionInWords(node, path, pack, "sv") ?? "";
      const value = valueAt(node.item, path);
      if (value === undefined) return "";
      const cell = encodeCell(kind, value);
      if (cell === undefined) {
        const sheet = sheetName(node.table);
        const column = columnWords(node.table, id).head;
        problems.push(
          problem("workbook.not-kept", { params: { sheet, item: idOf(node), column } }),
        );
      }
      return cell ?? "";
    }),
  ];
}
