import { randomBytes } from "node:crypto";

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { fixedClock } from "../../kernel/clock.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { seededRandom } from "../../kernel/random.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { openPools, type Pools } from "../../store/pools.ts";
import { withClient } from "../../store/postgres/connection.ts";
import { openTestDatabase, type TestDatabase } from "../../store/testing/database.ts";
import { tenantOf } from "../../store/tenant.ts";
import { codesOfColumn, columnsOf, isSelectable } from "../columns.ts";
import { deriveEnvOf } from "../derive/env.ts";
import type { FollowupRow } from "../derive/rows.ts";
import { randomAkt, randomUnits, type RandomAkt } from "../testing/random-akts.ts";
import { shippedSettings, shippedTexts } from "../testing/read-settings.ts";
import { recount } from "../testing/recount.ts";
import { moment } from "../testing/states.ts";
import { followupProjector, rowsOfAkt } from "../writer/projector.ts";
import type { EngineDeps } from "./deps.ts";
import { makeTable } from "./make-table.ts";
import { resolveQuery, type TableQuery } from "./resolve.ts";

const { pack } = readSpecForTests();
const settings = shippedSettings();
const env = deriveEnvOf(pack, settings);
const tenant = tenantOf(7);
const digest = "test-digest";
const akts = 200;

let database: TestDatabase;
let pools: Pools;
let deps: EngineDeps;
let made: readonly RandomAkt[];
let rows: readonly FollowupRow[];

beforeAll(async () => {
  database = await openTestDatabase();
  pools = openPools(database.connections);
  deps = {
    pool: pools.followup,
    clock: fixedClock(moment("2026-11-22T08:00")),
    packs: { current: () => ({ digest, pack }) },
    settings,
    texts: shippedTexts(),
  };
  const random = seededRandom("follow-up");
  made = Array.from({ length: akts }, () => randomAkt(random, pack));
  rows = made.flatMap((akt) => rowsOfAkt({ ...akt, siblings: [] }, env));
  const project = followupProjector({ randomBytes, settings });
  for (const akt of made) await inTenant(pools.app, tenant, (tx) => project(tx, changeOf(akt)));
});

afterAll(async () => {
  await pools.close();
  await database.drop();
});

function changeOf({ state, child, guardians }: RandomAkt) {
  return {
    tenant,
    akt: state.akt,
    state,
    matters: [],
    child,
    guardians,
    siblings: [],
    pack,
    packDigest: digest,
    today: plainDate("2026-01-01"),
  };
}

const columns = columnsOf(pack).filter(isSelectable);

/** Any question the contract allows, of variables that stand on the same row. */
const anyQuery: fc.Arbitrary<{ query: TableQuery; unit: string | undefined }> = fc
  .constantFrom("akt" as const, "utr" as const, "bes" as const)
  .chain((kind) => {
    const fitting = columns.filter((column) => column.row === kind || column.row === "background");
    const column = fc.constantFrom(...fitting);
    const filter = column.chain((each) => {
      const codes = [
        ...codesOfColumn(each, pack).map((code) => code.id),
        ...(each.type === "yesno" ? ["yes", "no"] : []),
        ...(each.type === "integer" || each.type === "days" ? ["0", "1", "2", "7"] : []),
        ...(each.type === "date" || each.type === "datetime" ? ["2024-05", "2025-01"] : []),
        "not_asked",
        "unknown",
        "not_relevant",
      ];
      return fc
        .uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 8 })
        .map((chosen) => ({ variable: each.id, in: chosen }));
    });
    const day = fc.option(fc.constantFrom("2024-06-15", "2025-01-01", "2025-06-30"), {
      nil: undefined,
    });
    return fc
      .record({
        rows: fc.constantFrom(...fitting.filter((each) => each.row === kind)),
        columns: fc.option(column, { nil: undefined }),
        filters: fc.array(filter, { maxLength: 2 }),
        from: day,
        to: day,
        unit: fc.option(fc.constantFrom(...randomUnits), { nil: undefined }),
      })
      .filter(({ from, to }) => from === undefined || to === undefined || from <= to)
      .map(({ rows: of, columns: by, filters, from, to, unit }) => ({
        query: {
          rows: of.id,
          ...(by === undefined ? {} : { columns: by.id }),
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
          filters,
        },
        unit,
      }));
  });

describe("a table", () => {
  test("counts what a naive count of the derived rows counts", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, async ({ query, unit }) => {
        const resolved = resolveQuery(query, pack);
        if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
        const scope = unit === undefined ? { tenant } : { tenant, unit: unitOf(unit) };
        const table = await makeTable(deps, scope, query);
        if (!table.ok) throw new Error(JSON.stringify(table.problems));
        const { n, missing, rows: down, columns: across, cells } = table.value;
        const counted = Object.fromEntries(
          down.flatMap((row, at) =>
            across.flatMap((column, by) => {
              const count = cells[at]?.[by] ?? 0;
              return count === 0 ? [] : [[`${row.code}|${column.code}`, count] as const];
            }),
          ),
        );
        expect({ n, missing, cells: counted }).toEqual(recount(rows, resolved.value, unit, pack));
      }),
      { numRuns: 200 },
    );
  });
});

function unitOf(text: string) {
  const unit = randomUnits.find((each) => each === text);
  if (unit === undefined) throw new Error("not a unit");
  return unit;
}

describe("the rows", () => {
  test("are all there, and another board sees none", async () => {
    const counted = await withClient(database.connections.admin, (client) =>
      client.query<{ n: number }>("select count(*)::int as n from followup_key"),
    );
    expect(counted.rows).toEqual([{ n: rows.length }]);
    const other = await makeTable(deps, { tenant: tenantOf(8) }, { rows: "AKT-01", filters: [] });
    expect(other).toMatchObject({ ok: true, value: { n: 0 } });
  });
});
