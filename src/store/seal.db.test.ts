import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { reportData } from "../domain/testing/chain.ts";
import { logAccess } from "./access-log.ts";
import { makeAnchor } from "./anchor.ts";
import { inTenant } from "./in-tenant.ts";
import { removeOldAccesses } from "./remove-accesses.ts";
import { sealLogs } from "./seal.ts";
import {
  entry,
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "./testing/test-store.ts";
import { verifySeals } from "./verify-seals.ts";

let board: TestStore;

beforeAll(async () => {
  board = await openTestStore();
  board.setTime("2026-03-02T10:05");
  const person = await registerPerson(board, { givenName: "Alva", birthDate: "2014-02-17" });
  await receiveReport(board, person, reportData);
});

afterAll(() => board.close());

async function look(): Promise<void> {
  await board.inBoard(async (tx) =>
    logAccess(tx, "view", entry(board.worker, "views.child-page"), board.store.clock.now()),
  );
}

async function unsealed(): Promise<number> {
  const rows = await board.admin<{ n: number }>(`select (
      (select count(*) from access_log where no > coalesce(
        (select max(to_no) from log_seal where source = 'access'), 0)) +
      (select count(*) from event_head where no > coalesce(
        (select max(to_no) from log_seal where source = 'head'), 0)))::int as n`);
  return rows[0]?.n ?? -1;
}

describe("sealing", () => {
  test("closes everything there is, once, and holds", async () => {
    const before = await unsealed();
    expect(before).toBeGreaterThan(5);
    expect(await sealLogs(board.store, board.tenant)).toBe(before);
    expect(await sealLogs(board.store, board.tenant)).toBe(0);
    await look();
    expect(await sealLogs(board.store, board.tenant)).toBe(1);
    const report = await board.inBoard(verifySeals);
    expect(report).toMatchObject({ seals: 3, faults: [] });
  });

  test("leaves no row behind that was being written meanwhile", async () => {
    let sealed: Promise<number> | undefined;
    await inTenant(board.pool, board.tenant, async (tx) => {
      // This row has its number and is not committed when the sealer comes.
      logAccess(tx, "view", entry(board.worker), board.store.clock.now());
      await look();
      sealed = sealLogs(board.store, board.tenant);
      await somebodyWaits();
    });
    expect(await sealed).toBe(2);
    expect(await unsealed()).toBe(0);
  });

  test("while many write and many seal, every row is in one seal", async () => {
    await Promise.all([
      ...Array.from({ length: 60 }, look),
      ...Array.from({ length: 6 }, () => sealLogs(board.store, board.tenant)),
    ]);
    await sealLogs(board.store, board.tenant);
    expect(await unsealed()).toBe(0);
    expect((await board.inBoard(verifySeals)).faults).toEqual([]);
    const sums = await board.admin(`select (select sum(row_count) from log_seal
      where source = 'access')::int = (select count(*) from access_log)::int as whole`);
    expect(sums).toEqual([{ whole: true }]);
  });
});

/** Returns when some connection to this database stands behind a lock. */
async function somebodyWaits(): Promise<void> {
  const waiting = `select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await board.admin(waiting)).length === 0);
}

describe("a sealed log", () => {
  test("shows a stream that was taken away whole, with its state", async () => {
    const report = await board.tampered(
      `create temp table gone as select stream from event_head limit 1;
       delete from stream_state where stream in (select stream from gone);
       delete from event_head where stream in (select stream from gone)`,
      verifySeals,
    );
    expect(report.faults).toEqual([{ place: "seal head 1", reason: "rows-missing" }]);
  });

  test("shows a seal made anew over changed rows, by its anchor", async () => {
    const hash = await makeAnchor(board.store, board.tenant);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await makeAnchor(board.store, board.tenant)).toBe(hash);
    await look();
    await sealLogs(board.store, board.tenant);
    board.setTime("2026-03-03T03:00");
    expect(await makeAnchor(board.store, board.tenant)).not.toBe(hash);
    expect(await board.inBoard(verifySeals)).toMatchObject({ anchors: 2, faults: [] });
    const forged = "update log_seal set hash = sha256(hash) where source = 'head' and seal = 1";
    const { faults } = await board.tampered(forged, verifySeals);
    expect(faults).toContainEqual({ place: "seal head 1", reason: "seal-changed" });
    expect(faults).toContainEqual({ place: "anchor 2026-03-02", reason: "anchor-changed" });
  });

  test("holds when rows kept for long enough were removed, and tells of those removed too early", async () => {
    const remove = (keepYears: number) =>
      removeOldAccesses(board.store.pools.retention, board.tenant, {
        keepYears,
        removal: board.id(),
        now: board.store.clock.now(),
      });
    expect(await remove(5)).toBe(0);
    board.setTime("2031-03-02T10:00");
    await look();
    await sealLogs(board.store, board.tenant);
    expect(await remove(5)).toBe(0);
    board.setTime("2031-03-03T10:00");
    await look();
    await sealLogs(board.store, board.tenant);
    const before = (await board.inBoard(verifySeals)).accessRows;
    expect(await remove(6)).toBe(0);
    const removed = await remove(5);
    expect(removed).toBeGreaterThan(60);
    const report = await board.inBoard(verifySeals);
    expect(report).toMatchObject({ accessRows: before - removed, faults: [] });
    expect(report.removedTo).toBeGreaterThan(0);
    expect(await remove(5)).toBe(0);
    const forged = await board.tampered(
      `insert into log_removal select tenant, gen_random_uuid(), source, (select max(seal) from log_seal
         where source = 'access'), 1, before, removed_at from log_removal;
       delete from access_log`,
      verifySeals,
    );
    expect(forged.faults).toMatchObject([{ reason: "removed-too-early" }]);
    const unsaid = await board.tampered("delete from log_removal", verifySeals);
    expect(unsaid.faults[0]).toEqual({ place: "seal access 1", reason: "rows-missing" });
  });
});
