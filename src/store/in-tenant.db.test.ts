import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { atOnceInTenant, inTenant, withSavepoint, type Tx } from "./in-tenant.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let board: TestStore;

const INSERT = { text: "insert into person_name_word (tenant, word, sound) values ($1, $2, $2)" };
const WORDS = { text: "select word from person_name_word where tenant = $1 order by word" };

beforeAll(async () => {
  board = await openTestStore();
});
beforeEach(() => board.admin("delete from person_name_word"));
afterAll(() => board.close());

async function words(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ word: string }>(WORDS, [tx.tenant]);
  return rows.map(({ word }) => word);
}

const stored = () => inTenant(board.store.pools.app, board.tenant, words);

describe("what is written", () => {
  test("last goes with the commit, and fails the whole transaction when it fails", async () => {
    await board.inBoard(async (tx) => tx.write(INSERT, [tx.tenant, "sist"]));
    const failed = board.inBoard(async (tx) => {
      await tx.run(INSERT, [tx.tenant, "först"]);
      tx.write(INSERT, [tx.tenant, null]);
    });
    await expect(failed).rejects.toMatchObject({ code: "23502" });
    expect(await stored()).toEqual(["sist"]);
  });

  test("is undone with the part it belongs to", async () => {
    await board.inBoard(async (tx) => {
      for (const [word, kept] of [
        ["behålls", true],
        ["ångras", false],
      ] as const) {
        const part = async (inner: Tx) => inner.write(INSERT, [tx.tenant, word]);
        await withSavepoint(tx, part, () => kept);
      }
    });
    expect(await stored()).toEqual(["behålls"]);
  });
});

describe("work that asks for all at once", () => {
  const atOnce = <T>(work: (tx: Tx) => Promise<T>) =>
    atOnceInTenant(board.store.pools.app, board.tenant, work);

  test("runs once and is committed", async () => {
    let runs = 0;
    const value = await atOnce(async (tx) => {
      runs += 1;
      const [changed, found] = await Promise.all([tx.run(INSERT, [tx.tenant, "ett"]), words(tx)]);
      return { changed, found };
    });
    expect([value, runs]).toEqual([{ changed: 1, found: ["ett"] }, 1]);
    expect(await stored()).toEqual(["ett"]);
  });

  test("is run anew in an ordinary transaction when it asks for more", async () => {
    let runs = 0;
    const value = await atOnce(async (tx) => {
      runs += 1;
      const before = await words(tx);
      await tx.run(INSERT, [tx.tenant, "två"]);
      return { before, after: await words(tx) };
    });
    expect([value, runs]).toEqual([{ before: [], after: ["två"] }, 2]);
  });

  test("throws what a statement of it throws, and leaves nothing", async () => {
    const failed = atOnce((tx) =>
      Promise.all([tx.run(INSERT, [tx.tenant, "kvar?"]), tx.run({ text: "select 1 / 0" })]),
    );
    await expect(failed).rejects.toMatchObject({ code: "22012" });
    expect(await stored()).toEqual([]);
  });
});
