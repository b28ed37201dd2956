import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { reportData } from "../../domain/testing/chain.ts";
import type { PersonCommand } from "../../domain/person/decide-person.ts";
import { seededRandom, type Uuid } from "../../kernel/ids.ts";
import { readProjected } from "../../store/commands/project-others.ts";
import { valueOf } from "../../store/testing/cluster.ts";
import {
  givePerson,
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "../../store/testing/test-store.ts";
import { shippedSettings } from "../testing/read-settings.ts";
import { checkRows } from "./check.ts";
import { followupProjector } from "./projector.ts";

const settings = shippedSettings();
const random = seededRandom("keys");
const write = followupProjector({ randomBytes: (length) => random.bytes(length), settings });

let board: TestStore;
let child: Uuid;
let akt: Uuid;

beforeAll(async () => {
  board = await openTestStore({ projectors: [write] });
  board.setTime("2026-03-02T10:05");
  child = await registerPerson(board, { givenName: "Alva", birthDate: "2014-02-17" });
  ({ akt } = await receiveReport(board, child, reportData));
});

afterAll(() => board.close());

async function change(person: Uuid, command: Partial<PersonCommand>): Promise<void> {
  const whole: PersonCommand = { type: "person.change", data: {}, relations: [], ...command };
  valueOf(await givePerson(board, person, whole));
}

/** What the row of the report says about the child, and whether all rows are as the state says. */
async function background() {
  const { store } = board;
  const [row] = await board.admin<Record<string, unknown>>("select * from followup.akt");
  const wrong = await board.inBoard(async (tx) => {
    const change = await readProjected(store, tx, akt, board.today());
    if (change === undefined) throw new Error("There is no akt");
    return checkRows(tx, change, settings);
  });
  return { age: row?.["bak_02"], sex: row?.["bak_01"], siblings: row?.["bak_12"], wrong };
}

async function guardians(): Promise<number> {
  return (await board.admin("select 1 from followup.guardian where row_kind = 'akt'")).length;
}

describe("a person that is changed", () => {
  test("is so on the rows of its akt at once, without a command on the akt", async () => {
    const before = await background();
    expect(before).toMatchObject({ age: 12, wrong: [] });
    await change(child, { data: { birthDate: "2016-02-17", legalSex: "female" } });
    const after = await background();
    expect(after).toMatchObject({ age: 10, wrong: [] });
    expect(after.sex).not.toEqual(before.sex);
  });

  test("is so on the rows of the children it is related to", async () => {
    expect(await guardians()).toBe(0);
    const relation = board.id();
    const guardian = { relation, kind: "guardian", to: child };
    const mother = await registerPerson(board, { givenName: "Petra" }, [guardian]);
    expect({ ...(await background()), guardians: await guardians() }).toMatchObject({
      guardians: 1,
      wrong: [],
    });
    await change(mother, { data: { countryOfBirth: "SE" } });
    expect((await background()).wrong).toEqual([]);
    await change(mother, {
      relations: [{ ...guardian, validTo: board.today() }],
    });
    expect((await background()).wrong).toEqual([]);
    const sibling = { relation: board.id(), kind: "sibling", to: child };
    await registerPerson(board, { givenName: "Tilde" }, [sibling]);
    expect(await background()).toMatchObject({ siblings: 1, wrong: [] });
  });

  test("undoes its rows where it is refused", async () => {
    const relations = [{ relation: board.id(), kind: "guardian", to: board.id() }];
    const command: PersonCommand = {
      type: "person.change",
      data: { birthDate: "2010-01-01" },
      relations,
    };
    expect((await givePerson(board, child, command)).ok).toBe(false);
    expect(await background()).toMatchObject({ age: 10, wrong: [] });
  });
});
