import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import { encodeCell, parseJson } from "../../spec/workbook/cells.ts";
import type { Sheet } from "../../spec/workbook/to-sheets.ts";
import { readNextPack, readShippedPack, readSpecFiles } from "../../spec/testing/pack-files.ts";
import { digestOf, installedPacksOf, type InstalledPack } from "../../store/spec-files.ts";
import { exportPack } from "./export-pack.ts";
import { importPack } from "./import-pack.ts";
import { jsonText } from "./json-text.ts";
import { readWorkbook } from "./read-workbook.ts";
import { writeWorkbook } from "./write-workbook.ts";

const pack = readShippedPack();
const nextPack = readNextPack(pack);
const installed = [pack, nextPack].map((each): InstalledPack => {
  const { id, version } = each.manifest;
  return { name: `${id}/${version}`, digest: digestOf(each), pack: each };
});
const packs = installedPacksOf(installed, 1);

/** The text of a file inside a workbook, by its path. */
function partOf(workbook: Uint8Array, path: string): string {
  const zip = Buffer.from(workbook);
  let at = zip.readUInt32LE(zip.lastIndexOf("PK\u0005\u0006") + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    if (name === undefined || extra === undefined || comment === undefined) break;
    if (zip.toString("utf8", at + 46, at + 46 + name) === path) {
      const start = zip.readUInt32LE(at + 42);
      const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
      const data = zip.subarray(from, from + zip.readUInt32LE(at + 20));
      return inflateRawSync(data).toString("utf8");
    }
    at += 46 + name + extra + comment;
  }
  throw new Error(`No part ${path}`);
}

function sheetOf(...texts: readonly string[]): Sheet {
  return {
    name: "Blad",
    columns: [
      { width: 20, readOnly: false },
      { width: 40, readOnly: true },
    ],
    heading: ["Id", "I ord"],
    rows: texts.map((text) => [text, text]),
  };
}

async function cellsOf(bytes: Uint8Array): Promise<readonly unknown[]> {
  const read = await readWorkbook(bytes, "x.xlsx");
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return (read.value[0]?.rows ?? []).slice(1).map(([cell]) => cell);
}

describe("a pack as a workbook", () => {
  test.each([
    ["the shipped pack", "mittpunkt/2026-1", pack],
    ["fixtures/next", "fixtures/next", nextPack],
  ] as const)("%s goes out and comes in as the same files", async (name, folder, of) => {
    const files = readSpecFiles(folder);
    const workbook = await exportPack({ name, files, pack: of });
    if (!workbook.ok) throw new Error(JSON.stringify(workbook.problems));
    const back = await importPack(workbook.value.bytes, "x.xlsx", packs);
    if (!back.ok) throw new Error(JSON.stringify(back.problems.slice(0, 5)));
    const parts = [...files].filter(([file]) => !file.startsWith("fixtures/"));
    expect([...back.value.texts.keys()].toSorted()).toEqual(parts.map(([file]) => file).toSorted());
    for (const [file, json] of parts) {
      const text = canonicalJson(parseJson(back.value.texts.get(file) ?? "null"));
      expect([file, text]).toEqual([file, canonicalJson(parseJson(JSON.stringify(json)))]);
    }
    expect(back.value.pack).toEqual(of);
    expect(back.value.notes).toEqual([]);
  });

  test("that differs from one that is there under the same name is sound, but told of", async () => {
    const files = new Map(readSpecFiles("mittpunkt/2026-1"));
    files.set("texts/sv.json", { ...pack.texts.sv, "answer.no": "Nej tack" });
    const workbook = await exportPack({ name: "changed", files, pack });
    if (!workbook.ok) throw new Error(JSON.stringify(workbook.problems));
    const back = await importPack(workbook.value.bytes, "x.xlsx", packs);
    expect(back.ok && back.value.pack.texts.sv["answer.no"]).toBe("Nej tack");
    expect(back.ok && back.value.notes.map(({ id }) => id)).toEqual(["workbook.same-version"]);
  });

  test("changes a version only where that version is", async () => {
    const folder = { name: "next", files: readSpecFiles("fixtures/next"), pack: nextPack };
    const workbook = await exportPack(folder);
    const [first] = installed;
    if (!workbook.ok || first === undefined) throw new Error("no workbook");
    const other = { ...first, name: "mittpunkt/2020-1" };
    const read = await importPack(workbook.value.bytes, "x.xlsx", installedPacksOf([other]));
    expect(!read.ok && read.problems.map(({ id }) => id)).toEqual(["workbook.unknown-base"]);
  });
});

describe("the bytes of a workbook", () => {
  const dangerous = [
    "=1+1",
    "+46 8",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("x")',
    "\t=1",
    "=cmd|' /C x'!A0",
  ];

  test("have no formula, and cells for text stay text when somebody types in them", async () => {
    const bytes = await writeWorkbook([sheetOf(...dangerous, "")]);
    const xml = partOf(bytes, "xl/worksheets/sheet1.xml");
    expect(xml).not.toMatch(/<f[ >]/u);
    expect([...xml.matchAll(/<c [^>]*t="s"/gu)].length).toBe(2 + 2 * dangerous.length);
    expect(partOf(bytes, "xl/styles.xml")).toMatch(/numFmtId="49"|formatCode="@"/u);
    expect(await cellsOf(bytes)).toEqual(dangerous);
  });

  test("have the heading frozen and bold, widths of their own and texts wrapped", async () => {
    const bytes = await writeWorkbook([sheetOf("a")]);
    const xml = partOf(bytes, "xl/worksheets/sheet1.xml");
    expect(xml).toMatch(/<pane ySplit="1"[^>]*state="frozen"/u);
    expect(xml).toMatch(/<col min="2" max="2" width="40"/u);
    expect(partOf(bytes, "xl/styles.xml")).toMatch(/<b ?\/>/u);
    expect(partOf(bytes, "xl/styles.xml")).toMatch(/wrapText="(?:1|true)"/u);
  });

  test("keep any text that XML can hold, also what looks like an escaped character", async () => {
    const text = fc.oneof(
      fc.constantFrom(
        "_x000D_",
        "_x005F_x000D_",
        "__x0041_",
        " a ",
        "a\nb",
        "<&>\"'",
        "a\tb",
        "__proto__",
        "constructor",
      ),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
    );
    const texts = fc.array(
      text.filter((each) => encodeCell("words", each) !== undefined),
      { minLength: 1, maxLength: 10 },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (each) => {
        expect(await cellsOf(await writeWorkbook([sheetOf(...each)]))).toEqual(each);
      }),
      { numRuns: 10 },
    );
  });

  test.each([
    ["text", () => Buffer.from("Dokument;Rubrik")],
    ["nothing", () => Buffer.alloc(0)],
    ["the head of a zip", () => Buffer.from("PK\u0003\u0004 and no more")],
    ["an old workbook", () => Buffer.from("D0CF11E0A1B11AE1", "hex")],
  ])("that are %s are refused", async (_, bytes) => {
    const read = await readWorkbook(bytes(), "x.xlsx");
    expect(!read.ok && read.problems).toMatchObject([
      { id: "workbook.not-a-workbook", params: { file: "x.xlsx" } },
    ]);
  });

  test("that are cut or damaged are refused", async () => {
    const bytes = await writeWorkbook([sheetOf(...dangerous)]);
    const damaged = Uint8Array.from(bytes, (byte, at) => (at > 200 && at < 400 ? 0 : byte));
    for (const broken of [bytes.subarray(0, bytes.length / 2), damaged]) {
      expect((await readWorkbook(broken, "x.xlsx")).ok).toBe(false);
    }
  });
});

describe("the text of a file", () => {
  test("says the same JSON, in lines that the formatter leaves alone", () => {
    const value = fc.jsonValue({ maxDepth: 4 }).map((json) => parseJson(JSON.stringify(json)));
    fc.assert(
      fc.property(value, (json: Json) => {
        expect(canonicalJson(parseJson(jsonText(json)))).toBe(canonicalJson(json));
      }),
    );
    const list = {
      id: "a",
      codes: [
        { id: "b", n: 1 },
        { id: "c", n: 2 },
      ],
      to: ["d", "e"],
    };
    expect(jsonText(list)).toBe(
      '{\n  "id": "a",\n  "codes": [\n    { "id": "b", "n": 1 },\n    { "id": "c", "n": 2 }\n  ],\n  "to": ["d", "e"]\n}\n',
    );
  });
});
