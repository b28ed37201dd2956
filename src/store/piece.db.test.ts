import type { Pool, PoolClient } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { send } from "./piece.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let board: TestStore;
let pool: Pool;
let client: PoolClient;

beforeAll(async () => {
  board = await openTestStore();
  pool = board.store.pools.app;
});
beforeEach(async () => {
  client = await pool.connect();
});
afterEach(() => client.release());
afterAll(() => board.close());

const ONE = {
  name: "piece_one",
  text: "select $1::int as one, $2::date as day, null::text as none",
};

describe("a piece", () => {
  test("gives each statement its own answer, prepared or not", async () => {
    for (const again of [1, 2]) {
      const answers = await Promise.all([
        send(client, ONE, [again, "2026-03-01"]),
        send(client, { text: "select x from generate_series(1, $1::int) as t (x)" }, [3]),
        send(client, ONE, [again + 1, null]),
      ]);
      expect(answers).toEqual([
        { rows: [{ one: again, day: "2026-03-01", none: null }], rowCount: 1, command: "SELECT" },
        { rows: [{ x: 1 }, { x: 2 }, { x: 3 }], rowCount: 3, command: "SELECT" },
        { rows: [{ one: again + 1, day: null, none: null }], rowCount: 1, command: "SELECT" },
      ]);
    }
  });

  test("ends at the first error; what was not prepared then is prepared later", async () => {
    const late = { name: "piece_late", text: "select 'late' as word" };
    const missing = { name: "piece_missing", text: "select * from piece_missing" };
    const sent = [send(client, ONE, [1, null]), send(client, missing), send(client, late)];
    const [first, second, third] = await Promise.allSettled(sent);
    expect(first).toMatchObject({ status: "fulfilled" });
    expect(second).toMatchObject({ status: "rejected", reason: { code: "42P01" } });
    expect(third).toMatchObject({ status: "rejected", reason: { code: "42P01" } });
    expect((await send(client, late)).rows).toEqual([{ word: "late" }]);
    await send(client, { text: "create temporary table piece_missing as select 7 as seven" });
    expect((await send(client, missing)).rows).toEqual([{ seven: 7 }]);
    expect((await send(client, ONE, [2, null])).rowCount).toBe(1);
  });

  test("gives the very rows of the last time when the same comes again, and only then", async () => {
    const kept = {
      name: "piece_kept",
      text: "select x, array[x] as list from generate_series(1, $1::int) as t (x) where x <> $2::int",
      keeps: true as const,
    };
    const ask = async (upTo: number, but: number) => (await send(client, kept, [upTo, but])).rows;
    const first = await ask(3, 0);
    expect(first).toEqual([1, 2, 3].map((x) => ({ x, list: [x] })));
    expect(await ask(3, 0)).toBe(first);
    expect(await ask(3, 3)).toEqual(first.slice(0, 2));
    expect(await ask(3, 0)).toBe(first);

    await send(client, { text: "create temporary table piece_changing as select 1 as x" });
    const changing = {
      name: "piece_now",
      text: "select x from piece_changing",
      keeps: true as const,
    };
    const now = async () => (await send(client, changing)).rows;
    const before = await now();
    expect(await now()).toBe(before);
    await send(client, { text: "update piece_changing set x = 2" });
    expect(await now()).toEqual([{ x: 2 }]);
    await send(client, { text: "insert into piece_changing values (3)" });
    expect(await now()).toEqual([{ x: 2 }, { x: 3 }]);
    await send(client, { text: "delete from piece_changing where x = 3" });
    expect(await now()).toEqual([{ x: 2 }]);
    await send(client, { text: "delete from piece_changing" });
    expect(await now()).toEqual([]);
    expect(before).toEqual([{ x: 1 }]);
  });

  test("is not stopped by a value that can't be read", async () => {
    const [large, after] = await Promise.allSettled([
      send(client, { text: "select 9223372036854775807::bigint as large" }),
      send(client, ONE, [1, null]),
    ]);
    expect(large).toMatchObject({ status: "rejected", reason: expect.any(RangeError) });
    expect(after).toMatchObject({ status: "fulfilled", value: { rowCount: 1 } });
  });
});

test("every statement of a connection that breaks ends", async () => {
  const broken = await pool.connect();
  const sent = [
    send(broken, { text: "select pg_terminate_backend(pg_backend_pid())" }),
    send(broken, ONE, [1, null]),
  ];
  const ends = await Promise.allSettled(sent);
  broken.release(true);
  expect(ends.at(-1)).toMatchObject({ status: "rejected" });
});

test("who waits for a lock gives up", async () => {
  const shown = await send(client, { text: "show lock_timeout" });
  expect(shown.rows).toEqual([{ lock_timeout: "2s" }]);
});
