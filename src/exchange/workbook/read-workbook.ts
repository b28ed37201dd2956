import readXlsxFile from "read-excel-file/node";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Cell } from "../../spec/workbook/cells.ts";
import type { RawSheet } from "../../spec/workbook/read-rows.ts";

/**
 * The sheets of a workbook, cell by cell; blanks in texts stay, and of a formula the result that was stored.
 * Refuses bytes that are no workbook, or a broken one (`workbook.not-a-workbook`).
 */
export async function readWorkbook(
  bytes: Uint8Array,
  file: string,
): Promise<Result<readonly RawSheet[]>> {
  try {
    const sheets = await readXlsxFile(Buffer.from(bytes), { trim: false });
    return ok(
      sheets.map(({ sheet, data }) => ({
        name: sheet,
        rows: data.map((row) => row.map(parseCell)),
      })),
    );
  } catch {
    // The package throws errors of several kinds, also of its own faults, for what it cannot read.
    return fail(problem("workbook.not-a-workbook", { params: { file } }));
  }
}

/** The types of the package say a date is the constructor of dates; it is a date. */
function parseCell(value: unknown): Cell {
  if (value instanceof Date || value === null || typeof value === "boolean") return value;
  return typeof value === "string" || typeof value === "number" ? value : null;
}
