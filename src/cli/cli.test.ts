import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problem } from "../kernel/problem.ts";
import { fail, ok } from "../kernel/result.ts";
import { parseArguments } from "./arguments.ts";
import { checkFiles, type CheckFile } from "./check-files.ts";
import { commands } from "./commands.ts";
import { helpText } from "./help.ts";
import { runLawCheck } from "./run-law-check.ts";
import { readSettings } from "./server-settings.ts";
import { specCheck } from "./spec-check.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mp-cli-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** What a command wrote, line by line. */
function captured() {
  const out: string[] = [];
  const err: string[] = [];
  return {
    out,
    err,
    output: {
      out: (line: string) => void out.push(line),
      err: (line: string) => void err.push(line),
    },
  };
}

describe("parseArguments", () => {
  it("parts words from options and finds those nobody knows", () => {
    expect(
      parseArguments(["law", "check", "--json", "a.json", "--fast", "--", "--strange.json"]),
    ).toEqual({
      words: ["law", "check", "a.json", "--strange.json"],
      json: true,
      strict: false,
      check: false,
      help: false,
      recipient: [],
      unknown: ["--fast"],
    });
  });
});

describe("helpText", () => {
  it("has every command", () => {
    for (const { usage } of commands) expect(helpText(commands)).toContain(usage);
  });
});

describe("checkFiles", () => {
  const report = (text: string) => ({
    file: "f",
    checked: 2,
    agreed: text === "same" ? 2 : 1,
    differs: text === "other" ? [{ path: "a/b", expected: 1, actual: 2 }] : [],
    notCovered: text === "unknown" ? [{ path: "c", reason: "no such rule" }] : [],
  });
  const check: CheckFile = async (_, text) =>
    text === "bad"
      ? fail(problem("law-check.json", { params: { reason: "no JSON" } }))
      : ok(report(text));
  const run = async (names: readonly string[], ...options: string[]) => {
    const { out, err, output } = captured();
    const code = await checkFiles(parseArguments([...options, ...names]), output, check);
    return { code, out, err };
  };

  it("ends with 0 when all agree and prints one object a file and nothing else", async () => {
    const same = file("same.json", "same");
    const { code, out, err } = await run([same, same], "--json");
    expect(code).toBe(0);
    expect(out.map((line): unknown => JSON.parse(line))).toEqual([report("same"), report("same")]);
    expect(err).toEqual([]);
  });

  it("ends with 1 when something differs, and with --strict when something was not covered", async () => {
    expect((await run([file("same.json", "same"), file("other.json", "other")])).code).toBe(1);
    const unknown = file("unknown.json", "unknown");
    expect((await run([unknown])).code).toBe(0);
    expect((await run([unknown], "--strict")).code).toBe(1);
  });

  it.each([
    ["no file", [] as string[], "No file was given."],
    ["a file that is not there", ["/nowhere/at-all.json"], "ENOENT"],
  ])("ends with 2 and the reason on standard error for %s", async (_, names, reason) => {
    const { code, out, err } = await run(names, "--json");
    expect(code).toBe(2);
    expect(out).toEqual([]);
    expect(err.join("\n")).toContain(reason);
  });

  it("ends with 2 for what can't be read as text or as a case, and still checks the others", async () => {
    const binary = file("binary.json", new Uint8Array([0xff, 0xfe, 0x00]));
    const { code, out, err } = await run(
      [binary, file("bad.json", "bad"), file("same.json", "same")],
      "--json",
    );
    expect(code).toBe(2);
    expect(out).toHaveLength(1);
    expect(err).toEqual([
      `${binary}: is not text in UTF-8`,
      `${join(folder, "bad.json")}: law-check.json (reason: no JSON)`,
    ]);
  });
});

describe("the commands that read the specification", () => {
  it("find the shipped one sound", async () => {
    const { out, err, output } = captured();
    expect(await specCheck(parseArguments(["--json"]), output), err.join("\n")).toBe(0);
    expect(JSON.parse(out.join("\n"))).toMatchObject({ problems: [] });
  });

  it("tell a wrong example from a right one", async () => {
    const example = (nominal: string) =>
      file(
        `${nominal}.json`,
        JSON.stringify([{ id: "x", rule: "B-02", on: "2026-01-16", nominal }]),
      );
    const right = captured();
    expect(await runLawCheck(parseArguments([example("2026-05-16")]), right.output)).toBe(0);
    const wrong = captured();
    expect(await runLawCheck(parseArguments(["--json", example("2026-05-17")]), wrong.output)).toBe(
      1,
    );
    expect(JSON.parse(wrong.out[0] ?? "")).toMatchObject({
      checked: 1,
      agreed: 0,
      differs: [{ path: "x/nominal", expected: "2026-05-17", actual: "2026-05-16" }],
    });
  });
});

describe("readSettings", () => {
  it("does everything on port 3000 of the machine itself when nothing is said", () => {
    expect(readSettings({}, [])).toEqual({
      ok: true,
      value: {
        port: 3000,
        host: "127.0.0.1",
        web: true,
        jobs: true,
        server: { trustProxy: 0, requestsPerMinute: 1200 },
      },
    });
  });

  it("takes what is said", () => {
    const env = {
      PORT: "8080",
      HOST: "0.0.0.0",
      TRUST_PROXY: "1",
      PUBLIC_URL: "https://mittpunkt.example/start",
      REQUESTS_PER_MINUTE: "50",
    };
    const read = readSettings(env, ["--jobs"]);
    expect(read.ok && read.value).toMatchObject({
      port: 8080,
      web: false,
      jobs: true,
      server: { trustProxy: 1, publicUrl: "https://mittpunkt.example", requestsPerMinute: 50 },
    });
  });

  it.each([
    [{ PORT: "http" }, []],
    [{ PORT: "70000" }, []],
    [{ PORT: "0" }, []],
    [{ PUBLIC_URL: "mittpunkt" }, []],
    [{}, ["--everything"]],
  ])("refuses %o %o in words", (env, argv) => {
    const read = readSettings(env, argv);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.problems[0]?.text?.sv).toMatch(/^Inställningen .+ kan inte vara/u);
  });
});
