import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";

import { BOX_KEY_BYTES, makeSecretBox } from "../../src/access/secret-box.ts";
import { isTestNumber } from "../../src/access/test-numbers.ts";
import { appContext, makeApp } from "../../src/api/make-app.ts";
import type { HttpServer } from "../../src/api/http/server.ts";
import { makeDemoBoard, type DemoAccount } from "../../src/demo/make-demo-board.ts";
import { readFollowupSettings } from "../../src/followup/read-settings.ts";
import { followupProjector } from "../../src/followup/writer/projector.ts";
import { instantOfMillis, millisOf, parseInstant } from "../../src/kernel/instant.ts";
import { startRenderer } from "../../src/print/render.ts";
import { inTenant } from "../../src/store/in-tenant.ts";
import { openPools } from "../../src/store/pools.ts";
import { withClient, type Connection } from "../../src/store/postgres/connection.ts";
import { connectionsOf } from "../../src/store/postgres/resolve-database.ts";
import { programStore } from "../../src/store/program-store.ts";
import { loadSpecification, SPEC_DIRECTORY } from "../../src/store/specification.ts";
import type { Tenant } from "../../src/store/tenant.ts";
import { startTestCluster, valueOf } from "../../src/store/testing/cluster.ts";
import { verifyLog } from "../../src/store/verify.ts";
import type { Canaries } from "./judge.ts";
import { knownValues, type KnownValues } from "./known-values.ts";

/** A server with a database of its own, two boards in it, and what is known of the first. */
export interface FuzzWorld {
  readonly server: HttpServer;
  readonly accounts: readonly DemoAccount[];
  readonly known: KnownValues;
  readonly canaries: Canaries;
  /** Lines the program has logged since the last time; they are gone then. */
  takeLines(): string[];
  /** The clock goes on. */
  move(ms: number): void;
  /** The chains of both boards that do not hold. */
  brokenChains(): Promise<number>;
  close(): Promise<void>;
}

const HIDDEN = "Skyddskanarje";
const OTHERS = { given: "Fjärrkanarje", family: "Grannkanarje", place: "Ortkanarje" };

export async function openFuzzWorld(): Promise<FuzzWorld> {
  const cluster = await startTestCluster();
  const connections = connectionsOf({ ...cluster.server, database: cluster.template });
  const pools = openPools(connections);
  const specification = valueOf(await loadSpecification());
  const settings = valueOf(readFollowupSettings(SPEC_DIRECTORY));
  const time = { now: parseInstant("2026-11-25T09:30:00.000Z") };
  const clock = {
    now: () => {
      if (time.now === undefined) throw new Error("no time");
      return time.now;
    },
  };
  const projectors = [followupProjector({ randomBytes, settings })];
  const store = programStore(pools, specification, { projectors, isTestNumber, clock });
  const own = await makeDemoBoard(store, { randomBytes });
  const other = await makeDemoBoard(store, { randomBytes, name: "Andra nämnden" });
  const known = await plant(connections.admin, own.tenant, other.tenant);
  const renderer = startRenderer();
  const factorSecrets = makeSecretBox([randomBytes(BOX_KEY_BYTES)], randomBytes);
  const parts = { pools, specification, settings, renderer, randomBytes, factorSecrets };
  let lines: string[] = [];
  const server = await makeApp(appContext(parts, store), {
    log: (line) => void lines.push(line),
    trustProxy: 0,
    requestsPerMinute: 1_000_000_000,
    webFolder: tmpdir(),
  });
  return {
    server,
    accounts: own.accounts,
    known,
    canaries: { never: Object.values(OTHERS), guarded: [HIDDEN] },
    takeLines: () => {
      const taken = lines;
      lines = [];
      return taken;
    },
    move: (ms) => {
      time.now = instantOfMillis(millisOf(clock.now()) + ms);
    },
    brokenChains: async () => {
      const reports = [own.tenant, other.tenant].map((tenant) =>
        inTenant(pools.app, tenant, (tx) => verifyLog(tx)),
      );
      return (await Promise.all(reports)).reduce((sum, { broken }) => sum + broken.length, 0);
    },
    close: async () => {
      await server.close();
      await renderer.close();
      await pools.close();
      await cluster.stop();
    },
  };
}

/** Puts the words in that are looked for, and gives what true requests hold. */
async function plant(admin: Connection, own: Tenant, other: Tenant): Promise<KnownValues> {
  const known = knownValues();
  await withClient(admin, async (client) => {
    for (const sql of plantings(own, other)) await client.query(sql);
    for (const sql of lessons(own, other)) {
      const rows = await client.query<{ body: string }>(sql);
      for (const { body } of rows.rows) known.learn(JSON.parse(body));
    }
  });
  return known;
}

/** Words to look for: everybody of the other board, and the names of those who are protected in the own. */
function plantings(own: Tenant, other: Tenant): readonly string[] {
  return [
    `update person set given_name = '${OTHERS.given}', family_name = '${OTHERS.family}' where tenant = ${other}`,
    `update unit set name = '${OTHERS.place}' where tenant = ${other}`,
    `update staff set name = '${OTHERS.given} ${OTHERS.family}' where tenant = ${other}`,
    `update person set family_name = '${HIDDEN}' where tenant = ${own} and protected`,
  ];
}

/** What true requests hold: what was recorded here, and ids of both boards. */
function lessons(own: Tenant, other: Tenant): readonly string[] {
  return [
    `select body from event where tenant = ${own} order by length(body) limit 1500`,
    `select json_build_object('akt', akt, 'matter', matter)::text as body from matter
      where tenant in (${own}, ${other}) order by tenant, matter limit 60`,
    `select json_build_object('commandId', command_id)::text as body from command
      where tenant in (${own}, ${other}) order by recorded_at desc limit 60`,
    `select json_build_object('person', person)::text as body from person
      where tenant in (${own}, ${other}) order by protected desc, tenant limit 50`,
    `select json_build_object('draft', draft, 'document', document)::text as body from draft
      where tenant in (${own}, ${other}) limit 40`,
  ];
}
