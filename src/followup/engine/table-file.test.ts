import { describe, expect, test } from "vitest";

import { shippedTexts } from "../testing/read-settings.ts";
import type { TableAnswer } from "../../contract/followup/make-table.ts";
import { tableAbout, tableFile } from "./table-file.ts";

const text = (sv: string) => ({ sv, en: sv });

function axis(id: string): TableAnswer["axes"]["rows"] {
  return { kind: "variable", id, label: text(id), definition: null, several: false };
}

function tableWith(label: string): TableAnswer {
  return {
    query: { rows: "UTR-35", columns: "BAK-01", filters: [] },
    question: text("Hur fördelar sig utredningar?"),
    sentence: text("I 41 av 96 utredningar är svaret ja."),
    n: 96,
    missing: 3,
    rows: [
      { code: "yes", label: text(label), missing: false },
      { code: "not_asked", label: text("inte efterfrågat"), missing: true },
    ],
    columns: [{ code: "female", label: text("kvinna"), missing: false }],
    layers: [],
    cells: [[41], [3]],
    rowTotals: [41, 3],
    columnTotals: [44],
    shares: [[null], [null]],
    slices: [],
    small: 5,
    rounded: 1,
    room: "inside",
    notes: [],
    axes: { rows: axis("UTR-35"), columns: axis("BAK-01"), layers: null },
    definition: {
      rows: text('Om barnet far "illa"; nu'),
      columns: text("Juridiskt kön"),
      grain: "utr",
      population: text("utredningar"),
      specVersion: "test/1",
      specDigest: "abc",
      cutOff: "2026-11-22T08:00:00.000Z",
    },
  };
}

describe("the file of a table", () => {
  test("has a row for each cell, with its words and its codes", () => {
    const file = tableFile(tableWith("ja"), shippedTexts(), "sv");
    expect(file.columns.map(({ id }) => id)).toEqual([
      "row",
      "row_code",
      "column",
      "column_code",
      "count",
      "missing",
      "small",
    ]);
    expect(file.columns.map(({ label }) => label).slice(4)).toEqual([
      "Antal",
      "Svar saknas",
      "Litet antal",
    ]);
    expect([...(file.rows as Iterable<unknown>)]).toEqual([
      [
        ["ja", "yes", "kvinna", "female", 41, 0, 0],
        ["inte efterfrågat", "not_asked", "kvinna", "female", 3, 1, 1],
      ],
    ]);
    expect(file.columns[0]?.width).toBe(17);
  });

  test("says that a count may not leave the unit", () => {
    const file = tableFile({ ...tableWith("ja"), cells: [[41], [null]] }, shippedTexts(), "sv");
    const [rows] = [...(file.rows as Iterable<readonly (readonly unknown[])[]>)];
    expect(rows?.[1]).toEqual(["inte efterfrågat", "not_asked", "kvinna", "female", -1, 1, 0]);
    expect(file.columns[4]?.codes.map(({ id }) => id)).toEqual(["withheld"]);
  });

  test("has a layer where the table has one", () => {
    const layer = { code: "2025", label: text("2025"), missing: false };
    const slice = { n: 44, cells: [[41], [3]], rowTotals: [], columnTotals: [], shares: [] };
    const table = { ...tableWith("ja"), layers: [layer], slices: [slice] };
    const axes = { ...table.axes, layers: axis("BAK-02") };
    const file = tableFile({ ...table, axes }, shippedTexts(), "en");
    const [rows] = [...(file.rows as Iterable<readonly (readonly unknown[])[]>)];
    expect(rows?.[0]).toEqual(["ja", "yes", "kvinna", "female", "2025", "2025", 41, 0, 0]);
  });

  test("describes itself beside", () => {
    const about = tableAbout(tableWith("ja"), shippedTexts(), "sv");
    const lines = [...(about.rows as Iterable<readonly (readonly unknown[])[]>)].flat();
    expect(lines).toContainEqual(["Rad: definition", 'Om barnet far "illa"; nu']);
    expect(lines).toContainEqual(["Antal i urvalet", "96"]);
    expect(lines).toContainEqual(["Specifikation", "abc"]);
  });
});
