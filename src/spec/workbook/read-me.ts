import { TABLES, TABLE_IDS, columnIdsOf } from "./tables.ts";
import type { Sheet } from "./to-sheets.ts";
import type { Pack } from "../types.ts";
import { aboutSheet, columnWords, sheetName, workbookTexts } from "./words.ts";

/**
 * The first sheet: what the workbook is, and for each column what to write. It is for reading only, and may be
 * removed.
 */
export function readMeSheet({ manifest }: Pack): Sheet {
  const { name, lines, headings } = workbookTexts.readMe;
  const columns = TABLE_IDS.flatMap((table) => [
    [sheetName(table), "", aboutSheet(table).sv],
    ...columnIdsOf(TABLES[table], manifest.extends !== null).map((column) => {
      const words = columnWords(table, column);
      return [sheetName(table), words.head, words.write.sv];
    }),
  ]);
  return {
    name,
    columns: [22, 30, 100].map((width) => ({ width, readOnly: true })),
    heading: headings,
    rows: [
      ["", "", `${manifest.name.sv}, ${manifest.id}/${manifest.version}`],
      ...lines.map((line) => ["", "", line]),
      ...columns,
    ],
  };
}
