import { fail, ok, type Result } from "../../kernel/result.ts";
import { readMeSheet } from "../../spec/workbook/read-me.ts";
import { lostFiles, packToSheets } from "../../spec/workbook/workbook.ts";
import type { PackFolder } from "./pack-folders.ts";
import { readWorkbook } from "./read-workbook.ts";
import { writeWorkbook } from "./write-workbook.ts";

/** A workbook, and how much of a pack it holds. */
export interface PackWorkbook {
  readonly bytes: Uint8Array;
  readonly sheets: number;
  readonly rows: number;
}

/**
 * A pack as a workbook for people. The workbook is read back before it is given: what it would lose or change
 * of a file is refused, as `packToSheets` does.
 */
export async function exportPack({ name, files, pack }: PackFolder): Promise<Result<PackWorkbook>> {
  const sheets = packToSheets(files, pack);
  if (!sheets.ok) return sheets;
  const bytes = await writeWorkbook([readMeSheet(pack), ...sheets.value]);
  const back = await readWorkbook(bytes, name);
  if (!back.ok) return back;
  const lost = lostFiles(files, back.value);
  if (lost.length > 0) return fail(lost);
  const rows = sheets.value.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  return ok({ bytes, sheets: sheets.value.length, rows });
}
