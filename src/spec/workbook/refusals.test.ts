import { describe, expect, test } from "vitest";
import type { Problem } from "../../kernel/problem.ts";
import { readNextPack, readShippedPack, readSpecFiles } from "../testing/pack-files.ts";
import { parseCatalogue } from "../problem-texts.ts";
import type { Pack } from "../types.ts";
import type { Cell } from "./cells.ts";
import type { RawSheet } from "./read-rows.ts";
import { tellProblem } from "./tell.ts";
import { checkSheets, packToSheets, sheetsToFiles } from "./workbook.ts";

const pack = readShippedPack();
const shipped = rawSheets(readSpecFiles("mittpunkt/2026-1"), pack);
const next = rawSheets(readSpecFiles("fixtures/next"), readNextPack(pack));

function rawSheets(files: ReadonlyMap<string, unknown>, of: Pack): readonly RawSheet[] {
  const sheets = packToSheets(files, of);
  if (!sheets.ok) throw new Error(JSON.stringify(sheets.problems.slice(0, 5)));
  return sheets.value.map(({ name, heading, rows }) => ({ name, rows: [heading, ...rows] }));
}

/** What is said of sheets, those of a whole pack or of a later version. */
function problemsOf(sheets: readonly RawSheet[], base?: Pack): readonly Problem[] {
  const read = sheetsToFiles(sheets);
  if (!read.ok) return read.problems;
  const checked = checkSheets(read.value, base);
  return checked.ok ? [] : checked.problems;
}

/** Sheets with the rows of one sheet changed. */
function withRows(
  sheets: readonly RawSheet[],
  name: string,
  change: (rows: Cell[][]) => void,
): readonly RawSheet[] {
  return sheets.map((sheet) => {
    if (sheet.name !== name) return sheet;
    const rows = sheet.rows.map((row) => [...row]);
    change(rows);
    return { ...sheet, rows };
  });
}

function columnOf(rows: readonly (readonly Cell[])[], head: string): number {
  const at = rows[0]?.indexOf(head) ?? -1;
  if (at === -1) throw new Error(`No column ${head}`);
  return at;
}

/** Sheets with one cell written, in a row told by the id in it, and the number of the row. */
function withCell(
  sheets: readonly RawSheet[],
  name: string,
  id: string,
  head: string,
  value: Cell,
): { readonly sheets: readonly RawSheet[]; readonly row: number } {
  let row = 0;
  const changed = withRows(sheets, name, (rows) => {
    const at = rows[0]?.includes("Id") === true ? columnOf(rows, "Id") : 0;
    row = rows.findIndex((cells) => cells[at] === id) + 1;
    const cells = rows[row - 1];
    if (cells === undefined) throw new Error(`No row ${id}`);
    cells[columnOf(rows, head)] = value;
  });
  return { sheets: changed, row };
}

describe("a cell that is wrong is told of with sheet, row and column", () => {
  test.each([
    ["Frågor", "matterSummary", "Svarstyp", "fritext", "workbook.not-one-of"],
    ["Frågor", "matterSummary", "Svarstyp", "", "workbook.cell-empty"],
    ["Frågor", "matterSummary", "Fråga, engelska", " ", "workbook.cell-empty"],
    ["Frågor", "matterSummary", "Hjälptext, svenska", null, "workbook.cell-empty"],
    ["Frågor", "matterSummary", "Krav", "", "workbook.cell-empty"],
    ["Frågor", "matterSummary", "Visas när (villkor)", "alltid", "workbook.not-json"],
    ["Frågor", "matterSummary", "Visas när (villkor)", '{"sometimes":1}', "expression.unknown-key"],
    [
      "Frågor",
      "matterSummary",
      "Visas när (villkor)",
      '{"isMissing":{"field":"moon"}}',
      "expression.unknown-field",
    ],
    ["Frågor", "matterSummary", "På papper", "kanske", "workbook.not-yesno"],
    ["Frågor", "matterSummary", "Högst antal", "många", "workbook.not-number"],
    ["Frågor", "matterSummary", "Högst antal", 0, "workbook.not-one-of"],
    ["Frågor", "matterSummary", "Avsnitt", "nowhere", "workbook.unknown-parent"],
    ["Frågor", "matterSummary", "Variabel", "UTR-99", "spec.unknown-variable"],
    ["Frågor", "reporterKind", "Kodverk", "reporter-knd", "spec.unknown-codelist"],
    ["Rubriker", "matter", "Dokument", "", "workbook.cell-empty"],
    ["Dokument", "report", "Steg", "before", "spec.unknown-step"],
    ["Dokument", "report", "Id", "../report", "workbook.file-name"],
    ["Koder", "letter", "Grupp", "blue", "spec.unknown-group"],
    ["Koder", "letter", "Gäller från", "i morgon", "workbook.not-date"],
    ["Variabler", "FOL-02", "Kodverk", "nothing", "spec.unknown-codelist"],
    ["Variabler", "FOL-02", "Härledd", "", "workbook.cell-empty"],
    ["Delområden", "BU1", "Sida", "ZZ", "spec.unknown-side"],
    ["Mottagare", "child", "Får se", "public, all", "workbook.not-one-of"],
    ["Specifikation", "mittpunkt", "Gäller från", "nu", "workbook.not-date"],
  ] as const)("%s, %s, %s: %j", (sheet, id, head, value, problem) => {
    const { sheets, row } = withCell(shipped, sheet, id, head, value);
    const found = problemsOf(sheets).find((each) => each.id === problem);
    expect(found?.params).toMatchObject({ sheet, row });
    expect(found?.params?.["column"]).toBe(head);
  });

  test("the same id twice, with the row of the first", () => {
    const sheets = withRows(shipped, "Kodverk", (rows) => rows.push([...(rows[4] ?? [])]));
    const last = shipped.find(({ name }) => name === "Kodverk")?.rows.length ?? 0;
    expect(problemsOf(sheets)[0]).toMatchObject({
      id: "workbook.duplicate-id",
      params: { sheet: "Kodverk", row: last + 1, column: "Id", first: 5 },
    });
  });

  test("every fault at once, in the order of the workbook", () => {
    const first = withCell(shipped, "Koder", "letter", "Gäller från", "x").sheets;
    const second = withCell(first, "Frågor", "matterSummary", "På papper", "x").sheets;
    expect(problemsOf(second).map(({ params }) => params?.["sheet"])).toEqual(["Frågor", "Koder"]);
  });
});

describe("sheets and columns", () => {
  test("that are missing, unknown or doubled are refused before their rows are read", () => {
    const without = shipped.filter(({ name }) => name !== "Koder");
    const more = [...without, { name: "Anteckningar", rows: [["kom ihåg"]] }];
    expect(problemsOf(more).map(({ id, params }) => [id, params?.["sheet"]])).toEqual([
      ["workbook.unknown-sheet", "Anteckningar"],
      ["workbook.missing-sheet", "Koder"],
    ]);
    const columns = withRows(shipped, "Dokument", (rows) => {
      rows[0] = ["Id", "Kod", "Kod", "Namn, svenska", "Namn, engelska", "Fas", "Slag"];
      rows[0].push("Hänvisar till källor");
    });
    expect(problemsOf(columns).map(({ id, params }) => [id, params?.["column"]])).toEqual([
      ["workbook.duplicate-column", "Kod"],
      ["workbook.unknown-column", "Fas"],
      ["workbook.missing-column", "Steg"],
    ]);
  });

  test("may be moved and written in capitals; Läs mig and grey columns may be left out", () => {
    const moved = shipped.toReversed().map(({ name, rows }) => {
      const kept = (rows[0] ?? []).map((head) => !String(head).endsWith("(läses inte)"));
      const turned = rows.map((row) => row.filter((_, at) => kept[at]).toReversed());
      return { name: name.toUpperCase(), rows: turned };
    });
    expect(problemsOf(moved)).toEqual([]);
    expect(problemsOf([{ name: "Läs mig", rows: [["x"]] }, ...shipped])).toEqual([]);
  });

  test("with something written beside the columns, or no row for the specification, are refused", () => {
    const beside = withRows(shipped, "Steg", (rows) => rows[3]?.push(null, "obs"));
    expect(problemsOf(beside)[0]).toMatchObject({
      id: "workbook.outside",
      params: { sheet: "Steg", row: 4, value: "obs" },
    });
    const nothing = withRows(shipped, "Specifikation", (rows) => rows.splice(1));
    expect(problemsOf(nothing).map(({ id }) => id)).toEqual(["workbook.one-row"]);
  });

  test("with empty rows between are read, and rows keep their numbers", () => {
    const { sheets } = withCell(shipped, "Steg", "close", "Namn, engelska", "");
    const spaced = withRows(sheets, "Steg", (rows) => rows.splice(1, 0, [null, " "], []));
    const row = spaced
      .find(({ name }) => name === "Steg")
      ?.rows.findIndex(([id]) => id === "close");
    expect(problemsOf(spaced)[0]?.params).toMatchObject({ sheet: "Steg", row: (row ?? 0) + 1 });
  });
});

describe("a version that changes another", () => {
  test.each([
    ["Koder", "email", "Ändring", "kanske", "workbook.unknown-change", "Ändring"],
    ["Koder", "email", "Efter", "telegram", "overlay.unknown-id", "Efter"],
    ["Koder", "email", "Ändring", "borttagen", "workbook.after-without-new", "Efter"],
    ["Koder", "email", "Ändring", "", "workbook.unknown-parent", "Kodverk"],
    ["Koder", "association", "Ändring", "ny", "overlay.known-id", "Id"],
    ["Frågor", "childsHelpers", "Del av fråga", "childView", "workbook.change-in-whole", "Ändring"],
    ["Ersatta koder", "split", "Till", "email", "spec.map-split", undefined],
  ] as const)("%s, %s, %s: %j", (sheet, id, head, value, problem, column) => {
    const { sheets, row } = withCell(next, sheet, id, head, value);
    const found = problemsOf(sheets, pack).find((each) => each.id === problem);
    expect(found?.params).toMatchObject({ sheet, row });
    expect(found?.params?.["column"]).toBe(column);
  });

  test("has no marked rows where the list stands whole", () => {
    const sheets = withRows(next, "Kodverk", (rows) => {
      rows.push(["channel", "Kanal", "Channel", null, null]);
    });
    expect(problemsOf(sheets, pack).map(({ id }) => id)).toContain("workbook.change-in-whole");
  });
});

describe("the words of a fault", () => {
  const texts = ["problems", "problems-spec", "problems-workbook"].map((name) =>
    readSpecFiles("texts").get(`${name}.json`),
  );
  const catalogue = parseCatalogue(Object.assign({}, ...texts));

  test("say where, what is wrong and what to write, in both languages", () => {
    const { sheets, row } = withCell(shipped, "Frågor", "reporterKind", "Kodverk", "knd");
    const [found] = problemsOf(sheets);
    if (found === undefined || !catalogue.ok) throw new Error("no fault");
    expect(tellProblem(found, catalogue.value, "sv")).toBe(
      `blad "Frågor", rad ${row}, kolumn "Kodverk": Listan knd finns inte. ` +
        "Skriv ett id från bladet Kodverk, eller area eller factor. Lämna tomt om svaret inte är ett val.",
    );
    expect(tellProblem(found, catalogue.value, "en")).toBe(
      `sheet "Frågor", row ${row}, column "Kodverk": There is no list knd. ` +
        "Write an id from the sheet Kodverk, or area or factor. Leave it empty where the answer is no choice.",
    );
  });
});
