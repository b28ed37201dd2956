import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isTestNumber } from "../access/test-numbers.ts";
import { fixedClock } from "../kernel/clock.ts";
import { parseInstant, stockholmDate, type Instant } from "../kernel/instant.ts";
import { inTenant } from "../store/in-tenant.ts";
import { openPools, type Pools } from "../store/pools.ts";
import { programStore } from "../store/program-store.ts";
import { loadSpecification } from "../store/specification.ts";
import { valueOf } from "../store/testing/cluster.ts";
import { openTestDatabase, type TestDatabase } from "../store/testing/database.ts";
import { verifyLog } from "../store/verify.ts";
import { foundBoard } from "./found-board.ts";
import { readMunicipalityFiles } from "./municipality/files.ts";
import { inventMunicipality } from "./municipality/municipality.ts";
import { runFamilies } from "./run-families.ts";

const FAMILIES = 8;
const NOW = parseInstant("2026-11-25T09:30:00.000Z") as Instant;

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

async function makeBoard() {
  const specification = valueOf(await loadSpecification());
  const clock = fixedClock(NOW);
  const store = programStore(pools, specification, { projectors: [], isTestNumber, clock });
  const names = readFileSync("spec/reference/names.csv", "utf8");
  const wanted = { size: "small", seed: "Lindvik", today: stockholmDate(NOW) };
  const { board, families, years } = inventMunicipality(readMunicipalityFiles(), names, wanted);
  const founding = {
    name: "Provkommunen",
    board,
    founded: -400 * years,
    simulatedToday: undefined,
  };
  const world = await foundBoard(store, founding);
  await runFamilies(world, families.slice(0, FAMILIES), "Lindvik");
  return { tenant: world.tenant, families: families.slice(0, FAMILIES) };
}

// No step is refused: a refusal would have thrown.
test(
  "invented families are made by ordinary commands, with a log that holds",
  { timeout: 120_000 },
  async () => {
    const { tenant, families } = await makeBoard();
    const wanted = families.flatMap(({ steps }) => steps).length;
    const persons = families.flatMap((family) => Object.keys(family.persons)).length;
    await inTenant(pools.app, tenant, async (tx) => {
      const [counted] = await tx.rows<Record<string, number>>({
        text: `select (select count(*)::int from command) as commands,
               (select count(*)::int from matter) as matters,
               (select count(*)::int from matter where phase <> 'closed') as running`,
      });
      expect(counted?.["commands"]).toBeGreaterThanOrEqual(wanted + persons);
      expect(counted?.["matters"]).toBeGreaterThan(FAMILIES);
      expect(counted?.["running"]).toBeGreaterThan(0);
      expect((await verifyLog(tx)).broken).toEqual([]);
    });
  },
);
