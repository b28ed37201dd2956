import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { reportData } from "../domain/testing/chain.ts";
import { shippedSettings } from "../followup/testing/read-settings.ts";
import { followupProjector } from "../followup/writer/projector.ts";
import { seededRandom } from "../kernel/random.ts";
import {
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "../store/testing/test-store.ts";
import { parseArguments } from "./arguments.ts";
import type { RunCommand } from "./command.ts";
import { followupExtract } from "./followup-extract.ts";
import { followupTable } from "./followup-table.ts";

const random = seededRandom("keys");
const write = followupProjector({
  randomBytes: (length) => random.bytes(length),
  settings: shippedSettings(),
});

let board: TestStore;
let folder: string;

beforeAll(async () => {
  board = await openTestStore({ projectors: [write] });
  board.setTime("2026-03-02T10:05");
  const child = await registerPerson(board, { givenName: "Alva", birthDate: "2014-02-17" });
  await receiveReport(board, child, reportData);
  const { host, port, user, database } = board.database.connections.admin;
  const at = `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  vi.stubEnv("DATABASE_URL", at);
  folder = mkdtempSync(join(tmpdir(), "mp-followup-"));
});

afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await board.close();
});

/** Runs a command as the terminal does, its first word a file of this content. */
async function run(command: RunCommand, content: unknown, ...more: readonly string[]) {
  const file = join(folder, "asked.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  const args = parseArguments([file, ...more]);
  const said = { out: [] as string[], err: [] as string[] };
  const code = await command(args, {
    out: (line) => void said.out.push(line),
    err: (line) => void said.err.push(line),
  });
  return { code, out: said.out.join("\n"), err: said.err.join("\n") };
}

describe("followup table", () => {
  test("counts a question of a file, in words and as JSON", async () => {
    const own = ["--board", String(board.tenant)];
    const told = await run(followupTable, { rows: "AKT-03" }, ...own);
    expect(told).toMatchObject({ code: 0, err: "" });
    expect(told.out).toMatch(/^=\s+1$/mu);
    const json = await run(followupTable, { rows: "AKT-03" }, "--json", ...own);
    expect(JSON.parse(json.out)).toMatchObject({ n: 1, room: "inside", query: { rows: "AKT-03" } });
  });

  test("refuses what is no question, no variable and no board, in words", async () => {
    const asked = [
      [{ rows: "AKT-03" }, "--board", "999"],
      [{ rows: "XXX-99" }, "--board", String(board.tenant)],
      [{ rows: "BAK-11" }, "--board", String(board.tenant)],
      [{ row: "AKT-03" }, "--board", String(board.tenant)],
      ["{", "--board", String(board.tenant)],
    ] as const;
    const codes = [];
    for (const [content, ...more] of asked) {
      const { code, out, err } = await run(followupTable, content, ...more);
      expect(out).toBe("");
      expect(err).not.toBe("");
      codes.push(code);
    }
    expect(codes).toEqual(asked.map(() => 2));
  });
});

describe("followup extract", () => {
  const definition = { grain: "akt", variables: ["AKT-03", "AKT-06"], filters: [] };
  const purpose = ["--purpose", "Uppföljning av anmälningar"];

  test("writes a file of its own that only its owner may read, and keeps what it was for", async () => {
    const into = ["--board", String(board.tenant), "--into", folder];
    const taken = await run(
      followupExtract,
      definition,
      ...into,
      ...purpose,
      "--kind",
      "sav",
      "--json",
    );
    expect(taken).toMatchObject({ code: 0, err: "" });
    const { file, rows } = JSON.parse(taken.out) as { file: string; rows: number };
    expect(rows).toBe(1);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).subarray(0, 4).toString()).toBe("$FL2");
    const kept = await board.admin<{ stated_purpose: string; row_count: number }>(
      "select stated_purpose, row_count from followup_extract",
    );
    expect(kept).toEqual([{ stated_purpose: purpose[1], row_count: 1 }]);
  });

  test("refuses without a purpose, a folder, a board or a known variable, and writes nothing", async () => {
    const before = readdirSync(folder);
    const at = ["--board", String(board.tenant), "--into", folder];
    const asked = [
      [definition, ...at],
      [definition, ...at, "--purpose", "kort"],
      [definition, "--into", folder, ...purpose],
      [definition, ...at, ...purpose, "--kind", "docx"],
      [definition, "--board", "999", "--into", folder, ...purpose],
      [{ ...definition, variables: ["BAK-11"] }, ...at, ...purpose],
      [{ ...definition, variables: ["UTR-08"] }, ...at, ...purpose],
      ["[]", ...at, ...purpose],
    ] as const;
    const codes = [];
    for (const [content, ...more] of asked) {
      const { code, err } = await run(followupExtract, content, ...more);
      expect(err).not.toBe("");
      codes.push(code);
    }
    expect(codes).toEqual(asked.map(() => 2));
    expect(readdirSync(folder)).toEqual(before);
  });
});
