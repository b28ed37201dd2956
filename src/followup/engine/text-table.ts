import type { FileTable } from "../../contract/followup/file-table.ts";

/** A table of texts that is small enough to stand in memory, each column as wide as its longest text. */
export function textTable(
  heads: readonly { readonly id: string; readonly label: string }[],
  lines: readonly (readonly string[])[],
): FileTable {
  return {
    columns: heads.map(({ id, label }, at) => ({
      id,
      label,
      kind: "text",
      codes: [],
      width: lines.reduce((most, line) => Math.max(most, byteLength(line[at] ?? "")), 1),
    })),
    count: lines.length,
    rows: [lines],
  };
}

const encoder = new TextEncoder();

/** Bytes of UTF-8. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}
