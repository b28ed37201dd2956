import { mkdtempSync, readdirSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { parseInstant } from "../kernel/instant.ts";
import type { Result } from "../kernel/result.ts";
import { SQL_DIRECTORY, migrate, readMigrations } from "./migrate.ts";
import { withClient } from "./postgres/connection.ts";
import { valueOf } from "./testing/cluster.ts";
import { openEmptyDatabase, openTestDatabase } from "./testing/database.ts";
import type { TestDatabase } from "./testing/database.ts";

const at = parseInstant("2026-02-03T04:05:06.789Z")!;

let database: TestDatabase;
let directory = "";

beforeEach(async () => {
  database = await openEmptyDatabase();
  directory = mkdtempSync(join(tmpdir(), "mp-sql-"));
  write("0001-first.sql", "create table first (n int primary key);");
  write("0002-second.sql", "create table second (n int references first);");
});

afterEach(async () => {
  await database.drop();
  rmSync(directory, { recursive: true, force: true });
});

function write(name: string, sql: string): void {
  writeFileSync(join(directory, name), `${sql}\n`);
}

function run(): Promise<Result<readonly string[]>> {
  return migrate({ connection: database.connections.admin, at, directory });
}

function rows(sql: string): Promise<object[]> {
  return withClient(database.connections.admin, async (client) => {
    const answer = await client.query<Record<string, unknown>>(sql);
    return answer.rows;
  });
}

function ids(result: Result<unknown>): string[] {
  return result.ok ? [] : result.problems.map(({ id }) => id);
}

describe("migrate", () => {
  test("runs the files in order and records each with its digest and moment", async () => {
    expect(valueOf(await run())).toEqual(["0001-first.sql", "0002-second.sql"]);
    const recorded = await rows("select number, name, applied_at from schema_migration order by 1");
    expect(recorded).toEqual([
      { number: 1, name: "0001-first.sql", applied_at: new Date(at) },
      { number: 2, name: "0002-second.sql", applied_at: new Date(at) },
    ]);
    const [first] = valueOf(readMigrations(directory));
    const digests = await rows("select sha256 from schema_migration where number = 1");
    expect(digests).toEqual([{ sha256: first?.sha256 }]);
  });

  test("does nothing a second time and only the new file later", async () => {
    await run();
    expect(valueOf(await run())).toEqual([]);
    write("0003-third.sql", "create table third ();");
    expect(valueOf(await run())).toEqual(["0003-third.sql"]);
  });

  test("several processes at once run each file once", async () => {
    const answers = await Promise.all([run(), run(), run(), run()]);
    const applied = answers.flatMap((answer) => valueOf(answer));
    expect(applied.toSorted()).toEqual(["0001-first.sql", "0002-second.sql"]);
  });

  test("refuses a changed file and leaves the database as it was", async () => {
    await run();
    write("0001-first.sql", "create table first (n bigint primary key);");
    write("0003-third.sql", "create table third ();");
    const answer = await run();
    expect(ids(answer)).toEqual(["migration-changed"]);
    expect(await rows("select to_regclass('third') as t")).toEqual([{ t: null }]);
  });

  test("refuses when a recorded file is missing: the program is older than the database", async () => {
    await run();
    unlinkSync(join(directory, "0002-second.sql"));
    expect(ids(await run())).toEqual(["migration-missing"]);
  });

  test.each(["0002-double.sql", "3-short.sql", "0003-Large.sql"])(
    "refuses %s before running anything",
    async (name) => {
      write(name, "create table stray ();");
      expect(ids(await run())).toEqual(["migration-misnamed"]);
      expect(await rows("select to_regclass('first') as t")).toEqual([{ t: null }]);
    },
  );

  test("runs a file whose number lies between those already run", async () => {
    write("0201-other-area.sql", "create table other_area ();");
    await run();
    write("0003-third.sql", "create table third ();");
    expect(valueOf(await run())).toEqual(["0003-third.sql"]);
  });

  test("a failing file leaves nothing of itself; the files before it stand", async () => {
    write("0003-third.sql", "create table third (); create table third ();");
    const answer = await run();
    expect(ids(answer)).toEqual(["migration-failed"]);
    const left = await rows("select to_regclass('third') as t, to_regclass('second')::text as s");
    expect(left).toEqual([{ t: null, s: "second" }]);
    write("0003-third.sql", "create table third ();");
    expect(valueOf(await run())).toEqual(["0003-third.sql"]);
  });

  test("a file that asks for a role runs as that role, and only that file", async () => {
    await rows(
      `do $$ begin if to_regrole('mp_migrator') is null then create role mp_migrator; end if; end $$;
       grant create on schema public to mp_migrator`,
    );
    write("0003-third.sql", "-- run as mp_migrator\ncreate table third ();");
    write("0004-fourth.sql", "create table fourth ();");
    await run();
    const owners = await rows(
      "select tablename, tableowner = 'mp_migrator' as lent from pg_tables where tablename in ('third', 'fourth') order by 1",
    );
    expect(owners).toEqual([
      { tablename: "fourth", lent: false },
      { tablename: "third", lent: true },
    ]);
  });
});

describe("the template of the tests", () => {
  test("has every migration of the program, and a copy is independent of others", async () => {
    const copy = await openTestDatabase();
    try {
      const names = readdirSync(SQL_DIRECTORY).filter((name) => /^\d{4}-.*\.sql$/.test(name));
      const recorded = await withClient(copy.connections.admin, (client) =>
        client.query("select name from schema_migration order by number"),
      );
      expect(recorded.rows.map((row: { name: string }) => row.name)).toEqual(names.toSorted());
    } finally {
      await copy.drop();
    }
  });
});
