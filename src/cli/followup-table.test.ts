import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TableAnswer } from "../contract/followup/make-table.ts";
import { parseArguments } from "./arguments.ts";
import { followupTable } from "./followup-table.ts";
import { tableLines } from "./followup-table-lines.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mp-table-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const text = (sv: string) => ({ sv, en: sv });
const axis = (label: string): TableAnswer["axes"]["rows"] => ({
  kind: "variable",
  id: label,
  label: text(label),
  definition: null,
  several: false,
});

const table: TableAnswer = {
  query: { rows: "UTR-35", columns: "BAK-01", filters: [] },
  room: "out",
  question: text("Hur fördelar sig utredningar?"),
  sentence: text("I 41 av 71 är svaret ja."),
  notes: [text("Perioder räknas ihop.")],
  n: 74,
  missing: 3,
  axes: { rows: axis("Utsatthet"), columns: axis("Kön"), layers: null },
  rows: [
    { code: "yes", label: text("ja"), missing: false },
    { code: "not_asked", label: text("inte efterfrågat"), missing: true },
  ],
  columns: [{ code: "female", label: text("kvinna"), missing: false }],
  layers: [],
  cells: [[41], [null]],
  rowTotals: [41, null],
  columnTotals: [74],
  shares: [[{ share: 0.577, low: 0.46, high: 0.69, of: 71 }], [null]],
  slices: [],
  small: 5,
  rounded: 1,
  definition: {
    rows: text(""),
    columns: null,
    grain: "utr",
    population: text("utredningar som inleddes någon gång"),
    specVersion: "test/1",
    specDigest: "0123456789abcdef",
    cutOff: "2026-11-22T08:00:00.000Z",
  },
};

describe("a table in the terminal", () => {
  it("is the question, the answer, the counts with their shares and how it was counted", () => {
    expect(tableLines(table)).toEqual([
      "Hur fördelar sig utredningar?",
      "I 41 av 71 är svaret ja.",
      "Perioder räknas ihop.",
      "",
      "Utsatthet            kvinna   =",
      "ja                41 (58 %)  41",
      "inte efterfrågat          .   .",
      "=                        74  74",
      "",
      "utredningar som inleddes någon gång",
      "test/1 0123456789ab, 2026-11-22T08:00:00.000Z",
    ]);
  });

  it("has a part for each layer", () => {
    const { cells, shares, rowTotals, columnTotals, n } = table;
    const slice = { cells, shares, rowTotals, columnTotals, n };
    const layers = [{ code: "a", label: text("0–2 år"), missing: false }];
    const axes = { ...table.axes, layers: axis("Ålder") };
    const lines = tableLines({ ...table, axes, layers, slices: [slice] });
    expect(lines.filter((line) => line.startsWith("Ålder: 0–2 år"))).toHaveLength(1);
  });

  it.each([
    ["no file", [], "Name one file"],
    ["two files", ["a.json", "b.json"], "Name one file"],
    ["a file that is not there", ["none.json"], "cannot be read"],
    ["no JSON", ["text.json"], "text.json is not JSON"],
    ["a word no question has", ["typo.json"], "is no question: Unrecognized key"],
  ])("cannot be asked with %s", async (_, names, told) => {
    writeFileSync(join(folder, "text.json"), "rows");
    writeFileSync(join(folder, "typo.json"), '{"rows":"AKT-03","colums":"BAK-01"}');
    const err: string[] = [];
    const args = parseArguments(names.map((name) => join(folder, name)));
    const output = { out: () => undefined, err: (line: string) => void err.push(line) };
    expect(await followupTable(args, output)).toBe(2);
    expect(err.join("\n")).toContain(told);
  });
});
