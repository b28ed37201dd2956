import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { inTenant } from "../store/in-tenant.ts";
import { elmer, elmersAkt, elmersGuardians } from "./testing/case-elmer.ts";
import { openFollowupDatabase, type FollowupDatabase } from "./testing/followup-database.ts";

let database: FollowupDatabase;

beforeAll(async () => {
  database = await openFollowupDatabase();
  await database.project({ state: elmersAkt, child: elmer, guardians: elmersGuardians });
});

afterAll(() => database.close());

/** Runs a statement as follow-up does: with its own login role, in the board. */
function asFollowup(sql: string, pool: "followup" | "retention" = "followup") {
  const { pools, tenant } = database;
  return inTenant(pools[pool], tenant, (tx) => tx.rows({ text: sql }));
}

describe("the login role of follow-up", () => {
  test("reads rows of follow-up, but neither the level of protection nor the end of things", async () => {
    expect(await asFollowup("select bak_01 from followup.akt")).toHaveLength(3);
    for (const sql of [
      "select bak_11 from followup.akt",
      "select bak_11 from followup.utr",
      "select * from followup.bes",
    ]) {
      await expect(asFollowup(sql)).rejects.toThrow(/permission denied/);
    }
  });

  test("reads nothing else: no key, no person, no event, no state", async () => {
    const tables = await database.admin<{ name: string }>(`
      select format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm')
        and n.nspname not in ('pg_catalog', 'information_schema', 'followup')`);
    expect(tables.map(({ name }) => name)).toContain("public.followup_key");
    for (const { name } of tables) {
      const sql = `select from ${name} limit 1`;
      await expect(asFollowup(sql), name).rejects.toThrow(/permission denied/);
    }
  });

  test("changes nothing", async () => {
    for (const table of ["akt", "utr", "bes", "guardian", "choice", "code"]) {
      const sql = `delete from followup.${table}`;
      await expect(asFollowup(sql), table).rejects.toThrow(/permission denied/);
    }
  });

  test("sees nothing without a board", async () => {
    for (const table of ["akt", "utr", "bes", "guardian", "choice", "code"]) {
      const { rows } = await database.pools.followup.query(
        `select count(*)::int as n from followup.${table}`,
      );
      expect([table, rows]).toEqual([table, [{ n: 0 }]]);
    }
  });
});

describe("lawful destruction", () => {
  test("may delete rows and keys", async () => {
    const sql = `with gone as (delete from followup_key returning row_key)
      delete from followup.bes r using gone where r.row_key = gone.row_key returning r.row_key`;
    expect(await asFollowup(sql, "retention")).toHaveLength(1);
  });
});
