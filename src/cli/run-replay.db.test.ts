import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseArguments } from "./arguments.ts";
import { smallCase, type CaseJson } from "./replay/testing/small-case.ts";
import { runReplay } from "./run-replay.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mp-cases-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, change: (json: CaseJson) => void = () => undefined): string {
  const json = smallCase();
  change(json);
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(json));
  return file;
}

async function run(...argv: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const output = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
  };
  return { code: await runReplay(parseArguments(argv), output), out, err };
}

function scratchFolders(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith("mittpunkt-replay-"));
}

describe("mittpunkt replay", () => {
  test("plays files in a database of its own, prints one object a file and leaves nothing", async () => {
    const before = scratchFolders();
    const good = write("good.json");
    const left = write("left.json", ({ expected }) => {
      const days = { earliest: "2031-03-09", latest: "2032-12-31" };
      const rule = { ruleId: "M-05", decision: "destroy", certainty: "interpretation" };
      expected["retention"] = [{ ...rule, matters: ["alva-1"], ...days }];
      expected["deadlines"]?.push({ ...expected["deadlines"][0], ruleId: "F-01" });
    });
    const { code, out, err } = await run(good, left, "--json");
    expect({ code, err }).toEqual({ code: 0, err: [] });
    const agreed = { checked: 8, agreed: 8, differs: [], noted: [] };
    const notCovered = [
      { path: "/expected/deadlines/1", reason: "placement: no clock of F-01 runs" },
    ];
    expect(out.map((line) => JSON.parse(line) as unknown)).toEqual([
      { file: good, ...agreed, notCovered: [] },
      { file: left, ...agreed, checked: 9, agreed: 9, notCovered },
    ]);
    expect(scratchFolders()).toEqual(before);
  }, 60_000);

  test("ends with 1 for a difference, and tells it in words", async () => {
    const wrong = write("wrong.json", ({ expected }) => {
      Object.assign(expected["deadlines"]?.[0] ?? {}, { target: "2026-03-13" });
    });
    const { code, out } = await run(wrong, "--strict");
    expect(code).toBe(1);
    expect(out).toEqual([
      `${wrong}: 7 of 8 agree, 0 not covered`,
      '  differs /expected/deadlines/0/target: expected "2026-03-13", is "2026-03-16"',
    ]);
  }, 60_000);

  test("says of a file it cannot use what is wrong with it and where, and starts nothing", async () => {
    const file = write("bad.json", ({ timeline }) => {
      Object.assign(timeline[1] ?? {}, { kind: "protection.guessed" });
    });
    const { code, out, err } = await run(file);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err).toEqual([
      `${file}: replay.unknown-kind (kind: protection.guessed) at /timeline/1/kind`,
    ]);
    expect(await run()).toMatchObject({ code: 2, err: ["No file was given."] });
  });
});
