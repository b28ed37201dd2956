import { describe, expect, test } from "vitest";

import { shippedTexts } from "../testing/read-settings.ts";
import type { TableAnswer } from "../../contract/followup/make-table.ts";
import { tableCsv } from "./table-csv.ts";

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
  const file = tableCsv(tableWith("ja"), shippedTexts(), "sv");

  test("begins so that a Swedish spreadsheet reads it, one line a cell", () => {
    const lines = file.split("\r\n");
    expect(lines.slice(0, 4)).toEqual([
      "\uFEFFRad;Rad, kod;Kolumn;Kolumn, kod;Antal;Svar saknas;Litet antal",
      "ja;yes;kvinna;female;41;0;0",
      "inte efterfrågat;not_asked;kvinna;female;3;1;1",
      "",
    ]);
  });

  test("describes itself after the cells", () => {
    expect(file).toContain('\r\nRad: definition;"Om barnet far ""illa""; nu"\r\n');
    expect(file).toContain("\r\nAntal i urvalet;96\r\n");
    expect(file).toContain("\r\nSpecifikation;abc\r\n");
  });

  test.each(["=1+1", "+1", "-1", "@sum", "\tx"])("makes no formula of %j", (label) => {
    const line = tableCsv(tableWith(label), shippedTexts(), "en").split("\r\n")[1];
    expect(line).toBe(`'${label};yes;kvinna;female;41;0;0`);
  });

  test("has the words of the other language", () => {
    expect(tableCsv(tableWith("ja"), shippedTexts(), "en")).toContain("Row;Row, code;Column");
  });
});
