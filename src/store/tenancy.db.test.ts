import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { reportData } from "../domain/testing/chain.ts";
import { inTenant } from "./in-tenant.ts";
import { withClient } from "./postgres/connection.ts";
import { openDraft } from "./drafts/open-draft.ts";
import { tenantOf } from "./tenant.ts";
import { valueOf } from "./testing/cluster.ts";
import {
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "./testing/test-store.ts";

let board: TestStore;

/** Tables that are read before a board is chosen, or belong to none; each says why in its comment. */
const SHARED = ["board", "installed_pack", "schema_migration"];

beforeAll(async () => {
  board = await openTestStore();
  board.setTime("2026-03-02T10:05");
  const person = await registerPerson(board, { givenName: "Alva", birthDate: "2014-02-17" });
  const { akt, matter } = await receiveReport(board, person, reportData);
  const specDigest = board.store.packs.current(board.tenant).digest;
  const draft = { draft: board.id(), document: "note", akt, matter, specDigest };
  await board.inBoard(async (tx) => {
    valueOf(await openDraft(tx, { ...draft, by: board.worker, at: board.store.clock.now() }));
  });
});

afterAll(() => board.close());

async function tablesOfBoards(): Promise<string[]> {
  const rows = await board.admin<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and has_table_privilege('mp_app', c.oid, 'select') order by 1`,
  );
  return rows.map(({ name }) => name).filter((name) => !SHARED.includes(name));
}

/** Runs SQL as the role of case handling, after some settings. */
async function asApp(sql: string, settings = ""): Promise<unknown[]> {
  return withClient(board.database.connections.app, async (client) => {
    await client.query(`begin; ${settings}`);
    const answer = await client.query<Record<string, unknown>>(sql);
    return answer.rows;
  });
}

describe("without a chosen board", () => {
  test.each(["", "set local app.tenant = ''", "set local app.tenant = '999'"])(
    "no table shows a row (%s)",
    async (settings) => {
      const tables = await tablesOfBoards();
      expect(tables).toContain("event");
      for (const table of tables) {
        expect([table, await asApp(`select 1 from ${table} limit 1`, settings)]).toEqual([
          table,
          [],
        ]);
      }
    },
  );

  test("nor after the connection has worked in one", async () => {
    await withClient(board.database.connections.app, async (client) => {
      await client.query(`begin; set local app.tenant = '${board.tenant}'`);
      const during = await client.query("select 1 from event limit 1");
      await client.query("commit");
      const after = await client.query("select 1 from event limit 1");
      expect([during.rows.length, after.rows.length]).toEqual([1, 0]);
    });
  });

  test("the walk would see a row that is there", async () => {
    const counts = await Promise.all(
      ["event", "event_head", "person", "clock", "chronology", "access_log", "draft"].map((table) =>
        asApp(`select 1 from ${table} limit 1`, `set local app.tenant = '${board.tenant}'`),
      ),
    );
    expect(counts.every((rows) => rows.length === 1)).toBe(true);
  });
});

describe("in another board", () => {
  test("nothing of this one is found, changed or added to", async () => {
    const other = tenantOf(board.tenant + 1);
    const seen = await inTenant(board.pool, other, (tx) =>
      tx.rows({ text: "select 1 from person union all select 1 from event" }),
    );
    expect(seen).toEqual([]);
    const changed = await inTenant(board.pool, other, (tx) =>
      tx.run({ text: "update person set given_name = 'X'" }),
    );
    expect(changed).toBe(0);
    const added = inTenant(board.pool, other, (tx) =>
      tx.run({ text: `insert into unit values (${board.tenant}, gen_random_uuid(), 'X')` }),
    );
    await expect(added).rejects.toMatchObject({ code: "42501" });
  });
});

describe("the log", () => {
  const inBoard = () => `set local app.tenant = '${board.tenant}'`;

  test.each(["event", "event_head", "access_log", "command", "log_seal", "log_anchor", "file"])(
    "%s can't be changed, emptied or deleted from by case handling",
    async (table) => {
      for (const sql of [
        `update ${table} set tenant = tenant`,
        `delete from ${table}`,
        `truncate ${table}`,
      ]) {
        await expect(asApp(sql, inBoard())).rejects.toMatchObject({ code: "42501" });
      }
    },
  );

  test.each(["event", "event_head", "access_log", "command", "sealed_original", "log_seal"])(
    "%s refuses a change by its owner too",
    async (table) => {
      await expect(board.admin(`update ${table} set tenant = tenant`)).rejects.toMatchObject({
        code: "42501",
      });
      await expect(board.admin(`truncate ${table}`)).rejects.toMatchObject({ code: "42501" });
    },
  );

  test("sealed originals can be added and not read", async () => {
    await expect(asApp("select 1 from sealed_original", inBoard())).rejects.toMatchObject({
      code: "42501",
    });
  });

  test("lawful destruction may delete events while a run is approved, and never their links", async () => {
    await withClient(board.database.connections.retention, async (client) => {
      await client.query(`begin; ${inBoard()}`);
      await expect(client.query("delete from event")).rejects.toMatchObject({ code: "42501" });
      await client.query("rollback");
    });
    const [proposer, approver] = [board.id(), board.id()];
    await board.admin(`insert into retention_run (tenant, run, as_of, state, list_hash, law_digest,
      proposed_by, proposed_at, approved_by, approved_at) values (${board.tenant}, '${board.id()}',
      '2026-03-02', 'approved', sha256('list'), 'law', '${proposer}', now(), '${approver}', now())`);
    await withClient(board.database.connections.retention, async (client) => {
      await client.query(`begin; ${inBoard()}`);
      const gone = await client.query("delete from event where type = 'akt.created'");
      expect(gone.rowCount).toBe(1);
      await expect(client.query("delete from event_head")).rejects.toMatchObject({ code: "42501" });
      await client.query("rollback");
    });
  });
});

describe("a transaction", () => {
  test("that has ended takes no further statement", async () => {
    let late: (() => Promise<unknown>) | undefined;
    await board.inBoard(async (tx) => {
      late = () => tx.rows({ text: "select 1" });
      await tx.rows({ text: "select 1" });
    });
    await expect(late!()).rejects.toThrow("The transaction has ended");
  });

  test("meets a deadlock and is tried again", async () => {
    const rows = await board.admin<{ person: string }>("select person from person limit 1");
    const unit = await board.admin<{ unit: string }>("select unit from unit limit 1");
    const first = {
      text: `update person set given_name = given_name where person = '${rows[0]!.person}'`,
    };
    const second = { text: `update unit set name = name where unit = '${unit[0]!.unit}'` };
    let tries = 0;
    let [release, arrived] = [() => {}, 0];
    const both = new Promise<void>((resolve) => {
      release = resolve;
    });
    const cross = (mine: { text: string }, theirs: { text: string }) =>
      board.inBoard(async (tx) => {
        tries += 1;
        await tx.run(mine);
        arrived += 1;
        if (arrived === 2) release();
        await both;
        return tx.run(theirs);
      });
    const answers = await Promise.all([cross(first, second), cross(second, first)]);
    expect(answers).toEqual([1, 1]);
    expect(tries).toBeGreaterThan(2);
  });
});
