import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseArguments } from "./arguments.ts";
import type { RunCommand } from "./command.ts";
import { specExport } from "./spec-export.ts";
import { specImport } from "./spec-import.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mp-workbook-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function run(command: RunCommand, ...argv: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await command(parseArguments(argv), {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
  });
  return { code, out, err };
}

describe("spec export and spec import", () => {
  it("make a workbook, and of it the files of the pack", async () => {
    const workbook = join(folder, "pack.xlsx");
    const written = await run(specExport, workbook, "--pack", "mittpunkt/2026-1", "--json");
    expect(written, written.err.join("\n")).toMatchObject({ code: 0, err: [] });
    expect(JSON.parse(written.out.join(""))).toMatchObject({ pack: "mittpunkt/2026-1" });
    const checked = await run(specImport, workbook);
    expect(checked, checked.err.join("\n")).toMatchObject({ code: 0 });
    expect(checked.out.join("")).toContain("nothing written");
    const into = join(folder, "pack");
    expect(await run(specImport, workbook, "--into", into)).toMatchObject({ code: 0, err: [] });
    expect(readFileSync(join(into, "documents/report.json"), "utf8")).toMatch(
      /^\{\n {2}"id": "report"/u,
    );

    const again = await run(specImport, workbook, "--into", into);
    expect(again.code).toBe(2);
    expect(again.err.join("\n")).toMatch(/är inte tom[^]*is not empty/u);
    const over = await run(specExport, workbook);
    expect(over.code).toBe(2);
    expect(over.err.join("\n")).toMatch(/finns redan[^]*is there already/u);
  });

  it.each([
    ["a file that is no workbook", "ingen arbetsbok", "no workbook"],
    ["a file that is not there", "går inte att läsa", "cannot be read"],
  ])("end with 2 for %s, and say why in both languages", async (what, sv, en) => {
    const file = join(folder, "broken.xlsx");
    if (what.includes("no workbook")) writeFileSync(file, "Dokument;Rubrik");
    else rmSync(file, { force: true });
    const into = join(folder, "none");
    const { code, out, err } = await run(specImport, file, "--into", into, "--json");
    expect([code, out]).toEqual([2, []]);
    expect(err[0]).toContain(sv);
    expect(err[1]).toContain(en);
    expect(existsSync(into)).toBe(false);
  });

  it("end with 2 for a pack nobody knows, and without one file", async () => {
    const unknown = await run(specExport, join(folder, "x.xlsx"), "--pack", "mittpunkt/1999-1");
    expect(unknown.code).toBe(2);
    expect(unknown.err[0]).toContain("mittpunkt/2026-1");
    expect(existsSync(join(folder, "x.xlsx"))).toBe(false);
    expect((await run(specExport)).code).toBe(2);
    expect((await run(specImport, "a.xlsx", "b.xlsx")).code).toBe(2);
  });

  it("know their options from words, and refuse half an option", () => {
    expect(parseArguments(["a.xlsx", "--pack", "x/1", "--into", "new"])).toMatchObject({
      words: ["a.xlsx"],
      pack: "x/1",
      into: "new",
      unknown: [],
    });
    expect(parseArguments(["a.xlsx", "--into"]).unknown).toEqual(["--into"]);
    expect(parseArguments(["a.xlsx", "--pack", "--json"]).unknown).toEqual(["--pack"]);
  });
});
