import type { FileCode, FileTable } from "../../../contract/followup/file-table.ts";
import { dayNumberOf } from "../../../kernel/civil.ts";
import { FIRST_DAY } from "../cell-texts.ts";

/** What spreadsheets have taken for formulas, beside a text that is none. */
export const dangerous = ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", "＝1+1"] as const;

/** A text of 500 bytes: longer than one part of an SPSS file holds. */
export const longText = `${"Bakgrund och nuläge, å ä ö. ".repeat(16)}Slut på texten efter 465 teckenå.`;

export const missing: readonly FileCode[] = [
  { number: -1, id: "not_asked", label: "inte efterfrågat", missing: true },
  { number: -2, id: "unknown", label: "okänt", missing: true },
  { number: -4, id: "not_relevant", label: "inte aktuellt", missing: true },
];

const kinds: readonly FileCode[] = [
  { number: 1, id: "school", label: "Skola; förskola", missing: false },
  { number: 2, id: "police", label: 'Polis & "åklagare"', missing: false },
  { number: 40, id: "other", label: "=Övrigt", missing: false },
];

export function dayCell(year: number, month: number, day: number): number {
  return dayNumberOf(year, month, day) - FIRST_DAY;
}

const morning = dayCell(2026, 3, 2) * 86_400 + 8 * 3600 + 5 * 60;

/** One column of each kind, with a missing value in each, Swedish letters and texts that look like formulas. */
export function sampleTable(): FileTable {
  const texts = [...dangerous, longText, ""];
  const rows = texts.map((text, at) => [
    at + 1,
    [1, 2, 40, -1][at % 4] ?? 1,
    at % 3 === 2 ? -2 : at * 1000,
    at % 5 === 4 ? -4 : dayCell(2026, 2, 27) + at,
    at % 5 === 3 ? -1 : morning,
    ["1 40", "2", "-1"][at % 3] ?? "",
    text,
  ]);
  const width = Math.max(...texts.map((text) => Buffer.byteLength(text)));
  return {
    columns: [
      { id: "row", label: "Rad", kind: "number", codes: [] },
      { id: "AKT-03", label: "Anmälare, år för år", kind: "code", codes: [...kinds, ...missing] },
      { id: "AKT-10", label: "Antal tidigare", kind: "number", codes: missing },
      { id: "AKT-21.on", label: "Dag", kind: "day", codes: missing },
      { id: "AKT-02", label: "Inkommen", kind: "moment", codes: missing },
      {
        id: "AKT-06",
        label: "Orsaker",
        kind: "set",
        codes: [...kinds, ...missing],
        chosen: [
          { number: 1, id: "yes", label: "ja", missing: false },
          { number: 0, id: "no", label: "nej", missing: false },
        ],
      },
      { id: "Åtgärd", label: "Vad som står", kind: "text", codes: [], width },
    ],
    count: rows.length,
    rows: [rows.slice(0, 4), rows.slice(4)],
  };
}

/** All bytes of a file. */
export async function bytesOf(file: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file) chunks.push(chunk);
  return Buffer.concat(chunks);
}
