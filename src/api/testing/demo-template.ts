import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { isTestNumber } from "../../access/test-numbers.ts";
import { makeDemoBoard } from "../../demo/make-demo-board.ts";
import { readFollowupSettings } from "../../followup/read-settings.ts";
import { followupProjector } from "../../followup/writer/projector.ts";
import type { Instant } from "../../kernel/instant.ts";
import { openPools } from "../../store/pools.ts";
import { withClient } from "../../store/postgres/connection.ts";
import { connectionsOf } from "../../store/postgres/resolve-database.ts";
import { programStore } from "../../store/program-store.ts";
import { SPEC_DIRECTORY } from "../../store/specification.ts";
import { parseTenant } from "../../store/tenant.ts";
import { valueOf } from "../../store/testing/cluster.ts";
import { testSpecification } from "../../store/testing/specification.ts";
import { openTestDatabase, type TestDatabase } from "../../store/testing/database.ts";
import type { TestDemo } from "./test-app.ts";

/** A database with the demo board in it, and the board's accounts. */
export interface DemoDatabase {
  readonly database: TestDatabase;
  readonly demo: TestDemo;
}

type Told = Awaited<ReturnType<typeof makeDemoBoard>>;

/** Any number; the same for everybody who makes or waits for the template. */
const MAKING = 8_470_113;

/**
 * A database of its own with the demo board as it was made at `now`. The board is made once a run, by whoever
 * needs it first, and copied from there in the time an empty one takes.
 */
export async function openDemoDatabase(now: Instant): Promise<DemoDatabase> {
  const server = inject("testServer");
  const template = inject("testTemplateWithDemo");
  const told = await withClient(server, async (client) => {
    await client.query("select pg_advisory_lock($1)", [MAKING]);
    const found = await client.query<{ told: string | null }>(
      "select shobj_description(oid, 'pg_database') as told from pg_database where datname = $1",
      [template],
    );
    const [known] = found.rows;
    if (known !== undefined && known.told !== null) return known.told;
    await client.query(`drop database if exists ${template} with (force)`);
    await client.query(`create database ${template} template ${inject("testTemplate")}`);
    const made = JSON.stringify(
      await makeIn(connectionsOf({ ...server, database: template }), now),
    );
    await client.query(`comment on database ${template} is '${made.replaceAll("'", "''")}'`);
    return made;
  });
  const { tenant, accounts } = JSON.parse(told) as Told;
  const database = await openTestDatabase(template);
  const byName = new Map(accounts.map((account) => [account.username, account]));
  const board = parseTenant(tenant);
  if (board === undefined) throw new Error("The template has no board");
  return { database, demo: { tenant: board, accounts: byName } };
}

async function makeIn(connections: TestDatabase["connections"], now: Instant): Promise<Told> {
  const pools = openPools(connections);
  try {
    const settings = valueOf(readFollowupSettings(SPEC_DIRECTORY));
    const projectors = [followupProjector({ randomBytes, settings })];
    const clock = { now: () => now };
    const specification = await testSpecification();
    const store = programStore(pools, specification, { projectors, isTestNumber, clock });
    return await makeDemoBoard(store, { randomBytes });
  } finally {
    await pools.close();
  }
}
