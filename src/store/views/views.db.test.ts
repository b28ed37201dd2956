import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { reportData } from "../../domain/testing/chain.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { batch } from "../batch.ts";
import { valueOf } from "../testing/cluster.ts";
import {
  aktRequest,
  giveAkt,
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "../testing/test-store.ts";
import { readChronology, type Place } from "./chronology-page.ts";
import { countClocks, listClocks, type ClockScope } from "./list-clocks.ts";
import { findWaiting, listLoads, listMatters } from "./list-matters.ts";
import { readAkt, readEvent, readEvents, readLatestButNotes } from "./read-akt.ts";
import { findBriefs } from "./person-brief.ts";
import type { Viewer } from "./row-filter.ts";

let board: TestStore;
const children: { person: Uuid; akt: Uuid; matter: Uuid; report: Uuid }[] = [];
const CHILDREN = 5;
const NOTES = 2000;

beforeAll(async () => {
  board = await openTestStore();
  for (let n = 1; n <= CHILDREN; n += 1) {
    board.setTime(`2026-03-0${n}T10:05`);
    const person = await registerPerson(board, {
      givenName: `Barn${n}`,
      familyName: "Lind",
      birthDate: "2014-02-17",
      ...(n === CHILDREN ? { protectionLevel: "secrecy-marking" } : {}),
    });
    const data = { ...reportData, arrivedAt: `2026-03-0${n}T10:00` };
    const received = await receiveReport(board, person, data);
    children.push({ person, ...received });
  }
  const assign = (n: number, ids: Record<string, Uuid>) =>
    giveAkt(board, {
      akt: children[n]!.akt,
      matter: children[n]!.matter,
      type: "matter.assign",
      actor: board.manager,
      ids,
    }).then(valueOf);
  await assign(0, { worker: board.worker, unit: board.unit });
  await assign(1, { worker: board.manager, coWorker: board.worker, unit: board.unit });
  await assign(2, { worker: board.manager, unit: board.unit });
  const { akt, matter } = children[0]!;
  const occurredAt = "2026-03-01T10:30";
  const notes = Array.from({ length: NOTES }, (_, n) =>
    aktRequest(board, {
      akt,
      matter,
      type: "note.sign",
      data: { occurredAt, text: `Anteckning ${n} `.repeat(20) },
    }),
  );
  const results = await batch(
    board.store,
    board.tenant,
    notes.map((request) => ({ kind: "akt" as const, request })),
  );
  results.forEach(valueOf);
  await board.admin("vacuum analyze");
}, 120_000);

afterAll(() => board.close());

function viewer(more: Partial<Viewer> = {}): Viewer {
  return { staff: board.worker, unit: board.unit, filter: () => "true", ...more };
}

const mine = (): ClockScope => ({ kind: "mine", staff: board.worker });
const ofUnit = (): ClockScope => ({ kind: "unit", unit: board.unit });
const today = plainDate("2026-03-06");

function clocks(scope: ClockScope, limit = 100, who = viewer()) {
  return board.inBoard((tx) => listClocks(tx, scope, who, { today, limit }));
}

describe("running clocks", () => {
  test("are mine as worker and as co-worker", async () => {
    const { lines } = await clocks(mine());
    expect(new Set(lines.map((line) => line.akt))).toEqual(
      new Set([children[0]!.akt, children[1]!.akt]),
    );
    expect(lines[0]).toMatchObject({ familyName: "Lind", unitName: "Enhet Norr" });
  });

  test("of the unit hold those no unit has yet, by severity and then by day", async () => {
    const { lines, next } = await clocks(ofUnit());
    expect(new Set(lines.map((line) => line.akt)).size).toBe(CHILDREN);
    const keys = lines.map((line) => `${line.clock.severity} ${line.clock.target}`);
    expect(keys).toEqual(keys.toSorted());
    expect(next).toBeUndefined();
  });

  test("of nobody are those of severity A in matters without worker and co-worker", async () => {
    const { lines } = await clocks({ kind: "nobodys", unit: board.unit });
    const unassigned = new Set([children[3]!.akt, children[4]!.akt]);
    const wanted = (await clocks(ofUnit())).lines.filter(
      (line) => unassigned.has(line.akt) && line.clock.severity === "A",
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect(lines).toEqual(wanted);
  });

  test("come in pages that leave nothing out and nothing double", async () => {
    const whole = (await clocks(ofUnit())).lines.map((line) => `${line.akt} ${line.clock.id}`);
    const paged: string[] = [];
    let after: Awaited<ReturnType<typeof clocks>>["next"];
    do {
      const page = await board.inBoard((tx) =>
        listClocks(tx, ofUnit(), viewer(), {
          today,
          limit: 2,
          ...(after === undefined ? {} : { after }),
        }),
      );
      paged.push(...page.lines.map((line) => `${line.akt} ${line.clock.id}`));
      after = page.next;
    } while (after !== undefined);
    expect(paged).toEqual(whole);
    const counts = await board.inBoard((tx) => countClocks(tx, ofUnit(), viewer(), today));
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(whole.length);
  });

  test("show only rows the policy lets through", async () => {
    const guarded = children.at(-1)!.akt;
    const filter: Viewer["filter"] = (columns) => `not ${columns.protected}`;
    const { lines } = await clocks(ofUnit(), 100, viewer({ filter }));
    expect(lines.map((line) => line.akt)).not.toContain(guarded);
    const own: Viewer["filter"] = (columns, { staff }) => `${columns.worker} = ${staff}`;
    const { lines: ownLines } = await clocks(ofUnit(), 100, viewer({ filter: own }));
    expect(new Set(ownLines.map((line) => line.akt))).toEqual(new Set([children[0]!.akt]));
    const { lines: none } = await clocks(ofUnit(), 100, viewer({ filter: () => "false" }));
    expect(none).toEqual([]);
  });
});

describe("running matters", () => {
  const list = (select: Parameters<typeof listMatters>[2]["select"], unit?: Uuid) =>
    board.inBoard((tx) =>
      listMatters(tx, viewer(), { unit, select, limit: 50 }).then(({ lines }) =>
        lines.map((line) => line.matter),
      ),
    );

  test("of the unit, oldest first, and those nobody has", async () => {
    expect(await list("all", board.unit)).toEqual(children.map((child) => child.matter));
    expect(await list("unallocated", board.unit)).toEqual([
      children[3]!.matter,
      children[4]!.matter,
    ]);
    expect(await board.inBoard((tx) => findWaiting(tx, board.unit, today))).toEqual({
      unallocated: 2,
      reviews: false,
      glass: false,
    });
    expect(await list("to-review", board.unit)).toEqual([]);
  });

  test("tell the next day to work to, and what each one carries", async () => {
    const { lines } = await board.inBoard((tx) =>
      listMatters(tx, viewer(), { unit: board.unit, select: "all", limit: 1 }),
    );
    expect(lines[0]!.nextClock?.owner).toBe("authority");
    const staff = [board.worker, board.manager, board.id()];
    const loads = await board.inBoard((tx) => listLoads(tx, staff, plainDate("2026-04-01")));
    expect(loads.map((load) => load.running)).toEqual([1, 2, 0]);
    expect(loads.map((load) => load.clocksDue > 0)).toEqual([true, true, false]);
  });
});

describe("an akt with two thousand notes", () => {
  const akt = () => children[0]!.akt;

  test("is paged newest first through the whole chronology", async () => {
    let seen = 0;
    let before: Place | undefined;
    let last = "9999-12-31";
    do {
      const page = await board.inBoard((tx) =>
        readChronology(tx, akt(), { limit: 300, ...(before === undefined ? {} : { before }) }),
      );
      for (const { on, seq } of page.lines) {
        const place = `${on} ${String(seq).padStart(6, "0")}`;
        expect(place < last).toBe(true);
        last = place;
      }
      seen += page.lines.length;
      before = page.before;
    } while (before !== undefined);
    expect(seen).toBe(NOTES + 3);
  });

  test("is narrowed by type and by matter", async () => {
    const page = (more: object) =>
      board.inBoard((tx) => readChronology(tx, akt(), { limit: 5, only: more }));
    expect((await page({ types: ["report.received"] })).lines).toHaveLength(1);
    const inMatter = await page({ matter: children[0]!.matter, types: ["matter.assigned"] });
    expect(inMatter.lines).toHaveLength(1);
    expect((await page({ matter: board.id() })).lines).toEqual([]);
  });

  test("finds what a page quotes past all the notes", async () => {
    const matters = [children[0]!.matter];
    const types = ["matter.assigned", "report.received", "note.signed"];
    const latest = async (limit: number, more: object = {}) => {
      const wanted = { types, matters, limit, ...more };
      const found = await board.inBoard((tx) => readLatestButNotes(tx, akt(), wanted));
      return found.map(({ event }) => event.seq);
    };
    // The akt, the report and the allocation came before the notes.
    expect(await latest(10)).toEqual([3, 2]);
    expect(await latest(1)).toEqual([3]);
    expect(await latest(10, { matters: [board.id()] })).toEqual([]);
    expect(await latest(10, { matters: undefined })).toEqual([3, 2]);
    expect(await latest(10, { types: ["report.received"] })).toEqual([2]);
  });

  test("gives its state, its clocks and single events without reading the log", async () => {
    const view = await board.inBoard((tx) => readAkt(tx, akt(), today));
    expect(view).toMatchObject({ seq: NOTES + 3, child: { person: children[0]!.person } });
    const event = await board.inBoard((tx) => readEvent(tx, akt(), 5));
    expect(event?.event.body.data["text"]).toContain("Anteckning");
    const some = await board.inBoard((tx) => readEvents(tx, akt(), [1, 2, 2, 99_999]));
    expect([...some.keys()]).toEqual([1, 2]);
    expect(await board.inBoard((tx) => readEvent(tx, akt(), 99_999))).toBeUndefined();
    expect(await board.inBoard((tx) => readAkt(tx, board.id(), today))).toBeUndefined();
  });

  test("keeps its fold small", async () => {
    const [row] = await board.admin<{ size: number }>(
      `select octet_length(state::text) as size from stream_state where stream = '${akt()}'`,
    );
    expect(row!.size).toBeLessThan(8_000);
  });
});

describe("briefs", () => {
  test("are given by id, once each, and none for nobody", async () => {
    const wanted = [children[0]!.person, children[0]!.person, board.id()];
    const briefs = await board.inBoard((tx) => findBriefs(tx, wanted));
    expect([...briefs.values()].map((brief) => brief.givenName)).toEqual(["Barn1"]);
    expect(await board.inBoard((tx) => findBriefs(tx, []))).toEqual(new Map());
  });
});
