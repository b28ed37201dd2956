import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listAnchors, makeAnchor } from "../store/anchor.ts";
import { sealLogs } from "../store/seal.ts";
import { openTestStore, registerPerson, type TestStore } from "../store/testing/test-store.ts";
import { verifySeals } from "../store/verify-seals.ts";
import { compareAnchors, readAnchorFiles, readAnchorFolder, sendAnchors } from "./anchor-files.ts";

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
