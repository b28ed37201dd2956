import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";

import { openEmptyDatabase } from "../testing/database.ts";
import type { TestDatabase } from "../testing/database.ts";
import { launcherBench } from "../testing/launcher-bench.ts";
import { valueOf } from "../testing/cluster.ts";
import { withClient } from "./connection.ts";
import { resolveDatabase } from "./resolve-database.ts";

const bench = launcherBench();
let database: TestDatabase;

beforeAll(async () => {
  database = await openEmptyDatabase();
});

afterAll(() => database.drop());

function urlOf(name: string): string {
  const { host, port, user } = inject("testServer");
  const query = new URLSearchParams({ host, port: String(port), user });
  return `postgresql:///${name}?${query.toString()}`;
}

describe("resolveDatabase", () => {
  test("uses the server of DATABASE_URL and leaves it running", async () => {
    const name = database.connections.admin.database;
    const resolved = valueOf(await resolveDatabase({ DATABASE_URL: urlOf(name) }));
    expect(resolved.kind).toBe("external");
    expect(resolved.connections.app).toMatchObject({ user: "mp_app", database: name });
    await resolved.stop();
    const answer = await withClient(resolved.connections.admin, (client) =>
      client.query("select current_database() as name"),
    );
    expect(answer.rows).toEqual([{ name }]);
  });

  test("takes the address of a single role from its own variable", async () => {
    const env = {
      DATABASE_URL: urlOf(database.connections.admin.database),
      DATABASE_URL_APP: "postgresql://other:s3cret@db.example:6432/mittpunkt",
    };
    const { connections } = valueOf(await resolveDatabase(env));
    expect(connections.app).toEqual({
      host: "db.example",
      port: 6432,
      user: "other",
      database: "mittpunkt",
      password: "s3cret",
    });
    expect(connections.followup.user).toBe("mp_followup");
  });

  test("without it starts the shipped server in the data folder", async () => {
    bench.seed("data/pg");
    const env = { ...process.env, DATABASE_URL: "", MITTPUNKT_DATA: `${bench.folder}/data` };
    const resolved = valueOf(await resolveDatabase(env));
    try {
      expect(resolved.kind).toBe("embedded");
      expect(resolved.connections.admin.host).toBe(`${bench.folder}/data/pg`);
    } finally {
      await resolved.stop();
    }
  });

  test("refuses a server that can't be reached, without repeating the password", async () => {
    const resolved = await resolveDatabase({
      DATABASE_URL: "postgresql://u:s3cret@localhost:1/mittpunkt",
    });
    expect(resolved).toMatchObject({ ok: false, problems: [{ id: "database-unreachable" }] });
    expect(JSON.stringify(resolved)).not.toContain("s3cret");
  });

  test("refuses a database that orders text by a language", async () => {
    const { connections } = database;
    const name = `${connections.admin.database}_sv`;
    const inServer = (sql: string) =>
      withClient(inject("testServer"), (client) => client.query(sql));
    await inServer(
      `create database ${name} template template0 locale_provider icu icu_locale 'sv-SE' locale 'C'`,
    );
    try {
      const resolved = await resolveDatabase({ DATABASE_URL: urlOf(name) });
      expect(resolved).toMatchObject({ ok: false, problems: [{ id: "database-unsuitable" }] });
    } finally {
      await inServer(`drop database ${name}`);
    }
  });
});
