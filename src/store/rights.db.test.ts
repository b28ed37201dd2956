import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { SQL_DIRECTORY } from "./migrate.ts";
import { withClient } from "./postgres/connection.ts";
import { openTestDatabase, type TestDatabase } from "./testing/database.ts";
import { LOGIN_ROLES, readRights } from "./testing/rights.ts";

let database: TestDatabase;
/** Rights by role: `table: right, right`. */
let rights: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

beforeAll(async () => {
  database = await openTestDatabase();
  const text = await withClient(database.connections.admin, readRights);
  rights = new Map(LOGIN_ROLES.map((role) => [role, parseRights(text, role)]));
});
afterAll(() => database.drop());

function parseRights(text: string, role: string): Map<string, readonly string[]> {
  return new Map(
    text.split("\n").flatMap((line) => {
      const [who = "", what = ""] = line.split(": ");
      const [table = "", name = ""] = who.split(" ");
      return name === role ? [[table, what.split(", ")] as const] : [];
    }),
  );
}

function tablesWith(role: string, right: string): string[] {
  return [...(rights.get(role) ?? [])].flatMap(([table, all]) =>
    all.includes(right) ? [table] : [],
  );
}

describe("the login roles", () => {
  test("may do what sql/rights.txt says and nothing more (npm run schema:dump writes it)", async () => {
    const found = await withClient(database.connections.admin, readRights);
    expect(found).toBe(readFileSync(join(SQL_DIRECTORY, "rights.txt"), "utf8"));
  });

  test("are no superusers, see no other board and become nobody else", async () => {
    const roles = await withClient(database.connections.admin, (client) =>
      client.query(
        `select rolname from pg_roles r where rolname ~ '^mp_' and (
           rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
           or exists (select from pg_auth_members m where m.member = r.oid))`,
      ),
    );
    expect(roles.rows).toEqual([]);
  });

  test("nobody empties, references or puts triggers on a table", () => {
    for (const role of LOGIN_ROLES) {
      for (const right of ["truncate", "references", "trigger"]) {
        expect([role, right, tablesWith(role, right)]).toEqual([role, right, []]);
      }
    }
  });

  test("backups read every table and change none", () => {
    const all = rights.get("mp_backup") ?? new Map<string, string[]>();
    expect([...all.values()].every((each) => each.join() === "select")).toBe(true);
    const others = LOGIN_ROLES.flatMap((role) => [...(rights.get(role)?.keys() ?? [])]);
    expect(others.filter((table) => !all.has(table))).toEqual([]);
  });

  test("follow-up reads its own schema, and neither keys nor persons", () => {
    const tables = [...(rights.get("mp_followup")?.keys() ?? [])];
    expect(tables.length).toBeGreaterThan(5);
    expect(tables.filter((table) => !table.startsWith("followup."))).toEqual([]);
  });

  test("case handling adds to the logs and never changes them", () => {
    const logs = ["event", "event_head", "access_log", "command", "log_seal", "log_anchor"];
    const changed = ["update", "update (columns)", "delete"].flatMap((right) =>
      tablesWith("mp_app", right),
    );
    expect(logs.filter((log) => changed.includes(`public.${log}`))).toEqual([]);
  });

  test("lawful destruction deletes, and never the links of the chain", () => {
    expect(tablesWith("mp_retention", "delete")).toContain("public.event");
    // Rows of the access log go when their time is over, whole seals at a time; what proves them stays.
    for (const kept of ["event_head", "log_seal", "log_anchor"]) {
      expect(rights.get("mp_retention")?.get(`public.${kept}`) ?? []).not.toContain("delete");
    }
  });

  test("no function runs with the rights of its owner", async () => {
    const found = await withClient(database.connections.admin, (client) =>
      client.query(
        `select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where n.nspname in ('public', 'followup') and p.prosecdef`,
      ),
    );
    expect(found.rows).toEqual([]);
  });

  test.each([
    ["an administrator of backups", "backup", "update person set given_name = given_name"],
    ["backups without a chosen board", "backup", "select from person limit 1"],
    ["follow-up", "followup", "select from person"],
    ["follow-up at the keys", "followup", "select from followup_key"],
    ["lawful destruction", "retention", "update event set type = type"],
    ["case handling at the sealed originals", "app", "select from sealed_original"],
  ] as const)("%s does not get past its rights", async (_name, role, sql) => {
    const asked = withClient(database.connections[role], (client) => client.query(sql));
    const answer = await asked.then(
      ({ rowCount }) => rowCount,
      (error: { code?: string }) => error.code,
    );
    // Refused by the grants, by the read-only transaction, or nothing to see.
    expect(["42501", "25006", 0]).toContain(answer);
  });
});
