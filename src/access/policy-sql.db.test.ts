import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../contract/routes.ts";
import { roles } from "../domain/command.ts";
import { uuidV7 } from "../kernel/ids.ts";
import { inTenant } from "../store/in-tenant.ts";
import { openPools, type Pools } from "../store/pools.ts";
import { openTestDatabase, type TestDatabase } from "../store/testing/database.ts";
import { INSTALLATION } from "./installation.ts";
import { may, subjectOf, type MatterFacts } from "./policy.ts";
import { policyCondition } from "./policy-sql.ts";
import type { Actor } from "./policy-types.ts";

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

const people = [1, 2, 3].map((millis) => uuidV7(millis, new Uint8Array(10)));
const units = [11, 12].map((millis) => uuidV7(millis, new Uint8Array(10)));
const maybe = <T>(values: readonly T[]) => fc.constantFrom(undefined, ...values);

const anyMatter: fc.Arbitrary<MatterFacts> = fc.record({
  unit: maybe(units),
  worker: maybe(people),
  coWorker: maybe(people),
  offeredTo: maybe(units),
  closed: fc.boolean(),
  protected: fc.boolean(),
});
const anyActor: fc.Arbitrary<Actor> = fc
  .record({
    staff: fc.constantFrom(...people),
    role: fc.constantFrom(...roles),
    qualified: fc.boolean(),
    unit: maybe(units),
    standIn: fc.option(
      fc.record({ staff: fc.subarray(people, { minLength: 1 }), units: fc.subarray(units) }),
      { nil: undefined },
    ),
  })
  .map(({ unit, standIn, ...rest }) => ({
    ...rest,
    ...(unit === undefined ? {} : { unit }),
    ...(standIn === undefined ? {} : { standIn }),
  }));

describe("policyCondition", () => {
  it("chooses exactly the rows for which the policy allows", async () => {
    const matters = fc.array(anyMatter, { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        anyActor,
        fc.constantFrom(...routes),
        matters,
        async (actor, route, rows) => {
          const expected = rows.map(
            (row) => "allow" in may(actor, route.action, subjectOf(actor, row), route.purpose),
          );
          const condition = policyCondition(
            actor,
            route.action,
            route.purpose,
            {
              unit: "m.unit",
              worker: "m.worker",
              coWorker: "m.co_worker",
              offeredTo: "m.offered_to",
              closed: "m.closed",
              protected: "m.protected",
            },
            {
              staff: "$1::uuid",
              unit: "$2::uuid",
              standInStaff: "$4::uuid[]",
              standInUnits: "$5::uuid[]",
            },
          );
          const { staff = [], units: led = [] } = actor.standIn ?? {};
          const values = [actor.staff, actor.unit ?? null, JSON.stringify(rows), staff, led];
          const found = await inTenant(pools.app, INSTALLATION, (tx) =>
            tx.rows<{ allowed: boolean }>(
              {
                text: `select ${condition} as allowed from (
                select (r.value->>'unit')::uuid as unit, (r.value->>'worker')::uuid as worker,
                  (r.value->>'coWorker')::uuid as co_worker, (r.value->>'closed')::boolean as closed,
                  (r.value->>'offeredTo')::uuid as offered_to,
                  (r.value->>'protected')::boolean as protected, r.place
                from jsonb_array_elements($3::jsonb) with ordinality r(value, place)) m
                where $1::uuid is not null and $2::uuid is not distinct from $2
                  and ($4::uuid[], $5::uuid[]) is not null order by place`,
              },
              values,
            ),
          );
          expect(found.map((row) => row.allowed)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });
});
