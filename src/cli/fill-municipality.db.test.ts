import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isTestNumber } from "../access/test-numbers.ts";
import { fillOn, makeMunicipality, outlineFrom } from "../demo/make-municipality.ts";
import { logDigest } from "../demo/municipality-digest.ts";
import { followupProjector } from "../followup/writer/projector.ts";
import { shippedSettings } from "../followup/testing/read-settings.ts";
import { fixedClock } from "../kernel/clock.ts";
import { parseInstant, stockholmDate, type Instant } from "../kernel/instant.ts";
import { oneByOne } from "../store/batch.ts";
import type { Store } from "../store/deps.ts";
import { inTenant } from "../store/in-tenant.ts";
import { openPools, type Pools } from "../store/pools.ts";
import { withClient } from "../store/postgres/connection.ts";
import { programStore } from "../store/program-store.ts";
import type { Tenant } from "../store/tenant.ts";
import { testSpecification } from "../store/testing/specification.ts";
import { openTestDatabase, type TestDatabase } from "../store/testing/database.ts";
import { rebuildCheck } from "../store/rebuild.ts";
import { verifyLog } from "../store/verify.ts";
import { followupCheck } from "./rebuild.ts";

const NOW = parseInstant("2026-11-25T09:30:00.000Z") as Instant;
const SETTINGS = shippedSettings();
const WANTED = { size: "tiny", seed: "Lindvik", randomBytes };

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

async function openStore(from: Pools): Promise<Store> {
  const specification = await testSpecification();
  return programStore(from, specification, {
    projectors: [followupProjector({ randomBytes, settings: SETTINGS })],
    isTestNumber,
    clock: fixedClock(NOW),
  });
}

function counted(tenant: Tenant) {
  return inTenant(pools.app, tenant, async (tx) => {
    const [row] = await tx.rows<Record<string, number | string>>({
      text: `select (select count(*)::int from command) as commands,
             (select count(*)::int from akt) as akts,
             (select count(*)::int from matter) as matters,
             (select count(*)::int from matter where phase <> 'closed') as running,
             (select count(*)::int from demo_filling) as fillings,
             (select md5(string_agg(concat_ws(' ', kind, action, purpose, at, rule), ',' order by at, kind, action))
              from access_log) as accesses,
             (select md5(string_agg(concat_ws(' ', type, recorded_at, length(answer::text)), ',' order by recorded_at, type, length(answer::text)))
              from command) as answers`,
    });
    expect((await verifyLog(tx)).broken).toEqual([]);
    return { row: row ?? {}, log: await logDigest(tx) };
  });
}

const BACKENDS =
  "select array_agg(pid) as pids from pg_stat_activity where datname = current_database()";
const BREAK_OTHERS = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and pid <> all ($1)`;

/** What is left of a board whose database connections all break while its second half is made. */
async function makeAndBreak(): Promise<Tenant> {
  const kept = await withClient(database.connections.admin, (client) =>
    client.query<{ pids: number[] }>(BACKENDS),
  );
  const dying = openPools(database.connections);
  const made = await makeMunicipality(await openStore(dying), {
    ...WANTED,
    told: (done, total) => {
      if (done !== Math.ceil(total / 2)) return;
      void withClient(database.connections.admin, (client) =>
        client.query(BREAK_OTHERS, [kept.rows[0]?.pids ?? []]),
      );
    },
  });
  await expect(made.filled).rejects.toThrow(/./u);
  await dying.close();
  return made.tenant;
}

/** Everything derived, rows of follow-up too, beside what it would be when made anew from the log. */
async function differencesIn(store: Store, tenant: Tenant) {
  const rows = followupCheck(SETTINGS);
  const { differences } = await rebuildCheck(store, database.connections.app, tenant, [rows]);
  return differences;
}

// One is made one command at a time, the other with commands of an akt together. No step is refused: a refusal would have thrown.
test(
  "an invented municipality is made by ordinary commands, and one that was left half filled becomes the very same",
  { timeout: 180_000 },
  async () => {
    const store = await openStore(pools);
    const { tenant: whole, filled } = await makeMunicipality(store, {
      ...WANTED,
      carryOut: oneByOne,
    });
    await filled;
    const all = await counted(whole);
    expect(await differencesIn(store, whole)).toEqual([]);
    const families = [...outlineFrom("tiny", "Lindvik", stockholmDate(NOW)).lives()].map(
      ({ family }) => family,
    );
    const steps = families.flatMap((family) => family.steps).length;
    const persons = families.flatMap((family) => Object.keys(family.persons)).length;
    expect(all.row["commands"]).toBeGreaterThanOrEqual(steps + persons);
    expect(all.row["running"]).toBeGreaterThan(0);
    expect(all.row["fillings"]).toBe(0);

    const half = await makeAndBreak();
    const left = await counted(half);
    expect(left.row["fillings"]).toBe(1);
    expect(left.row["commands"]).toBeLessThan(Number(all.row["commands"]));
    const told: number[] = [];
    expect(await fillOn(store, half, (done) => void told.push(done))).toBe("filled");
    expect(told[0]).toBeGreaterThan(0);
    expect(told.at(-1)).toBe(families.length);
    // The same seed, day and packs: the same content, although ids, salts and the break differ.
    expect(await counted(half)).toEqual(all);
    expect(await differencesIn(store, half)).toEqual([]);
    expect(await fillOn(store, half, () => undefined)).toBe("nothing");
  },
);
