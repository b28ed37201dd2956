import { inflateRawSync } from "node:zlib";

import fc from "fast-check";
import { readSheet } from "read-excel-file/node";
import { describe, expect, test } from "vitest";

import type { CsvDialect, FileTable } from "../../contract/followup/file-table.ts";
import { csvFile } from "./csv-file.ts";
import { makeFollowupFile } from "./followup-file.ts";
import { parquetSql } from "./parquet-sql.ts";
import { savNames } from "./sav-names.ts";
import { bytesOf, dangerous, longText, sampleTable } from "./testing/sample-table.ts";
import { columnName } from "./xlsx-parts.ts";
import { xlsxFile } from "./xlsx-file.ts";
import { zipStream } from "./zip-stream.ts";

const from = { title: "Prov", cutOff: "2026-11-22T08:00:00.000Z" };

function fileOf(kind: "csv" | "xlsx" | "sav", table: FileTable = sampleTable()) {
  const beside = kind === "csv" ? [{ name: "kodbok", table: sampleTable() }] : [];
  return makeFollowupFile(kind, "excel", { name: "prov", table, heads: "label", beside, ...from });
}

async function csvOf(table: FileTable, dialect: CsvDialect = "plain") {
  return (await bytesOf(csvFile(table, dialect))).toString("utf8");
}

function textTable(...texts: readonly string[]): FileTable {
  const columns = [{ id: "t", label: "Text", kind: "text", codes: [], width: 500 }] as const;
  return { columns, count: texts.length, rows: [texts.map((text) => [text])] };
}

describe("a file", () => {
  test.each(["csv", "xlsx", "sav"] as const)("as %s has the same bytes each time", async (kind) => {
    const [first, second] = [await bytesOf(fileOf(kind).bytes), await bytesOf(fileOf(kind).bytes)];
    expect(first.length).toBeGreaterThan(500);
    expect(first.equals(second)).toBe(true);
  });

  test("does not depend on how its rows came", async () => {
    const whole = sampleTable();
    const rows = [...(whole.rows as Iterable<readonly (readonly (string | number)[])[]>)].flat();
    for (const kind of ["xlsx", "sav"] as const) {
      const one = await bytesOf(fileOf(kind, { ...whole, rows: [rows] }).bytes);
      const many = await bytesOf(fileOf(kind, { ...whole, rows: rows.map((row) => [row]) }).bytes);
      expect(one.equals(many)).toBe(true);
    }
  });
});

describe("CSV", () => {
  test("says why a number is missing in a column of its own", async () => {
    const lines = (await csvOf(sampleTable())).split("\r\n");
    expect(lines[0]).toBe(
      "row,AKT-03,AKT-10,AKT-10.missing,AKT-21.on,AKT-21.on.missing,AKT-02,AKT-02.missing,AKT-06,Åtgärd",
    );
    expect(lines[1]).toBe("1,school,0,,2026-02-27,,2026-03-02 08:05:00,,school other,'=1+1");
    expect(lines[3]).toBe("3,other,,unknown,2026-03-01,,2026-03-02 08:05:00,,not_asked,'-1");
    expect(lines[5]).toBe("5,school,4000,,,not_relevant,2026-03-02 08:05:00,,police,'\t=1");
  });

  test("has a byte order mark, semicolons and decimal commas where a spreadsheet opens it", async () => {
    const column = { id: "a", label: "Andel", kind: "number", codes: [], decimals: 1 } as const;
    const table: FileTable = {
      columns: [column, { ...column, id: "b" }],
      count: 1,
      rows: [[[0.25, 3]]],
    };
    expect(await csvOf(table, "excel")).toBe("\uFEFFa;b\r\n0,3;3,0\r\n");
    expect(await csvOf(table, "plain")).toBe("a,b\r\n0.3,3.0\r\n");
  });

  test.each(dangerous)("makes no formula of %j", async (text) => {
    const cell = (await csvOf(textTable(text))).split("\r\n").slice(1).join("\r\n");
    expect(cell.replaceAll('"', "")).toMatch(/^'/u);
  });

  test("gives every text back as it was, but for an apostrophe before what looks like a formula", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "grapheme" })), async (texts) => {
        const csv = await csvOf(textTable(...texts), "excel");
        const read = [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^"\r\n]*))\r\n/gu)].slice(1);
        const back = read.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
        expect(back.map((text, at) => (texts[at] === text ? text : text.slice(1)))).toEqual(texts);
      }),
    );
  });
});

describe("a workbook", () => {
  test("is read back with its words, numbers and days", async () => {
    const rows = await readSheet(await bytesOf(fileOf("xlsx").bytes));
    expect(rows[0]).toEqual([
      "Rad",
      "Anmälare, år för år",
      "Antal tidigare",
      "Dag",
      "Inkommen",
      "Orsaker",
      "Vad som står",
    ]);
    expect(rows[1]).toEqual([
      1,
      "Skola; förskola",
      0,
      new Date("2026-02-27T00:00:00.000Z"),
      new Date("2026-03-02T08:05:00.000Z"),
      "Skola; förskola; =Övrigt",
      "=1+1",
    ]);
    expect(rows[3]?.slice(1, 3)).toEqual(["=Övrigt", "okänt"]);
  });

  test("keeps what looks like a formula as a text that is marked as one", async () => {
    const parts = partsOf(
      await bytesOf(xlsxFile([{ name: "P", table: sampleTable(), heads: "label" }])),
    );
    const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheet).not.toContain("<f>");
    expect(sheet.match(/s="2" t="s"/gu)).toHaveLength(dangerous.length + 2);
    const texts = parts.get("xl/sharedStrings.xml") ?? "";
    expect(texts).toContain("_x000D_=1");
    expect(texts).toContain("Polis &amp; &quot;åklagare&quot;");
  });

  test("refuses more rows than a sheet can have", () => {
    const table = { ...sampleTable(), count: 1_048_576 };
    expect(() => xlsxFile([{ name: "P", table, heads: "label" }])).toThrow(RangeError);
  });

  test("names its columns as spreadsheets do", () => {
    expect([1, 26, 27, 52, 703].map(columnName)).toEqual(["A", "Z", "AA", "AZ", "AAA"]);
  });
});

describe("names for SPSS", () => {
  test("are letters, digits and lines, and each its own", () => {
    const ids = [
      "AKT-06.main",
      "AKT-06:main",
      "Barnets ålder",
      "2 år",
      "not",
      `x${"å".repeat(60)}`,
      "a_",
    ];
    expect(savNames(ids)).toEqual([
      "AKT_06_main",
      "AKT_06_main_2",
      "Barnets_ålder",
      "V_2_år",
      "not_1",
      `x${"å".repeat(31)}`,
      "a",
    ]);
  });
});

test("a text too long for SPSS is refused", async () => {
  const table = textTable(longText);
  const wide = { ...table, columns: [{ ...table.columns[0]!, width: 40_000 }] };
  await expect(bytesOf(fileOf("sav", wide).bytes)).rejects.toThrow(RangeError);
});

test("what goes to the worker for Parquet repeats words only as quoted texts", () => {
  const column = {
    id: `it"s`,
    label: "",
    kind: "code",
    codes: [{ number: 1, id: "o'k", label: "", missing: false }],
  } as const;
  const sql = parquetSql([column], { rows: "/r", file: "/f" }, { title: "'); drop" });
  expect(sql).toContain(`as "it""s"`);
  expect(sql).toContain(`'o''k'`);
  expect(sql).toContain(`'''); drop'`);
});

test("an archive has each part, and no time of day", async () => {
  const zip = await bytesOf(zipStream([{ name: "å.txt", content: [Buffer.from("hej")] }]));
  expect(partsOf(zip)).toEqual(new Map([["å.txt", "hej"]]));
  expect(zip.readUInt32LE(10)).toBe(0x00210000);
});

/** The parts of an archive by name, from the list at its end. */
function partsOf(zip: Buffer): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(zip.lastIndexOf("PK\u0005\u0006") + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((to) =>
      zip.readUInt16LE(at + to),
    );
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const start = zip.readUInt32LE(at + 42);
    const begin = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    parts.set(
      name,
      inflateRawSync(zip.subarray(begin, begin + zip.readUInt32LE(at + 20))).toString("utf8"),
    );
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}
