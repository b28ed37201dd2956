import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readProvider, setProvider } from "../access/provider/provider-rows.ts";
import { BOX_KEY_BYTES, makeSecretBox } from "../access/secret-box.ts";
import { manyInDay } from "../access/watch-reading.ts";
import type { Uuid } from "../kernel/ids.ts";
import { logView } from "../store/access-log.ts";
import { listAnchors, makeAnchor } from "../store/anchor.ts";
import { sealLogs } from "../store/seal.ts";
import { openTestStore, registerPerson, type TestStore } from "../store/testing/test-store.ts";
import { verifySeals } from "../store/verify-seals.ts";
import { EXIT } from "./command.ts";
import { readFactorKeys, writeFactorKeys } from "./factor-key.ts";
import { programJobs } from "./program-jobs.ts";
import { compareAnchors, readAnchorFiles, readAnchorFolder, sendAnchors } from "./anchor-files.ts";
import { turnFactorKey } from "./turn-factor-key.ts";

let board: TestStore;
let folder: string;

beforeAll(async () => {
  board = await openTestStore();
  folder = await mkdtemp(join(tmpdir(), "mp-anchors-"));
  for (const day of ["2026-03-02", "2026-03-03"]) {
    board.setTime(`${day}T10:05`);
    await registerPerson(board, { givenName: "Alva", birthDate: "2014-02-17" });
    await sealLogs(board.store, board.tenant);
    await makeAnchor(board.store, board.tenant);
  }
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await board.close();
  await rm(folder, { recursive: true });
});

const compared = async (anchors = board.inBoard(listAnchors)) =>
  compareAnchors(board.tenant, await anchors, await readAnchorFiles(folder));

it("each anchor is written once, as a few lines without a word of anybody", async () => {
  expect(await sendAnchors(board.store, board.tenant, folder)).toBe(2);
  expect(await sendAnchors(board.store, board.tenant, folder)).toBe(0);
  const [file] = await readAnchorFiles(folder);
  expect(file?.text).toMatch(
    /^mittpunkt anchor 1\nboard \d+\nday 2026-03-02\nmade \S+\nseals access \d+ head \d+\nhash [0-9a-f]{64}\n$/,
  );
  expect(await compared()).toEqual([]);
});

it("a log that was rewritten whole, seals and anchors too, holds by itself and not against the files", async () => {
  // What an administrator of the database can do: everything after the change is made anew, and fits.
  const forged = await board.tampered(
    `delete from log_anchor; \n delete from log_end where source = 'anchor'`,
    async (tx) => ({ seals: await verifySeals(tx), faults: await compared(listAnchors(tx)) }),
  );
  expect(forged.seals.faults).toEqual([]);
  expect(forged.faults.map(({ reason }) => reason)).toEqual(["anchor-missing", "anchor-missing"]);
  const other = await board.tampered(
    "update log_anchor set hash = sha256(hash) where day = '2026-03-03'",
    async (tx) => compared(listAnchors(tx)),
  );
  expect(other).toEqual([
    { place: `anchor-${board.tenant}-2026-03-03.txt`, reason: "anchor-differs" },
  ]);
});

it("what lies in the folder is never written over", async () => {
  const path = join(folder, `anchor-${board.tenant}-2026-03-02.txt`);
  const before = await readFile(path, "utf8");
  await writeFile(path, "half of");
  expect(await sendAnchors(board.store, board.tenant, folder)).toBe(0);
  expect(await compared()).toMatchObject([{ reason: "anchor-differs" }]);
  await writeFile(path, before);
  expect(await compared()).toEqual([]);
});

it("a folder that is not there is no setting", () => {
  expect(readAnchorFolder(undefined)).toEqual({ ok: true, value: undefined });
  expect(readAnchorFolder(folder)).toEqual({ ok: true, value: folder });
  expect(readAnchorFolder(join(folder, "none"))).toMatchObject({
    problems: [{ id: "setting-unusable" }],
  });
});

it("whoever meets many more children in a day than others is told of once, without a name", async () => {
  const lines: string[] = [];
  const jobs = programJobs(board.store, { say: (line) => lines.push(line) });
  const watch = async () => jobs.find(({ name }) => name === "watch")?.run();
  const [staff, today] = [randomUUID() as Uuid, board.store.clock.now()];
  const meet = (children: number) =>
    board.inBoard(async (tx) => {
      for (let n = 0; n < children; n += 1) {
        const entry = { staff, action: "views.child-page", purpose: "case-handling" } as const;
        logView(tx, { ...entry, akt: randomUUID() as Uuid, persons: [] }, today);
      }
    });
  await meet(manyInDay - 1);
  await watch();
  expect(lines).toEqual([]);
  await meet(1);
  await watch();
  await watch();
  expect(lines).toEqual([
    `watch: board ${board.tenant}: 1 of the staff met ${manyInDay} children or more today, see the check of the log`,
  ]);
});

describe("the key that secrets are sealed with", () => {
  const settings = {
    issuer: "https://id.example",
    clientId: "mittpunkt",
    auth: "basic",
    keyId: null,
    claim: "sub",
    scopes: ["openid"],
    acr: [],
    amr: [],
    maxAgeMinutes: null,
    endsThere: true,
    secret: "of the provider",
  } as const;
  const boxOf = (...keys: readonly Buffer[]) => makeSecretBox(keys, randomBytes);
  const opened = (keys: readonly Buffer[]) =>
    board.inBoard(async (tx) => {
      const found = await readProvider(tx, boxOf(...keys));
      return typeof found === "object" ? found.secret : found;
    });

  it("is turned by the command, which goes on where it was stopped", async () => {
    const { host, user, database, port } = board.database.connections.admin;
    const query = new URLSearchParams({ host, user, port: String(port) });
    const file = join(folder, "url");
    await writeFile(file, `postgresql:///${database}?${query.toString()}\n`);
    const env = { MITTPUNKT_FACTOR_KEY: join(folder, "factor.key"), DATABASE_URL_FILE: file };
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    const keys = () => {
      const read = readFactorKeys(process.env);
      return read.ok ? read.value : [];
    };
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const turn = () => turnFactorKey({ words: [] } as never, { out: say, err: say });
    expect(await turn()).toBe(EXIT.unusable);
    expect(lines.join()).toContain("There is no key to turn");
    const first = keys();
    await board.inBoard((tx) =>
      setProvider(tx, boxOf(...first), settings, board.store.clock.now()),
    );
    // Stopped after the new key was put into the file, before anything was sealed with it.
    const second = randomBytes(BOX_KEY_BYTES);
    expect(writeFactorKeys(process.env, [second, ...first])).toMatchObject({ ok: true });
    expect(await turn()).toBe(EXIT.agreed);
    expect(lines).toContain("A turn that was stopped is gone on with.");
    expect([keys(), await opened([second]), await opened(first)]).toEqual([
      [second],
      settings.secret,
      "unreadable",
    ]);
  });
});
