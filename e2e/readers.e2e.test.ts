import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { fileKinds } from "../src/contract/followup/file-table.ts";
import { makeFollowupFile } from "../src/exchange/followup/followup-file.ts";
import {
  bytesOf,
  dangerous,
  longText,
  sampleTable,
} from "../src/exchange/followup/testing/sample-table.ts";
import { exportPack } from "../src/exchange/workbook/export-pack.ts";
import { importPack } from "../src/exchange/workbook/import-pack.ts";
import { readShippedPack, readSpecFiles } from "../src/spec/testing/pack-files.ts";
import { digestOf, installedPacksOf } from "../src/store/spec-files.ts";

/** The programs that open our files, and the packages of Debian they come in. */
const packages = { soffice: "libreoffice-calc-nogui", pspp: "pspp", Rscript: "r-base-core" };

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "mp-readers-"));
  for (const kind of fileKinds) writeFileSync(join(folder, `prov.${kind}`), await fileOf(kind));
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(kind: (typeof fileKinds)[number]): Promise<Buffer> {
  const told = { title: "Prov på åäö", cutOff: "2026-11-22T08:00:00.000Z" };
  const file = { name: "prov", table: sampleTable(), heads: "label", beside: [], ...told } as const;
  return bytesOf(makeFollowupFile(kind, "excel", file).bytes);
}

/** Runs a program in the folder of the files. One that is not installed fails the test, with what to install. */
function run(program: keyof typeof packages, ...args: readonly string[]): string {
  const env = { ...process.env, HOME: folder, LC_ALL: "C.UTF-8", TZ: "UTC" };
  const done = spawnSync(program, args, { cwd: folder, env, encoding: "utf8", timeout: 280_000 });
  if (done.error !== undefined && "code" in done.error && done.error.code === "ENOENT") {
    throw new Error(`${program} is not installed: apt-get install ${packages[program]}`);
  }
  if (done.status !== 0) throw new Error(`${program} failed:\n${done.stdout}\n${done.stderr}`);
  return done.stdout;
}

const toCsv = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false";

/** What LibreOffice shows of a file, cell by cell; quotes and line breaks within cells are read as it writes them. */
function shownByLibreOffice(file: string, ...options: readonly string[]): readonly string[][] {
  const out = `read-${file.replaceAll(".", "-")}`;
  run("soffice", "--headless", ...options, "--convert-to", toCsv, "--outdir", out, file);
  const text = readFileSync(join(folder, out, "prov.csv"), "utf8").replaceAll("\r\n", "\n");
  const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^";\n]*))([;\n])/gu)];
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === "\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

// Each starts a program of several hundred megabytes: minutes on a slow machine.
describe("LibreOffice", { timeout: 300_000 }, () => {
  test("shows a workbook as it was meant, and calculates nothing in it", () => {
    const [heads, ...rows] = shownByLibreOffice("prov.xlsx");
    expect(heads?.at(1)).toBe("Anmälare, år för år");
    expect(rows[0]).toEqual([
      "1",
      "Skola; förskola",
      "0",
      "2026-02-27",
      "2026-03-02 08:05:00",
      "Skola; förskola; =Övrigt",
      "=1+1",
    ]);
    expect(rows[1]?.[1]).toBe('Polis & "åklagare"');
    expect(rows[2]?.slice(1, 4)).toEqual(["=Övrigt", "okänt", "2026-03-01"]);
    const texts = rows.map((row) => (row[6] ?? "").replaceAll("\n", "\r"));
    expect(texts).toEqual([...dangerous, longText, ""]);
  });

  test("calculates nothing in a CSV file", () => {
    const rows = shownByLibreOffice("prov.csv", "--infilter=CSV:59,34,76,1,,0,false,true");
    expect(rows[0]?.at(-1)).toBe("Åtgärd");
    const texts = rows.slice(1).map((row) => (row.at(-1) ?? "").replaceAll("\n", "\r"));
    expect(texts.slice(0, dangerous.length)).toEqual(dangerous.map((text) => `'${text}`));
    expect(rows[3]?.slice(0, 5)).toEqual(["3", "other", "", "unknown", "2026-03-01"]);
  });

  test("opens and saves the specification as a workbook, which is read back unchanged", async () => {
    const [pack, files] = [readShippedPack(), readSpecFiles("mittpunkt/2026-1")];
    const name = `${pack.manifest.id}/${pack.manifest.version}`;
    const made = await exportPack({ name, files, pack });
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    writeFileSync(join(folder, "spec.xlsx"), made.value.bytes);
    run("soffice", "--headless", "--convert-to", "xlsx", "--outdir", "saved", "spec.xlsx");
    const saved = readFileSync(join(folder, "saved", "spec.xlsx"));
    expect(saved.equals(made.value.bytes)).toBe(false);
    const installed = installedPacksOf([{ name, digest: digestOf(pack), pack }], 0);
    const back = await importPack(saved, "spec.xlsx", installed);
    if (!back.ok) throw new Error(JSON.stringify(back.problems.slice(0, 5)));
    expect(back.value.pack).toEqual(pack);
  });
});

test("PSPP reads a .sav with its names, labels, days, long texts and why values are missing", () => {
  const syntax = [
    'GET FILE="prov.sav".',
    "DISPLAY DICTIONARY.",
    "FREQUENCIES /VARIABLES=AKT_03 /STATISTICS=NONE.",
    "DESCRIPTIVES /VARIABLES=AKT_10 AKT_21_on /STATISTICS=MEAN.",
    'SAVE TRANSLATE /OUTFILE="pspp.csv" /TYPE=CSV /FIELDNAMES /CELLS=LABELS.',
  ];
  writeFileSync(join(folder, "read.sps"), syntax.join("\n"));
  const told = run("pspp", "-O", "format=csv", "read.sps");
  expect(told).toContain("Åtgärd,9,Vad som står,Nominal");
  expect(told).toContain("-4 THRU -1");
  expect(told).toMatch(/Missing,inte efterfrågat,2/u);
  expect(told).toMatch(/Valid,Skola; förskola,3/u);
  // Those without a number are left out of the mean: 0, 1000, 3000, 4000, 6000, 7000, 9000.
  expect(told).toMatch(/Antal tidigare,7,4285\.71/u);
  const [heads, first, , third] = readFileSync(join(folder, "pspp.csv"), "utf8").split("\n");
  expect(heads).toBe(
    "row,AKT_03,AKT_10,AKT_21_on,AKT_02,AKT_06_school,AKT_06_police,AKT_06_other,Åtgärd",
  );
  expect(first).toMatch(/^1,Skola; förskola,0,02\/27\/2026,03\/02\/2026 08:05:00,ja,nej,ja,=1\+1/u);
  expect(third).toMatch(/^3,=Övrigt,okänt,/u);
  expect(readFileSync(join(folder, "pspp.csv"), "utf8")).toContain(longText.slice(0, 80));
  expect(readFileSync(join(folder, "pspp.csv"), "utf8")).toContain(longText.slice(-80));
});

test("R reads the CSV with its numbers, days and letters", () => {
  const script = `x <- read.csv2("prov.csv", fileEncoding = "UTF-8-BOM", check.names = FALSE)
cat(nrow(x), ncol(x), class(x[["AKT-10"]]), sum(x[["AKT-10"]], na.rm = TRUE), "\\n")
cat(format(as.Date(x[["AKT-21.on"]][1])), x[["AKT-03"]][1:4], names(x)[10], "\\n")
cat(table(x[["AKT-10.missing"]])[["unknown"]], nchar(x[["Åtgärd"]][9]), "\\n")`;
  expect(run("Rscript", "--vanilla", "-e", script).split("\n").slice(0, 3)).toEqual([
    "10 10 integer 30000 ",
    "2026-02-27 school police other not_asked Åtgärd ",
    `3 ${longText.length} `,
  ]);
});

test("DuckDB reads the Parquet with its types, and the file has the same bytes each time", async () => {
  const path = join(folder, "prov.parquet");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  const types = await rows(`describe select * from '${path}'`);
  expect(types.map(({ column_name: name, column_type: type }) => [name, type])).toEqual([
    ["row", "INTEGER"],
    ["AKT-03", "VARCHAR"],
    ["AKT-10", "INTEGER"],
    ["AKT-10.missing", "VARCHAR"],
    ["AKT-21.on", "DATE"],
    ["AKT-21.on.missing", "VARCHAR"],
    ["AKT-02", "TIMESTAMP"],
    ["AKT-02.missing", "VARCHAR"],
    ["AKT-06", "VARCHAR"],
    ["Åtgärd", "VARCHAR"],
  ]);
  const [first, , third] = await rows(`select * from '${path}' order by row`);
  expect(first).toMatchObject({ "AKT-03": "school", "AKT-06": "school other", Åtgärd: "=1+1" });
  expect(third).toMatchObject({ "AKT-03": "other", "AKT-10": null, "AKT-10.missing": "unknown" });
  const packed = await rows(`select distinct compression from parquet_metadata('${path}')`);
  expect(packed).toEqual([{ compression: "ZSTD" }]);
  const longest = await rows(`select max(length("Åtgärd"))::int as n from '${path}'`);
  expect(longest).toEqual([{ n: longText.length }]);
  connection.closeSync();
  instance.closeSync();
  expect((await fileOf("parquet")).equals(readFileSync(path))).toBe(true);
});
