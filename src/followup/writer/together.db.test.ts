import { subscribe, unsubscribe } from "node:diagnostics_channel";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Answers } from "../../domain/event.ts";
import { itemsOf } from "../../domain/read.ts";
import { basisContent, reportData } from "../../domain/testing/chain.ts";
import { seededRandom, type Uuid } from "../../kernel/ids.ts";
import { executeAkt, runAkt } from "../../store/commands/execute-akt.ts";
import { readForAkter } from "../../store/commands/read-together.ts";
import type { AktRequest } from "../../store/commands/request.ts";
import { openDraft } from "../../store/drafts/open-draft.ts";
import { saveDraft } from "../../store/drafts/save-draft.ts";
import { onceInTenant } from "../../store/in-tenant.ts";
import { CARRIED_OUT, type CarriedOut } from "../../store/piece.ts";
import { rebuildCheck } from "../../store/rebuild.ts";
import { valueOf } from "../../store/testing/cluster.ts";
import {
  aktRequest,
  giveAkt,
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "../../store/testing/test-store.ts";
import { verifyLog } from "../../store/verify.ts";
import { shippedSettings } from "../testing/read-settings.ts";
import { checkRows } from "./check.ts";
import { followupProjector } from "./projector.ts";

const settings = shippedSettings();
const random = seededRandom("keys");
const write = followupProjector({ randomBytes: (length) => random.bytes(length), settings });

interface Place {
  readonly child: Uuid;
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly report: Uuid;
}

let board: TestStore;
let places: readonly Place[];

/** Children with no guardian, one and two: their rows are written by statements of different shapes. */
beforeAll(async () => {
  board = await openTestStore({ projectors: [write] });
  board.setTime("2026-03-02T10:05");
  const made: Place[] = [];
  for (const guardians of [0, 1, 1, 2, 2]) {
    const child = await registerPerson(board, { givenName: "Alva", birthDate: "2014-02-17" });
    for (let each = 0; each < guardians; each += 1) {
      const relation = { relation: board.id(), kind: "guardian", to: child };
      await registerPerson(board, { givenName: "Petra" }, [relation]);
    }
    made.push({ child, ...(await receiveReport(board, child, reportData)) });
  }
  places = made;
});

afterAll(() => board.close());

type Given = Pick<AktRequest, "type"> & Partial<AktRequest>;

/** A command on each akt, all of them in one transaction; and how often a text was carried out. */
async function giveTogether(commandOf: (place: Place, at: number) => Given) {
  const requests = places.map((place, at) =>
    aktRequest(board, { akt: place.akt, matter: place.matter, ...commandOf(place, at) }),
  );
  const texts: string[] = [];
  const listen = (message: unknown) => void texts.push((message as CarriedOut).text);
  subscribe(CARRIED_OUT, listen);
  const results = await onceInTenant(board.pool, board.tenant, async (tx) => {
    const reads = await readForAkter(board.store, tx, requests);
    return Promise.all(
      requests.map((request, at) => runAkt(board.store, tx, request, undefined, reads[at])),
    );
  });
  unsubscribe(CARRIED_OUT, listen);
  const times = (text: string) => texts.filter((each) => each.includes(text)).length;
  return { requests, results, times };
}

async function writeBasis({ akt, matter }: Place): Promise<Uuid> {
  const draft = board.id();
  const { store } = board;
  const specDigest = store.packs.current(board.tenant).digest;
  const changes = fieldsOf(basisContent).map(([path, value]) => {
    return { path, base: 0, value, changeId: board.id() };
  });
  return board.inBoard(async (tx) => {
    const by = { by: board.worker, at: store.clock.now() };
    const document = "decision-basis";
    valueOf(await openDraft(tx, { draft, document, akt, matter, specDigest, ...by }));
    valueOf(await saveDraft(tx, store.packs, { draft, changes, ...by }));
    return draft;
  });
}

function fieldsOf(content: Answers): readonly (readonly [string, unknown])[] {
  return Object.entries(content).flatMap(([field, value]) => {
    const items = itemsOf(value);
    if (items.length === 0) return [[field, value] as const];
    return items.flatMap(({ id, ...item }, at) => [
      [`${field}/${id}/order`, `a${at}`] as const,
      ...Object.entries(item).map(([name, each]) => [`${field}/${id}/${name}`, each] as const),
    ]);
  });
}

async function everythingHolds(): Promise<void> {
  const { store, database } = board;
  expect((await board.inBoard((tx) => verifyLog(tx))).broken).toEqual([]);
  const report = await rebuildCheck(store, database.connections.admin, board.tenant, [
    async (tx, change) => {
      const found = await checkRows(tx, change, settings);
      return found.map(({ kind, subject, how }) => ({ table: kind, key: subject, how }));
    },
  ]);
  expect(report.differences).toEqual([]);
}

describe("commands on different akter in one transaction", () => {
  test("write what each alone would have written, a statement for all of them", async () => {
    const assess = (place: Place, time: string) => ({
      type: "protection.assess",
      ids: { report: place.report },
      data: { assessedAt: time, outcome: "no-immediate-need", reasons: "Trygg." },
    });
    board.setTime("2026-03-02T14:00");
    const assessed = await giveTogether((place) => assess(place, "2026-03-02T14:00"));
    for (const result of assessed.results) valueOf(result);
    // Together with everything else of theirs; the rows of follow-up by the number of guardians.
    expect(assessed.times("insert into event_head")).toBe(1);
    expect(assessed.times("update followup.akt r set")).toBe(2);
    await everythingHolds();

    board.setTime("2026-03-09T09:00");
    for (const { akt, matter, report } of places) {
      const ids = { report, investigation: board.id(), investigator: board.worker };
      const data = { outcome: "open", decidedAt: "2026-03-09T09:00", reason: "Frånvaro." };
      const by = { akt, matter, actor: board.manager };
      valueOf(await giveAkt(board, { ...by, type: "investigation.open", ids, data }));
    }
    board.setTime("2026-03-20T10:00");
    const talk = { occurredAt: "2026-03-20T09:00", alone: true, summary: "Barnet berättar." };
    const informed = { childInformed: "oral", childUnderstood: "yes" };
    for (const { results } of [
      await giveTogether(({ child }) => ({
        type: "party.inform",
        data: { who: [child], ...informed },
      })),
      await giveTogether(({ child }) => ({
        type: "talk.sign",
        data: { withPersons: [child], ...talk },
      })),
    ]) {
      for (const result of results) valueOf(result);
    }
    await everythingHolds();

    board.setTime("2026-05-04T09:00");
    const drafts: Uuid[] = [];
    for (const place of places) drafts.push(await writeBasis(place));
    const sign = (at: number) => ({
      type: "basis.sign",
      ids: { document: board.id() },
      ...(drafts[at] === undefined ? {} : { draft: drafts[at] }),
    });
    const signed = await giveTogether((_, at) => sign(at));
    for (const result of signed.results) valueOf(result);
    expect(signed.times("insert into event_head")).toBe(1);
    expect(signed.times("update followup.utr r set")).toBe(2);
    expect(await board.admin("select path from draft_field")).toEqual([]);
    await everythingHolds();

    // Sent again alone, each gets the answer it got together with the others.
    for (const [at, request] of signed.requests.entries()) {
      expect(await executeAkt(board.store, request)).toEqual(signed.results[at]);
    }
  });

  test("are refused each for itself, and one that ends with an error takes all with it", async () => {
    board.setTime("2026-05-05T09:00");
    const note = (occurredAt: string): Given => ({
      type: "note.sign",
      data: { occurredAt, text: "Samtal." },
    });
    const before = await board.admin("select * from event_head");
    const twice = await giveTogether((_, at) =>
      note(at === 2 ? "2030-01-01T09:00" : "2026-05-05T08:00"),
    );
    expect(twice.results.map(({ ok }) => ok)).toEqual([true, true, false, true, true]);
    expect(await board.admin("select * from event_head")).toHaveLength(before.length + 4);
    const commandId = board.id();
    const same = giveTogether(() => ({ ...note("2026-05-05T08:30"), commandId }));
    await expect(same).rejects.toMatchObject({ constraint: "command_pkey" });
    expect(await board.admin("select * from event_head")).toHaveLength(before.length + 4);
    await everythingHolds();
  });
});
