import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { reportData } from "../domain/testing/chain.ts";
import type { Projected } from "./deps.ts";
import { rebuildCheck } from "./rebuild.ts";
import { rebuildBoard } from "./rebuild-apply.ts";
import { valueOf } from "./testing/cluster.ts";
import {
  giveAkt,
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "./testing/test-store.ts";
import { verifyLog } from "./verify.ts";

let board: TestStore;
const projected: Projected[] = [];

beforeAll(async () => {
  board = await openTestStore({
    projectors: [
      () => async (change) => {
        projected.push(change);
      },
    ],
  });
  board.setTime("2026-03-02T10:05");
  const person = await registerPerson(board, { givenName: "Alva", birthDate: "2014-02-17" });
  const { akt, matter } = await receiveReport(board, person, reportData);
  const data = { occurredAt: "2026-03-02T10:00", text: "Anteckning" };
  valueOf(await giveAkt(board, { akt, matter, type: "note.sign", data }));
});

afterAll(() => board.close());

const check = () => rebuildCheck(board.store, board.database.connections.app, board.tenant);

describe("rebuilding a board", () => {
  test("puts right every row that is missing, other or too many, and leaves the log alone", async () => {
    const heads = await board.admin("select * from event_head order by no");
    await board.admin(`
      update clock set target = '2001-01-01', running = false;
      delete from chronology where type = 'note.signed';
      delete from matter;
      insert into relation select tenant, gen_random_uuid(), person, 'guardian', gen_random_uuid()
        from person;
      update person set given_name = 'Fel';
      delete from person_name;
      update stream_state set state_version = 0, state = '{}'`);
    expect((await check()).differences.length).toBeGreaterThan(5);
    projected.length = 0;
    expect(await rebuildBoard(board.store, board.tenant)).toBe(3);
    expect((await check()).differences).toEqual([]);
    expect(await board.admin("select * from event_head order by no")).toEqual(heads);
    expect((await board.inBoard(verifyLog)).broken).toEqual([]);
    expect(projected.map(({ matters }) => matters.length)).toEqual([1]);
  });

  test("makes states that are gone from their log", async () => {
    await board.admin("delete from stream_state");
    await rebuildBoard(board.store, board.tenant);
    expect((await check()).differences).toEqual([]);
  });
});
