import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { reportData } from "../domain/testing/chain.ts";
import { followupProjector } from "../followup/writer/projector.ts";
import { shippedSettings } from "../followup/testing/read-settings.ts";
import { seededRandom } from "../kernel/ids.ts";
import { rebuildBoard } from "../store/rebuild-apply.ts";
import { rebuildCheck } from "../store/rebuild.ts";
import {
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "../store/testing/test-store.ts";
import { parseArguments } from "./arguments.ts";
import { followupCheck, rebuild } from "./rebuild.ts";

const settings = shippedSettings();
const random = seededRandom("keys");
const write = followupProjector({ randomBytes: (length) => random.bytes(length), settings });

let board: TestStore;

beforeAll(async () => {
  board = await openTestStore({ projectors: [write] });
  board.setTime("2026-03-02T10:05");
  const child = await registerPerson(board, { givenName: "Alva", birthDate: "2014-02-17" });
  const guardian = { relation: board.id(), kind: "guardian", to: child };
  await registerPerson(board, { givenName: "Petra" }, [guardian]);
  await receiveReport(board, child, reportData);
});

afterAll(() => board.close());

async function found() {
  const { store, tenant, database } = board;
  const checks = [followupCheck(settings)];
  return (await rebuildCheck(store, database.connections.app, tenant, checks)).differences;
}

describe("rows of follow-up in a rebuild", () => {
  test("are compared, and told by what they are about", async () => {
    expect(await found()).toEqual([]);
    await board.admin("update followup.akt set bak_02 = 3");
    expect(await found()).toMatchObject([{ table: "followup.akt", how: "different" }]);
    await board.admin("delete from followup.akt");
    expect(await found()).toMatchObject([{ table: "followup.akt", how: "missing" }]);
  });

  test("are written anew with the board", async () => {
    await board.admin("delete from followup_key");
    await rebuildBoard(board.store, board.tenant);
    expect(await found()).toEqual([]);
  });

  test("are compared from the log where the projections of the family are wrong", async () => {
    await board.admin("delete from relation");
    expect((await found()).map(({ table }) => table)).toEqual(["relation"]);
  });

  test("are not compared for a state that is gone, which is told", async () => {
    await board.admin("delete from stream_state where kind = 'akt'");
    const tables = (await found()).map(({ table }) => table);
    expect(tables).toContain("stream_state");
    expect(tables).not.toContain("followup.akt");
  });
});

describe("mittpunkt rebuild", () => {
  test("says what it can do when it is not told what to do", async () => {
    const err: string[] = [];
    const output = { out: () => undefined, err: (line: string) => void err.push(line) };
    expect(await rebuild(parseArguments([]), output)).toBe(2);
    expect(err).toEqual([
      "Say rebuild --check to compare, or rebuild --board N to write a board anew.",
    ]);
  });

  test("takes the number of a board and nothing else after --board", () => {
    expect(parseArguments(["rebuild", "--board", "3", "--json"])).toMatchObject({
      words: ["rebuild"],
      board: 3,
      unknown: [],
    });
    for (const wrong of [["--board"], ["--board", "x"], ["--board", "0"], ["--board", "-1"]]) {
      expect(parseArguments(wrong)).toMatchObject({ board: undefined });
      expect(parseArguments(wrong).unknown).toContain("--board");
    }
  });
});
