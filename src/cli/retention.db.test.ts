import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Uuid } from "../kernel/ids.ts";
import { shippedSettings } from "../followup/testing/read-settings.ts";
import {
  agree,
  COPIES,
  correctMunicipality,
  DAY,
  digestOf,
  needlesOf,
  openReady,
  parseProtocol,
  protocolOf,
  tablesWith,
  writeNew,
  type World,
} from "../followup/testing/retention-world.ts";
import {
  findRelease,
  tableThatMayLeave,
  type MayLeave,
} from "../followup/release/release-table.ts";
import { executeRun } from "../store/retention/execute-run.ts";
import type { FollowupPart } from "../store/retention/followup-part.ts";
import { groupsOf, listDueToday } from "../store/retention/due-list.ts";
import { listMunicipalities } from "../store/retention/municipality.ts";
import { retainedOfAkter } from "../store/retention/retained-akter.ts";
import { continueRetention, refreshRetention } from "../store/retention/retention-list.ts";
import { listHolds, setHold } from "../store/retention/holds.ts";
import { findRun, proposeRun } from "../store/retention/runs.ts";
import { notOpen } from "../store/retention/testing/families.ts";
import { rebuildCheck } from "../store/rebuild.ts";
import { valueOf } from "../store/testing/cluster.ts";
import { verifyLog } from "../store/verify.ts";
import { verifySeals } from "../store/verify-seals.ts";
import { followupCheck } from "./rebuild.ts";

const settings = shippedSettings();

/** Only the links of the chains stay: ids of streams, and nothing of what was in them. */
const LINKS = ["public.event_head", "public.retention_link"];

let world: World;
let run: Uuid;
let untouched: readonly string[];
let before: readonly string[];
let figures: string;
let inUse: readonly string[];

/** The reports of 2026 by who reported, as they may leave the board; nothing is kept of having asked. */
async function figuresOf({ test, release }: World): Promise<string> {
  const query = { rows: "AKT-03", from: "2026-01-01", to: "2026-12-31", filters: [] };
  const asked = { scope: { tenant: test.tenant }, query, releasing: undefined };
  const told = await test.inBoard((tx) => tableThatMayLeave(tx, release, asked));
  return countsOf(valueOf(told));
}

function countsOf(told: MayLeave | undefined): string {
  return JSON.stringify([told?.table.rows, told?.table.cells]);
}

beforeAll(async () => {
  world = await openReady();
}, 120_000);

afterAll(() => world?.test.close());

test("the list is made a part at a time, anew for another municipality, and then follows what happens", async () => {
  const { test, changed, partly } = world;
  const { law } = test.store.law;
  const look = (most?: number) =>
    test.inBoard(async (tx) => ({
      complete: await refreshRetention(tx, law, test.today(), most),
      groups: (await groupsOf(tx, test.today())).map((each) => [each.rule, each.matters]),
    }));
  expect(await correctMunicipality(world, "0480", "1480")).toEqual([]);
  expect(await look()).toEqual({ complete: true, groups: [["M-09", 8]] });
  // Somebody else sees an older page.
  expect(await correctMunicipality(world, "0480", "0380")).toEqual([
    "retention.municipality-changed",
  ]);
  expect(await correctMunicipality(world, "1480", "0480")).toEqual([]);
  const said = await test.inBoard(listMunicipalities);
  expect(said.map(({ municipality, setBy }) => [municipality, setBy])).toEqual(
    ["0480", "1480", "0480"].map((code) => [code, test.manager]),
  );
  expect(await look(0)).toMatchObject({ complete: false });
  await continueRetention(test.store, test.tenant);
  const sorted = [
    ["M-05", 5],
    ["M-07", 1],
    ["M-08", 1],
    ["M-09", 1],
  ];
  expect(await look(0)).toEqual({ complete: true, groups: sorted });
  const rows = await test.inBoard(async (tx) => {
    const listed = await tx.rows<{ akt: Uuid; akter: Uuid[]; matter: Uuid; earliest: string }>({
      text: "select akt, akter, matter, earliest from retention_matter order by matter",
    });
    const akter = [...new Set(listed.map(({ akt }) => akt))];
    const exact = await retainedOfAkter(tx, law, akter, test.today());
    return { listed, exact: exact.toSorted((a, b) => (a.matter < b.matter ? -1 : 1)) };
  });
  expect(rows.listed.map(({ matter, earliest }) => [matter, earliest])).toEqual(
    rows.exact.map(({ matter, retention }) => [matter, retention.earliest ?? null]),
  );
  expect(new Set(rows.listed.map(({ akt }) => akt))).toContain(partly.akt);
  expect(new Set(rows.listed.map(({ akt }) => akt))).toContain(changed.akt);
});

test("before the day nothing is due", async () => {
  const { test: board, part } = world;
  board.setTime("2031-03-01T08:00");
  const due = await board.inBoard((tx) =>
    listDueToday(tx, board.store.law.law, board.today(), part),
  );
  expect([due.matters, due.rows]).toEqual([[], []]);
});

test("what holds back sent again is made once, and its id is of that alone", () =>
  world.test.inBoard(async (tx) => {
    const [had] = await listHolds(tx);
    const by = { staff: world.test.manager, at: world.test.store.clock.now() };
    const set = async (hold = world.test.id(), reason = had?.reason ?? "") => {
      const done = await setHold(tx, hold, had?.numbers[0] ?? "", { ...by, reason });
      return done.ok ? "held" : done.problems[0]?.id;
    };
    expect(await set(had?.hold)).toBe("held");
    expect(await set(had?.hold, "Annat.")).toBe("command.id-taken");
    expect(await set()).toBe("retention.held-already");
  }));

describe("a destruction run", () => {
  beforeAll(async () => {
    const { test, sampled, sibling, held } = world;
    test.setTime(`${DAY}T08:00`);
    run = await agree(world);
    inUse = await correctMunicipality(world, "0480", "1480");
    await writeNew(world);
    untouched = await Promise.all([sampled, sibling, held].map((each) => digestOf(test, each)));
    before = await tablesWith(test, needlesOf(world));
    figures = await figuresOf(world);
    valueOf(await executeRun(test.store, test.tenant, { followup: world.part }));
  }, 120_000);

  test("rests on the code of the municipality, which nobody corrects meanwhile", () => {
    expect(inUse).toEqual(["retention.municipality-in-use"]);
  });

  test("leaves nothing of the child in any table but the links of the chain", async () => {
    expect(before.length).toBeGreaterThan(15);
    expect(await tablesWith(world.test, needlesOf(world))).toEqual(LINKS);
  });

  test("leaves the others as they were, byte by byte, and the original of a shared report", async () => {
    const { test, sampled, sibling, held, changed, kept, shared } = world;
    const now = await Promise.all([sampled, sibling, held].map((each) => digestOf(test, each)));
    expect(now).toEqual(untouched);
    const matters = await test.admin<{ matter: string }>("select matter from matter");
    const left = new Set(matters.map(({ matter }) => matter));
    const those = [sibling, sampled, held, changed, kept].map(({ matter }) => matter);
    expect(left).toEqual(new Set(those));
    expect(await tablesWith(test, [shared.matter, shared.akt])).toEqual(LINKS);
    expect(await test.admin("select from sealed_original")).toHaveLength(1);
  });

  test("leaves chains, seals, anchors and everything derived sound", async () => {
    const { test } = world;
    const log = await test.inBoard(verifyLog);
    expect(log.broken).toEqual([]);
    expect(log.destroyed).toBeGreaterThan(10);
    expect((await test.inBoard(verifySeals)).faults).toEqual([]);
    const check = [followupCheck(settings)];
    const { app } = test.database.connections;
    expect((await rebuildCheck(test.store, app, test.tenant, check)).differences).toEqual([]);
  });

  test("tells in its protocol what went and why, what stayed, and when the last backup is gone", async () => {
    const found = await world.test.inBoard((tx) => findRun(tx, run));
    expect(found).toMatchObject({ state: "done", finishedOn: DAY, backupsGoneOn: "2031-06-06" });
    const protocol = parseProtocol(found?.protocol);
    const told = protocol.matters.map(({ rule, state, leftWhy }) => `${rule} ${state} ${leftWhy}`);
    const done = "M-05 done null";
    expect(told.toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      done,
      done,
      done,
      "M-05 left changed",
    ]);
    expect(protocol).toMatchObject({ persons: { destroyed: 4, named: 0 } });
    expect(protocol.rows.map(({ counts, rule }) => [rule, counts.rows])).toEqual([
      ["M-07b", 5 + COPIES],
    ]);
    expect(protocol.frozen.map(({ question }) => question)).toEqual(["AKT-03", "AKT-13", "AKT-16"]);
  });

  test("keeps the figures of the year as they were, though its rows are gone", async () => {
    const { test } = world;
    const [frozen] = await test.admin<{ release: Uuid | null }>(
      "select release from retention_frozen where question = 'AKT-03' and year = 2026",
    );
    const release = frozen?.release ?? undefined;
    const kept =
      release === undefined ? undefined : await test.inBoard((tx) => findRelease(tx, release));
    expect(figures).toMatch(/\b4\d\b/u);
    expect(countsOf(kept)).toBe(figures);
    const copies = `row_key between 900001 and ${900_000 + COPIES}`;
    expect(await test.admin(`select from followup.akt where ${copies}`)).toHaveLength(0);
  });

  test("is not carried out twice, nor with a clock that is set back", async () => {
    const { test, part } = world;
    const again = () => executeRun(test.store, test.tenant, { followup: part });
    expect(await again()).toEqual({ ok: true, value: undefined });
    test.setTime("2031-05-01T08:00");
    const by = { staff: test.worker, at: test.store.clock.now(), today: test.today() };
    const early = await test.inBoard((tx) => proposeRun(tx, test.store.law, test.id(), by, part));
    expect(early).toMatchObject({ ok: false, problems: [{ id: "retention.clock-back" }] });
    const taken = await test.inBoard((tx) => proposeRun(tx, test.store.law, run, by, part));
    expect(taken).toMatchObject({ ok: false, problems: [{ id: "command.id-taken" }] });
    test.setTime(`${DAY}T08:00`);
  });
});

test("the original of a report about several children goes with the last child's part", async () => {
  const { test, sibling, part } = world;
  test.setTime(`${DAY}T11:00`);
  await notOpen(test, sibling);
  const original = () => test.admin("select from sealed_original");
  const runOn = async (day: string) => {
    test.setTime(`${day}T08:00`);
    await agree(world);
    valueOf(await executeRun(test.store, test.tenant, { followup: part }));
  };
  test.setTime("2036-05-01T08:00");
  const due = await test.inBoard((tx) => listDueToday(tx, test.store.law.law, test.today(), part));
  expect(due.matters).toEqual([]);
  expect(await original()).toHaveLength(1);
  await runOn("2036-05-02");
  expect(await original()).toHaveLength(0);
  expect(await tablesWith(test, [sibling.matter, "Gemensamma ord."])).toEqual([]);
  expect((await test.inBoard(verifyLog)).broken).toEqual([]);
});

/** Loses the connection to the database in the middle of each transaction that destroys rows or a matter. */
function cutting({ test, part }: World): FollowupPart {
  const cut = async <T>(work: Promise<T>): Promise<T> => {
    const value = await work;
    await test.admin(`select pg_terminate_backend(pid) from pg_stat_activity
      where usename = 'mp_retention' and datname = current_database()`);
    return value;
  };
  return {
    ...part,
    destroy: (...all) => cut(part.destroy(...all)),
    destroyOfMatter: (...all) => cut(part.destroyOfMatter(...all)),
  };
}

describe("a run that is stopped", () => {
  let stopped: World;
  beforeAll(async () => {
    stopped = await openReady();
  }, 120_000);
  afterAll(() => stopped?.test.close());

  test("between and inside its steps goes on where it was and ends the same", async () => {
    const { test, part } = stopped;
    test.setTime(`${DAY}T08:00`);
    const id = await agree(stopped);
    await writeNew(stopped);
    test.setTime("2031-05-01T08:00");
    const followup = { followup: part };
    const early = await executeRun(test.store, test.tenant, followup);
    expect(early).toMatchObject({ ok: false, problems: [{ id: "retention.clock-back" }] });
    test.setTime(`${DAY}T08:00`);
    for (const [nth, step] of ["frozen", "rows", "matter", "matter", "person"].entries()) {
      const between = executeRun(test.store, test.tenant, {
        ...followup,
        afterStep: (done) => {
          if (done === step) throw new Error(`stopped after ${step} ${nth}`);
        },
      });
      await expect(between).rejects.toThrow(`stopped after ${step} ${nth}`);
      if (step === "person") break;
      const cut = executeRun(test.store, test.tenant, { followup: cutting(stopped) });
      await expect(cut).rejects.toThrow(/terminat|Connection|away|closed/u);
    }
    valueOf(await executeRun(test.store, test.tenant, followup));
    const [here, there] = await Promise.all([protocolOf(stopped, id), protocolOf(world, run)]);
    expect(here).toEqual(there);
    expect(await tablesWith(test, needlesOf(stopped))).toEqual(LINKS);
    expect((await test.inBoard(verifyLog)).broken).toEqual([]);
  }, 120_000);
});
