import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { SQL_DIRECTORY } from "./migrate.ts";
import { withClient } from "./postgres/connection.ts";
import { catalogueFaults } from "./testing/catalogue.ts";
import { CATALOGUE_EXCEPTIONS } from "./testing/catalogue-exceptions.ts";
import { openEmptyDatabase, openTestDatabase } from "./testing/database.ts";
import type { TestDatabase } from "./testing/database.ts";
import { dumpSchema } from "./testing/dump-schema.ts";

let database: TestDatabase;
let empty: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  empty = await openEmptyDatabase();
});

afterAll(async () => {
  await database.drop();
  await empty.drop();
});

const none = { withoutTenant: {}, withoutRowSecurity: {}, withoutLeadingTenant: {} };

function inSchema<T>(of: TestDatabase, work: (client: Client) => Promise<T>): Promise<T> {
  return withClient(of.connections.admin, work);
}

describe("the schema of the program", () => {
  test("can be cut up by board, and guards every table of a board", async () => {
    const faults = await inSchema(database, (client) =>
      catalogueFaults(client, CATALOGUE_EXCEPTIONS),
    );
    expect(faults).toEqual([]);
  });

  test("is the one in sql/schema.sql (npm run schema:dump writes it)", async () => {
    const dumped = await inSchema(database, dumpSchema);
    const written = readFileSync(join(SQL_DIRECTORY, "schema.sql"), "utf8");
    // The lines that differ say more than two texts of many hundred lines; equality is then of the whole.
    const [before, after] = [new Set(written.split("\n")), new Set(dumped.split("\n"))];
    expect([...before.symmetricDifference(after)].slice(0, 20)).toEqual([]);
    expect(written === dumped).toBe(true);
  });
});

/** The faults of a few statements in an otherwise empty database, which is left empty. */
function faultsOf(sql: string, exceptions = none): Promise<string[]> {
  return inSchema(empty, async (client) => {
    await client.query(`begin; ${sql}`);
    try {
      return await catalogueFaults(client, exceptions);
    } finally {
      await client.query("rollback");
    }
  });
}

const guard = (table: string) =>
  `alter table ${table} enable row level security; alter table ${table} force row level security;`;
const good = `create table good (tenant int, id int, primary key (tenant, id)); ${guard("good")}`;

describe("the check itself", () => {
  test("finds nothing in a table that keeps the rules", async () => {
    expect(await faultsOf(good)).toEqual([]);
  });

  test.each([
    [
      "a table without a board",
      "create table t (id int primary key)",
      "public.t: has no column tenant",
    ],
    [
      "a table without a primary key",
      `create table t (tenant int); ${guard("t")}`,
      "public.t: has no primary key",
    ],
    [
      "a primary key in the wrong order",
      `create table t (tenant int, id int, primary key (id, tenant)); ${guard("t")}`,
      "public.t: primary key t_pkey does not begin with tenant",
    ],
    [
      "a unique index without the board",
      `create unique index one on good (id)`,
      "public.good: unique index one does not begin with tenant",
    ],
    [
      "a unique index on an expression",
      `create unique index one on good ((tenant + 0), id)`,
      "public.good: unique index one does not begin with tenant",
    ],
    [
      "an exclusion constraint without the board",
      `alter table good add constraint apart exclude using btree (id with =)`,
      "public.good: exclusion constraint apart does not begin with tenant",
    ],
    [
      "a foreign key that starts with another column",
      `create table t (tenant int, id int, other int, primary key (tenant, id),
         constraint wrong foreign key (id, tenant) references good (id, tenant)); ${guard("t")}`,
      "public.t: foreign key wrong does not begin with tenant",
    ],
    [
      "row-level security that is not forced",
      "create table t (tenant int primary key); alter table t enable row level security",
      "public.t: row-level security is not forced",
    ],
    [
      "row-level security that is off",
      "create table t (tenant int primary key); alter table t force row level security",
      "public.t: row-level security is off",
    ],
  ])("finds %s", async (_name, sql, fault) => {
    const key = "alter table good add constraint other_order unique (tenant, id);";
    const prepared = sql.includes("references good (id, tenant)")
      ? `${good} create unique index swapped on good (id, tenant); ${sql}`
      : `${good} ${key} ${sql}`;
    expect(await faultsOf(prepared)).toContain(fault);
  });

  test("accepts a named exception and reports one that is not needed", async () => {
    const withoutTenant = { "public.t": "a code list", "public.gone": "was removed" };
    const sql = "create table t (id int primary key)";
    expect(await faultsOf(sql, { ...none, withoutTenant })).toEqual([
      "public.gone: this exception is not needed",
    ]);
  });
});
