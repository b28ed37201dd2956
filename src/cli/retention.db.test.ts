import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Uuid } from "../kernel/ids.ts";
import { shippedSettings } from "../followup/testing/read-settings.ts";
import {
  agree,
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
import { executeRun } from "../store/retention/execute-run.ts";
import type { FollowupPart } from "../store/retention/followup-part.ts";
import { findRun, listDueToday, proposeRun } from "../store/retention/runs.ts";
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

beforeAll(async () => {
  world = await openReady();
}, 120_000);

afterAll(() => world?.test.close());

test("before the day nothing is due", async () => {
  const { test: board, part } = world;
  board.setTime("2031-03-01T08:00");
  const due = await board.inBoard((tx) =>
    listDueToday(tx, board.store.law.law, board.today(), part),
  );
  expect([due.matters, due.rows]).toEqual([[], []]);
});

describe("a destruction run", () => {
  beforeAll(async () => {
    const { test, sampled, sibling, held } = world;
    test.setTime(`${DAY}T08:00`);
    run = await agree(world);
    await writeNew(world);
    untouched = await Promise.all([sampled, sibling, held].map((each) => digestOf(test, each)));
    before = await tablesWith(test, needlesOf(world));
    valueOf(await executeRun(test.store, test.tenant, { followup: world.part }));
  }, 120_000);

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
    expect(protocol.rows.map(({ counts, rule }) => [rule, counts.rows])).toEqual([["M-07b", 5]]);
    expect(protocol.frozen.map(({ question }) => question)).toEqual(["AKT-03", "AKT-13", "AKT-16"]);
  });

  test("is not carried out twice, nor with a clock that is set back", async () => {
    const { test, part } = world;
    const again = () => executeRun(test.store, test.tenant, { followup: part });
    expect(await again()).toEqual({ ok: true, value: undefined });
    test.setTime("2031-05-01T08:00");
    const by = { staff: test.worker, at: test.store.clock.now(), today: test.today() };
    const early = await test.inBoard((tx) => proposeRun(tx, test.store.law, test.id(), by, part));
    expect(early).toMatchObject({ ok: false, problems: [{ id: "retention.clock-back" }] });
    test.setTime(`${DAY}T08:00`);
  });
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
