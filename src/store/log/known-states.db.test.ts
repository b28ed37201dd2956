import { afterAll, beforeAll, expect, test } from "vitest";

import { reportData } from "../../domain/testing/chain.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { valueOf } from "../testing/cluster.ts";
import {
  giveAkt,
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "../testing/test-store.ts";
import { keepStates } from "./known-states.ts";
import { readStreamState } from "./stream-state.ts";
import { aktFold } from "./streams.ts";

let board: TestStore;
const akter: { akt: Uuid; matter: Uuid }[] = [];

beforeAll(async () => {
  board = await openTestStore();
  board.setTime("2026-03-02T10:05");
  for (const givenName of ["Alva", "Bo"]) {
    const person = await registerPerson(board, { givenName, birthDate: "2014-02-17" });
    akter.push(await receiveReport(board, person, reportData));
  }
});

afterAll(() => board.close());

test("a stream that has not moved is the same state, not one like it", async () => {
  const states = keepStates(aktFold);
  const akt = akter[0]!.akt;
  const first = await board.inBoard((tx) => states.read(tx, akt));
  expect(first).toEqual(await board.inBoard((tx) => readStreamState(tx, aktFold, akt)));
  expect((await board.inBoard((tx) => states.read(tx, akt)))?.state).toBe(first?.state);
});

test("one that has moved is read anew", async () => {
  const states = keepStates(aktFold);
  const { akt, matter } = akter[0]!;
  const before = await board.inBoard((tx) => states.read(tx, akt));
  valueOf(
    await giveAkt(board, {
      akt,
      matter,
      type: "matter.assign",
      actor: board.manager,
      ids: { worker: board.worker, unit: board.unit },
    }),
  );
  const after = await board.inBoard((tx) => states.read(tx, akt));
  expect(after?.seq).toBeGreaterThan(before?.seq ?? Number.NaN);
  expect(after).toEqual(await board.inBoard((tx) => readStreamState(tx, aktFold, akt)));
});

test("only so many are kept, and one that is not there is none", async () => {
  const states = keepStates(aktFold, 1);
  const [one, other] = akter.map(({ akt }) => akt);
  const first = await board.inBoard((tx) => states.read(tx, one!));
  await board.inBoard((tx) => states.read(tx, other!));
  const again = await board.inBoard((tx) => states.read(tx, one!));
  expect(again).toEqual(first);
  expect(again?.state).not.toBe(first?.state);
  expect(await board.inBoard((tx) => states.read(tx, board.id()))).toBeUndefined();
});
