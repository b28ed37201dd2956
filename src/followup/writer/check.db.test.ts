import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { reportData } from "../../domain/testing/chain.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { seededRandom } from "../../kernel/random.ts";
import type { Projected, Projector } from "../../store/deps.ts";
import { valueOf } from "../../store/testing/cluster.ts";
import {
  giveAkt,
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "../../store/testing/test-store.ts";
import type { EngineDeps } from "../engine/deps.ts";
import { makeTable } from "../engine/make-table.ts";
import { shippedSettings, shippedTexts } from "../testing/read-settings.ts";
import { checkRows } from "./check.ts";
import { followupProjector } from "./projector.ts";

const settings = shippedSettings();
const random = seededRandom("keys");
const write = followupProjector({ randomBytes: (length) => random.bytes(length), settings });
const changes: Projected[] = [];
const projector: Projector = (tx, akt) => {
  const project = write(tx, akt);
  return (change) => {
    changes.push(change);
    return project(change);
  };
};

let board: TestStore;
let child: Uuid;

beforeAll(async () => {
  board = await openTestStore({ projectors: [projector] });
  child = await registerPerson(board, {
    givenName: "Alva",
    familyName: "Lind",
    birthDate: "2014-02-17",
    legalSex: "female",
  });
  await registerPerson(board, { givenName: "Petra", familyName: "Lind", legalSex: "female" }, [
    { relation: board.id(), kind: "guardian", to: child },
  ]);
  await registerPerson(board, { givenName: "Tilde", familyName: "Lind" }, [
    { relation: board.id(), kind: "sibling", to: child },
  ]);
});

afterAll(() => board.close());

function engine(): EngineDeps {
  const { pack } = readSpecForTests();
  return {
    pool: board.store.pools.followup,
    clock: board.store.clock,
    packs: { current: () => ({ digest: "digest", pack }) },
    settings,
    texts: shippedTexts(),
  };
}

async function counts(variable: string): Promise<Readonly<Record<string, number>>> {
  const scope = { tenant: board.tenant };
  const { rows, cells } = valueOf(
    await makeTable(engine(), scope, { rows: variable, filters: [] }),
  );
  const counted = rows.map((row, at) => [row.code, cells[at]?.[0] ?? 0] as const);
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}

describe("rows written by commands", () => {
  test("are counted as soon as the command is answered", async () => {
    board.setTime("2026-03-02T10:05");
    const { akt, matter, report } = await receiveReport(board, child, reportData);
    expect(await counts("AKT-03")).toEqual({ school: 1 });
    expect(await counts("AKT-12")).toEqual({ not_asked: 1 });
    expect(await counts("BAK-12")).toEqual({ "1": 1 });
    expect(await counts("BAK-10")).toEqual({ female: 1 });

    board.setTime("2026-03-02T14:00");
    valueOf(
      await giveAkt(board, {
        akt,
        matter,
        type: "protection.assess",
        ids: { report },
        data: { assessedAt: "2026-03-02T14:00", outcome: "no-immediate-need", reasons: "Trygg." },
      }),
    );
    expect(await counts("AKT-12")).toEqual({ "no-immediate-need": 1 });

    board.setTime("2026-03-09T09:00");
    const [investigation] = [board.id()];
    valueOf(
      await giveAkt(board, {
        akt,
        matter,
        actor: board.manager,
        type: "investigation.open",
        ids: { report, investigation, investigator: board.worker },
        data: { outcome: "open", decidedAt: "2026-03-09T09:00", reason: "Frånvaron är hög." },
      }),
    );
    expect(await counts("AKT-17")).toEqual({ "7": 1 });
    expect(await counts("UTR-01")).toEqual({ school: 1 });
  });

  test("agree with what the state says, until somebody changes them by hand", async () => {
    const last = changes.at(-1);
    if (last === undefined) throw new Error("nothing was written");
    const check = () => board.inBoard((tx) => checkRows(tx, last, settings));
    expect(await check()).toEqual([]);
    await board.admin("update followup.akt set akt_03 = akt_03 + 1");
    await board.admin(
      "delete from followup.choice c using followup.utr u where u.row_key = c.row_key and c.place = 1",
    );
    expect(await check()).toMatchObject([
      { kind: "akt", how: "different" },
      { kind: "utr", how: "different" },
    ]);
    await board.admin("delete from followup.utr");
    await board.admin("update followup_key set subject = gen_random_uuid() where kind = 'akt'");
    const found = (await check()).map(({ kind, how }) => `${kind} ${how}`);
    expect(found.toSorted()).toEqual(["akt extra", "akt missing", "utr missing"]);
  });
});
