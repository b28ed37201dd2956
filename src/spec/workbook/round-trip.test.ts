import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import { readNextPack, readShippedPack, readSpecFiles } from "../testing/pack-files.ts";
import type { Pack } from "../types.ts";
import { decodeCell, encodeCell, parseJson, type Cell } from "./cells.ts";
import { isArray, valueAt } from "./nodes.ts";
import { TABLES, TABLE_IDS } from "./tables.ts";
import type { Sheet } from "./to-sheets.ts";
import { checkSheets, packToSheets, sheetsToFiles, type ReadSheets } from "./workbook.ts";

const shipped = readSpecFiles("mittpunkt/2026-1");
const next = readSpecFiles("fixtures/next");
const pack = readShippedPack();
const nextPack = readNextPack(pack);

function sheetsOf(files: ReadonlyMap<string, unknown>, of: Pack): readonly Sheet[] {
  const sheets = packToSheets(files, of);
  if (!sheets.ok) throw new Error(JSON.stringify(sheets.problems.slice(0, 5)));
  return sheets.value;
}

function readBack(sheets: readonly Sheet[]): ReadSheets {
  const read = sheetsToFiles(
    sheets.map(({ name, heading, rows }) => ({ name, rows: [heading, ...rows] })),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 5)));
  return read.value;
}

function canonical(files: ReadonlyMap<string, unknown>): Readonly<Record<string, string>> {
  const parts = [...files].filter(([file]) => !file.startsWith("fixtures/"));
  return Object.fromEntries(
    parts.map(([file, json]) => [file, canonicalJson(parseJson(JSON.stringify(json)))]),
  );
}

/** The files with one value of a JSON file set; the file itself is not touched. */
function withValue(file: string, path: readonly (string | number)[], value: unknown) {
  const copy: unknown = structuredClone(shipped.get(file));
  let at = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  at[path.at(-1) ?? ""] = value;
  return new Map(shipped).set(file, copy);
}

describe("a pack as sheets", () => {
  test.each([
    ["the shipped pack", shipped, pack, undefined],
    ["a later version", next, nextPack, pack],
  ] as const)("gives back %s, file by file", (_, files, of, base) => {
    const back = readBack(sheetsOf(files, of));
    expect(Object.keys(canonical(files)).length).toBeGreaterThan(5);
    expect(canonical(back.files)).toEqual(canonical(files));
    const checked = checkSheets(back, base);
    expect(checked.ok && checked.value).toEqual(of);
  });

  test("has the questions in the order of the form, those of a list below it", () => {
    const fields = sheetsOf(shipped, pack).find(({ name }) => name === "Frågor");
    const id = fields?.heading.indexOf("Id") ?? -1;
    const report = fields?.rows.filter(([document]) => document === "report") ?? [];
    const inForm = pack.documents["report"]?.sections.flatMap((section) =>
      section.fields.flatMap((field) => [field.id, ...(field.items ?? []).map((item) => item.id)]),
    );
    expect(report.map((row) => row[id])).toEqual(inForm);
  });

  test("tells conditions in words beside their JSON", () => {
    const fields = sheetsOf(next, nextPack).find(({ name }) => name === "Frågor");
    const [row = []] = fields?.rows ?? [];
    const at = (head: string) => row[fields?.heading.indexOf(head) ?? -1];
    expect(at("Krävs när (villkor)")).toBe('{"not":{"isMissing":{"field":"childView"}}}');
    expect(at("Krävs när, i ord (läses inte)")).toMatch(/ finns$/u);
    expect(at("Krävs när, i ord (läses inte)")).not.toContain("childView");
  });

  test("changes the text that was corrected and nothing else, and takes a new question where it stands", () => {
    const sheets = sheetsOf(shipped, pack).map((sheet) => {
      if (sheet.name !== "Frågor") return sheet;
      const at = (head: string) => sheet.heading.indexOf(head);
      const rows = sheet.rows.flatMap((row) => {
        if (row[at("Id")] !== "matterSummary") return [row];
        const corrected = row.with(at("Fråga, svenska"), "Frågan som utreds");
        const added = row.with(at("Id"), "matterNews").with(at("Regel för kravet"), "");
        return [corrected, added];
      });
      return { ...sheet, rows };
    });
    const back = readBack(sheets).files;
    const [before, after] = [canonical(shipped), canonical(back)];
    const changed = Object.keys(before).filter((file) => before[file] !== after[file]);
    expect(changed).toEqual(["documents/decision-basis.json"]);
    const fields = valueAt(back.get("documents/decision-basis.json"), ["sections", "0", "fields"]);
    expect(isArray(fields) && fields.slice(0, 2)).toMatchObject([
      { id: "matterSummary", label: { sv: "Frågan som utreds" } },
      { id: "matterNews", required: { level: "practice" } },
    ]);
  });

  test("gives back any words, also those that look like formulas", () => {
    const word = fc.oneof(
      fc.constantFrom("=1+1", "+46", "-", "@a", " blank ", "a\nb", "2026-1", "ja", "1,5", "[]"),
      fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text.trim() !== ""),
    );
    const printable = word.filter((text) => encodeCell("words", text) !== undefined);
    fc.assert(
      fc.property(printable, printable, (sv, en) => {
        const files = withValue("documents/report.json", ["sections", 0, "title"], { sv, en });
        const back = readBack(sheetsOf(files, pack));
        expect(canonical(back.files)).toEqual(canonical(files));
      }),
      { numRuns: 12 },
    );
  });
});

describe("nothing vanishes", () => {
  test.each([
    ["documents/report.json", ["sections", 0, "fields", 0, "colour"], "red"],
    ["documents/report.json", ["sections", 0, "fields", 0, "label", "fi"], "x"],
    ["documents/report.json", ["owner"], { id: "x" }],
    ["documents/report.json", ["sections", 0, "fields", 0, "required"], {}],
    ["manifest.json", ["weight"], 1],
    ["recording.json", [0, "until"], "2030-01-01"],
    ["letters/consent.json", ["blocks", 0, "image"], "x"],
    ["process.json", ["loops"], []],
    ["codelists/channel.json", ["codes"], "none"],
    ["texts/sv.json", ["answer.no"], { short: "n" }],
  ] as const)("%s with %j is refused with its place", (file, path, value) => {
    const sheets = packToSheets(withValue(file, path, value), pack);
    expect(sheets.ok).toBe(false);
    const [found] = sheets.ok ? [] : sheets.problems;
    expect(found?.id).toMatch(/^workbook\.(?:unknown-member|not-kept)$/u);
    const { pointer, params } = found ?? {};
    expect(`${pointer ?? ""} ${String(params?.["item"] ?? "")}`).toContain(
      found?.id === "workbook.not-kept" ? "answer.no" : path.join("/"),
    );
  });

  test.each([
    ["a list that is empty where it could be absent", "maps.json", [], []],
    ["a file nobody knows", "posters/a.json", [], {}],
    ["a text with a character no workbook keeps", "manifest.json", ["licence"], "a\u0001b"],
    ["a text longer than a cell", "manifest.json", ["licence"], "x".repeat(32_768)],
    ["half a character", "manifest.json", ["licence"], "\ud800"],
    ["a name of another thing", "codelists/channel.json", ["id"], "canal"],
  ] as const)("%s is refused", (_, file, path, value) => {
    const files =
      path.length === 0 ? new Map(shipped).set(file, value) : withValue(file, path, value);
    const sheets = packToSheets(files, pack);
    expect(sheets.ok).toBe(false);
  });

  test("every kind of thing has a sheet with rows in one of the packs", () => {
    const rows = [...sheetsOf(shipped, pack), ...sheetsOf(next, nextPack)];
    const filled = new Set(rows.filter((sheet) => sheet.rows.length > 0).map(({ name }) => name));
    expect(filled.size).toBe(TABLE_IDS.length);
    expect(Object.keys(TABLES).toSorted()).toEqual([...TABLE_IDS].toSorted());
  });
});

describe("a cell", () => {
  test.each([
    ["flag", " Ja ", true],
    ["flag", true, true],
    ["flag", "no", false],
    ["date", new Date("2027-01-01T00:00:00Z"), "2027-01-01"],
    ["number", "15", 15],
    ["id", 1997, "1997"],
    ["id", " x ", "x"],
    ["words", "a\r\nb", "a\nb"],
    ["ids", "a,b\n c", ["a", "b", "c"]],
    ["ids", null, []],
    ["someIds", " ", undefined],
    ["lines", "one thing\n\n other, thing ", ["one thing", "other, thing"]],
    ["idOrNull", null, null],
    ["print", "anything", undefined],
  ] as const)("of kind %s holding %j says %j", (kind, cell: Cell, value) => {
    expect(decodeCell(kind, cell)).toEqual({ value });
  });
});
