import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Route } from "../contract/route.ts";
import { routes } from "../contract/routes.ts";
import { inTenant } from "../store/in-tenant.ts";
import { openPools, type Pools } from "../store/pools.ts";
import { openTestDatabase, type TestDatabase } from "../store/testing/database.ts";
import { INSTALLATION } from "./installation.ts";
import { policyCondition, type PolicyColumns, type PolicyParameters } from "./policy-sql.ts";
import type { Actor } from "./policy-types.ts";
import { isExpected, type Matter } from "./testing/oracle.ts";
import { actorIn, anyWorld } from "./testing/random-world.ts";

const COLUMNS: PolicyColumns = {
  akt: "m.akt",
  matter: "m.matter",
  unit: "m.unit",
  worker: "m.worker",
  coWorker: "m.co_worker",
  offeredTo: "m.offered_to",
  closed: "m.closed",
  protected: "m.protected",
};
const PARAMETERS: PolicyParameters = {
  staff: "$1::uuid",
  unit: "$2::uuid",
  standInStaff: "$4::uuid[]",
  standInUnits: "$5::uuid[]",
  barred: "$6::uuid[]",
  lent: "$7::uuid[]",
  performs: "$8::uuid[]",
};

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

/** Which rows the policy's SQL chooses for somebody, in the order of the matters. */
async function chosen(actor: Actor, route: Route, matters: readonly Matter[]): Promise<boolean[]> {
  const condition = policyCondition(actor, route.action, route.purpose, COLUMNS, PARAMETERS);
  const { staff = [], units = [] } = actor.standIn ?? {};
  const { barred = [], lent = [], performs = [] } = actor.exceptions ?? {};
  const values = [
    actor.staff,
    actor.unit ?? null,
    JSON.stringify(matters),
    staff,
    units,
    barred,
    lent,
    performs,
  ];
  const found = await inTenant(pools.app, INSTALLATION, (tx) =>
    tx.rows<{ allowed: boolean }>(
      {
        text: `select ${condition} as allowed from (
          select (r.value->>'akt')::uuid as akt, (r.value->>'id')::uuid as matter,
            (r.value->>'unit')::uuid as unit, (r.value->>'worker')::uuid as worker,
            (r.value->>'helper')::uuid as co_worker, (r.value->>'handedTo')::uuid as offered_to,
            (r.value->>'ended')::boolean as closed, (r.value->>'hidden')::boolean as protected, r.place
          from jsonb_array_elements($3::jsonb) with ordinality r(value, place)) m
          where $1::uuid is not null and $2::uuid is not distinct from $2
            and ($4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[]) is not null order by place`,
      },
      values,
    ),
  );
  return found.map((row) => row.allowed);
}

describe("policyCondition", () => {
  it("chooses exactly the rows that somebody else would, in 300 random worlds", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyWorld,
        fc.constantFrom(...routes),
        fc.nat({ max: 4 }),
        async (world, route, at) => {
          const person = world.people[at % world.people.length];
          const actor = person === undefined ? undefined : actorIn(world, person.id);
          if (actor === undefined) return;
          // Another board's rows are kept away by row-level security and not by the policy.
          const matters = world.matters.map((matter) => ({ ...matter, ours: true }));
          const here = { ...world, matters };
          expect(await chosen(actor, route, matters)).toEqual(
            matters.map((matter) => isExpected(here, actor.staff, route.action, matter)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
