import { afterAll, beforeAll, expect, test } from "vitest";

import { reportData } from "../domain/testing/chain.ts";
import type { CarriedOut } from "../store/piece.ts";
import { knownStatements } from "../store/statement.ts";
import { BOARDLESS_STATEMENTS } from "../store/testing/boardless-statements.ts";
import { listenToStatements, shownElsewhere } from "../store/testing/sent-statements.ts";
import {
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "../store/testing/test-store.ts";
import "../access/board-sign-in.ts";
import "../access/boards.ts";

/**
 * Each database of a test is asked at its end whether a statement that was sent to it finds or changes anything with
 * another board set (`src/store/testing/database.ts`). Here: that this would be told, and what is excused.
 */
let board: TestStore;
let empty: TestStore;
const name = () => board.database.connections.app.database;

beforeAll(async () => {
  board = await openTestStore();
  empty = await openTestStore();
  board.setTime("2026-03-02T10:05");
  const person = await registerPerson(board, { givenName: "Alva", birthDate: "2014-02-17" });
  await receiveReport(board, person, reportData);
});

afterAll(async () => {
  await board.close();
  await empty.close();
});

/** What of some statements shows when another board is set. */
async function shown(...texts: readonly string[]): Promise<readonly string[]> {
  const sent = texts.map((text): CarriedOut => {
    return { text, values: [], rows: 1, touched: 1, database: name(), role: "mp_app" };
  });
  const nothing = async () => empty.database.connections;
  const leaks = await shownElsewhere(board.database.connections, nothing, sent);
  return leaks.map(({ text }) => text);
}

test("what is sent is heard, once a text, by the time it found something", async () => {
  const listening = listenToStatements(name());
  const ask = (given: string) => ({ text: `select 1 from person where given_name = '${given}'` });
  const some = { text: "select given_name from person where given_name = $1" };
  await board.inBoard(async (tx) => {
    await tx.rows(ask("Alva"));
    await tx.rows(some, ["Nobody"]);
    await tx.rows(some, ["Alva"]);
  });
  const heard = listening.stop().map(({ text, values, touched }) => [text, values, touched]);
  expect(heard).toEqual([
    [ask("Alva").text, [], 1],
    [some.text, ["Alva"], 1],
  ]);
});

test("a statement that gives or changes rows of another board is told", async () => {
  await board.admin(`
    create view seen_by_owner as select given_name from person;
    create function renamed() returns bigint language sql security definer as
      $$ with done as (update person set given_name = 'X' returning 1) select count(*) from done $$;
    create table unguarded as select given_name from person;
    grant select, update on seen_by_owner, unguarded to mp_app`);
  const leaking = [
    "select given_name from seen_by_owner",
    "select count(*) from seen_by_owner",
    "select exists (select from unguarded)",
    "update unguarded set given_name = 'X'",
    "select renamed()",
    "declare some no scroll cursor for select given_name from unguarded",
  ];
  expect(await shown(...leaking)).toEqual(leaking);
  const [row] = await board.admin<{ name: string }>("select given_name as name from person");
  expect(row?.name).toBe("Alva");
});

test("one that gives none is not, nor a count of none, nor what any database says", async () => {
  const harmless = [
    "select given_name from person",
    "select count(*), sum(seq), bool_or(true) from event",
    "select 'akt' as kind, count(*) from akt",
    "select relname from pg_class where relname = 'person'",
    "update person set given_name = 'X'",
    "insert into unit values (1, gen_random_uuid(), 'X')",
    "select pg_advisory_xact_lock(1)",
  ];
  expect(await shown(...harmless)).toEqual([]);
});

test("those that are excused are sent, each with its reason", () => {
  const texts = [...knownStatements().values()];
  for (const [part, reason] of Object.entries(BOARDLESS_STATEMENTS)) {
    expect(
      texts.filter((text) => text.includes(part)),
      part,
    ).toHaveLength(1);
    expect(reason.length).toBeGreaterThan(30);
  }
  expect(Object.keys(BOARDLESS_STATEMENTS).length).toBeLessThan(8);
});
