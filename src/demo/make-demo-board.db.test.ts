import { randomBytes } from "node:crypto";
import type { QueryResultRow } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isTestNumber } from "../access/test-numbers.ts";
import { fixedClock } from "../kernel/clock.ts";
import type { Instant } from "../kernel/instant.ts";
import { parseInstant, stockholmDate } from "../kernel/instant.ts";
import { addDays, plainDate } from "../kernel/plain-date.ts";
import type { Store } from "../store/deps.ts";
import { inTenant } from "../store/in-tenant.ts";
import { openPools, type Pools } from "../store/pools.ts";
import { programStore } from "../store/program-store.ts";
import { testSpecification } from "../store/testing/specification.ts";
import { openTestDatabase, type TestDatabase } from "../store/testing/database.ts";
import { makeDemoBoard } from "./make-demo-board.ts";

let database: TestDatabase;
let pools: Pools;

beforeAll(async () => {
  database = await openTestDatabase();
  pools = openPools(database.connections);
});
afterAll(async () => {
  await pools.close();
  await database.drop();
});

async function storeAt(now: string): Promise<Store> {
  const specification = await testSpecification();
  const clock = fixedClock(parseInstant(now) as Instant);
  return programStore(pools, specification, { projectors: [], isTestNumber, clock });
}

interface RunningClock {
  readonly rule: string;
  readonly legalLatest: string;
  readonly phase: string;
}

describe("makeDemoBoard", { timeout: 180_000 }, () => {
  it.each([
    ["an ordinary Wednesday", "2026-11-25T09:30:00.000Z"],
    ["a Sunday just after midnight", "2026-11-21T23:05:00.000Z"],
    ["New Year's Day", "2027-01-01T11:00:00.000Z"],
  ])("is alive on %s", async (_, now) => {
    const store = await storeAt(now);
    const made = await makeDemoBoard(store, { randomBytes });
    const read = <R extends QueryResultRow>(text: string) =>
      inTenant(pools.app, made.tenant, (tx) => tx.rows<R>({ text }));

    const matters = await read<{ phase: string; n: number }>(
      "select phase, count(*)::int as n from matter group by phase",
    );
    expect(Object.fromEntries(matters.map(({ phase, n }) => [phase, n]))).toEqual({
      "basis-fixed": 1,
      closed: 17,
      communicated: 1,
      "follow-up-23": 1,
      investigating: 1,
      "investigation-closed": 2,
      preliminary: 1,
      received: 1,
      signed: 1,
    });
    const late = await read("select 1 from event where recorded_at > '" + now + "'");
    expect(late).toEqual([]);
    const clocks = await read<RunningClock>(
      `select c.detail->>'ruleId' as rule, c.legal_latest as "legalLatest", m.phase
       from clock c join matter m on m.matter = c.matter where c.running`,
    );
    const today = stockholmDate(parseInstant(now) as Instant);
    const due = (rule: string, phase: string) =>
      clocks.find((clock) => clock.rule === rule && clock.phase === phase);
    // Received an hour ago, which just after midnight was yesterday.
    const received = due("A-03", "received")?.legalLatest ?? "";
    expect(received <= today && received >= addDays(plainDate(today), -1)).toBe(true);
    const preliminary = due("A-04", "preliminary")?.legalLatest ?? "";
    expect(preliminary >= today && preliminary <= addDays(plainDate(today), 12)).toBe(true);
    expect(due("B-02", "investigating")).toBeDefined();
    expect(due("B-02", "communicated")).toBeDefined();
    expect(due("C-06", "investigation-closed")).toBeDefined();
    expect(due("J-03", "follow-up-23")).toBeDefined();
    const protectedPersons = await read("select 1 from person where protected");
    expect(protectedPersons).toHaveLength(4);
  });

  it("gives each account a password of its own, and keeps none", async () => {
    const store = await storeAt("2026-11-25T09:30:00.000Z");
    const { accounts, tenant } = await makeDemoBoard(store, { randomBytes, name: "Provnämnden" });
    expect(accounts.map(({ username, role }) => `${username} ${role}`)).toEqual([
      "ylva caseworker",
      "jonatan caseworker",
      "mira caseworker",
      "per assistant",
      "carina unit-manager",
      "gunnel unit-manager",
      "admin system-administrator",
      "kajsa user-administrator",
      "lova log-reviewer",
      "astrid analyst",
      "rut registrator",
      "moa reception",
      "fanny first-social-worker",
      "joel out-of-hours",
      "olle chair",
      "lena board-member",
      "sven secretary",
      "ulla trainer",
      "ivar inspector",
      "hanna provider",
    ]);
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length);
    const rows = await inTenant(pools.app, tenant, (tx) =>
      tx.rows({ text: "select a::text from account a" }),
    );
    for (const { password } of accounts) expect(JSON.stringify(rows)).not.toContain(password);
  });
});
