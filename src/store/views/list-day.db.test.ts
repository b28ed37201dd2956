import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Uuid } from "../../kernel/ids.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { openTestStore, registerPerson, type TestStore } from "../testing/test-store.ts";
import { listDay, type DayLine, type DayScope } from "./list-day.ts";
import type { Viewer } from "./row-filter.ts";

let board: TestStore;
let akt: Uuid;
let person: Uuid;

/** A Wednesday; its Sunday is the 29th. */
const today = plainDate("2026-11-25");
const mine = (): DayScope => ({ kind: "mine", staff: board.worker });
const ofUnit = (): DayScope => ({ kind: "unit", unit: board.unit });

beforeAll(async () => {
  board = await openTestStore();
  board.setTime("2026-11-25T10:00");
  person = await registerPerson(board, { givenName: "Alva", birthDate: "2014-02-17" });
  akt = board.id();
});

afterAll(() => board.close());

interface Given {
  readonly severity?: string;
  readonly owner?: string;
  readonly target: string;
  readonly latest?: string;
  readonly worker?: Uuid | null;
  readonly running?: boolean;
}

/** The running clocks of the board are these and no others. */
async function given(clocks: Readonly<Record<string, Given>>): Promise<void> {
  await board.admin("delete from clock");
  for (const [id, clock] of Object.entries(clocks)) {
    const { severity = "B", owner = "authority", target, latest = target, running = true } = clock;
    const worker = clock.worker === null ? "null" : `'${clock.worker ?? board.worker}'`;
    await board.admin(`insert into clock (tenant, akt, clock, matter, person, severity, owner, target,
        legal_latest, running, unit, worker, detail)
      values (${board.tenant}, '${akt}', '${id}', '${akt}', '${person}', '${severity}', '${owner}',
        '${target}', '${latest}', ${running}, '${board.unit}', ${worker}, '{"id": "${id}"}')`);
  }
}

function day(scope: DayScope, limit = 15, filter: Viewer["filter"] = () => "true") {
  const viewer: Viewer = { staff: board.worker, unit: board.unit, filter };
  return board.inBoard((tx) => listDay(tx, scope, viewer, { today, limit }));
}

function inGroups(lines: readonly DayLine[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { group, clock } of lines) (found[group] ??= []).push(clock.id);
  return found;
}

describe("a day", () => {
  test("has each clock in its group, to the day", async () => {
    await given({
      past: { target: "2026-11-20", latest: "2026-11-24" },
      safety: { severity: "A", target: "2026-11-25", latest: "2026-11-26" },
      due: { target: "2026-11-25" },
      behind: { target: "2026-11-24", latest: "2026-11-25" },
      safetyTomorrow: { severity: "A", target: "2026-11-26" },
      sunday: { target: "2026-11-29" },
      monday: { target: "2026-11-30" },
      others: { owner: "party", target: "2026-11-25" },
      othersPast: { owner: "party", target: "2026-11-24" },
      done: { target: "2026-11-24", running: false },
    });
    expect(inGroups(await day(mine()))).toEqual({
      now: ["safety", "past"],
      today: ["behind", "due"],
      week: ["safetyTomorrow", "sunday"],
      later: ["monday"],
      waiting: ["others"],
    });
  });

  test("counts its groups whole, however few of them are shown", async () => {
    await given({
      a: { target: "2026-11-20" },
      b: { target: "2026-11-21" },
      c: { target: "2026-11-22", latest: "2026-11-25" },
      d: { target: "2026-11-23" },
    });
    const lines = await day(mine(), 1);
    expect(inGroups(lines)).toEqual({ now: ["a"], today: ["c"] });
    expect(lines.map(({ inGroup, late, dueToday }) => ({ inGroup, late, dueToday }))).toEqual([
      { inGroup: 3, late: 3, dueToday: 0 },
      { inGroup: 1, late: 0, dueToday: 1 },
    ]);
    expect(lines[0]).toMatchObject({ givenName: "Alva", person, workerName: expect.any(String) });
  });

  test("of a worker holds a child's safety that nobody has been given", async () => {
    const target = "2026-11-25";
    await given({
      own: { severity: "A", target },
      nobodys: { severity: "A", target, worker: null },
      minor: { target, worker: null },
      colleagues: { severity: "A", target, worker: board.manager },
    });
    expect(inGroups(await day(mine()))).toEqual({ now: ["nobodys", "own"] });
    const unit = inGroups(await day(ofUnit()));
    expect(unit).toEqual({ now: ["colleagues", "nobodys", "own"], today: ["minor"] });
  });

  test("of somebody who stands in holds the other's, and a function what nobody has", async () => {
    const target = "2026-11-25";
    await given({
      own: { target },
      theirs: { target, worker: board.manager },
      nobodys: { target, worker: null },
    });
    const show = async (scope: DayScope, standIn: Viewer["standIn"]) => {
      const viewer: Viewer = {
        staff: board.worker,
        unit: board.unit,
        filter: () => "true",
        ...(standIn === undefined ? {} : { standIn }),
      };
      const lines = await board.inBoard((tx) => listDay(tx, scope, viewer, { today, limit: 15 }));
      return inGroups(lines);
    };
    expect(await show(mine(), undefined)).toEqual({ today: ["own"] });
    const standIn = { staff: [board.manager], units: [] };
    expect(await show(mine(), standIn)).toEqual({ today: ["own", "theirs"] });
    const duty = { units: [board.unit], unplaced: false };
    expect(await show({ kind: "mine", staff: board.worker, duty }, undefined)).toEqual({
      today: ["nobodys", "own"],
    });
  });

  test("holds and counts only what the policy lets through", async () => {
    await given({ a: { target: "2026-11-25" } });
    expect(await day(mine(), 15, () => "false")).toEqual([]);
    const open: Viewer["filter"] = (columns) => `not ${columns.protected}`;
    expect((await day(ofUnit(), 15, open)).map(({ inGroup }) => inGroup)).toEqual([1]);
  });
});
