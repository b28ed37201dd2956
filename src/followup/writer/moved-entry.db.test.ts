import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { checkRows } from "./check.ts";
import { followupProjector } from "./projector.ts";
import { shippedSettings } from "../testing/read-settings.ts";
import { reportData } from "../../domain/testing/chain.ts";
import { seededRandom, type Uuid } from "../../kernel/ids.ts";
import { transactCommand } from "../../store/commands/transact-command.ts";
import { rebuildCheck, type RowCheck } from "../../store/rebuild.ts";
import { valueOf } from "../../store/testing/cluster.ts";
import {
  entry,
  giveAkt,
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "../../store/testing/test-store.ts";
import { verifyLog } from "../../store/verify.ts";
import { runMove } from "../../store/record/move-entry.ts";

const settings = shippedSettings();
const random = seededRandom("keys");
const write = followupProjector({ randomBytes: (length) => random.bytes(length), settings });

interface Place {
  readonly person: Uuid;
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly investigation: Uuid;
}

let board: TestStore;
let alva: Place;
let elmer: Place;

beforeAll(async () => {
  board = await openTestStore({ projectors: [write] });
  [alva, elmer] = [await opened("Alva"), await opened("Elmer")];
});
afterAll(() => board.close());

/** A child with an investigation open. */
async function opened(givenName: string): Promise<Place> {
  board.setTime("2026-03-02T10:05");
  const person = await registerPerson(board, { givenName, birthDate: "2014-02-17" });
  const { akt, matter, report } = await receiveReport(board, person, reportData);
  const investigation = board.id();
  board.setTime("2026-03-09T09:00");
  const data = { outcome: "open", decidedAt: "2026-03-09T09:00", reason: "Frånvaron." };
  const ids = { report, investigation, investigator: board.worker };
  const assess = {
    outcome: "no-immediate-need",
    reasons: "Tryggt.",
    assessedAt: "2026-03-02T11:00",
  };
  const given = { akt, matter, reasons: { "A-07": "x", "A-03": "x" } };
  valueOf(
    await giveAkt(board, { ...given, type: "protection.assess", ids: { report }, data: assess }),
  );
  valueOf(
    await giveAkt(board, { ...given, type: "investigation.open", actor: board.manager, ids, data }),
  );
  return { person, akt, matter, investigation };
}

async function talk({ akt, matter, person }: Place, day: string): Promise<number> {
  board.setTime(`${day}T11:00`);
  const data = {
    occurredAt: `${day}T10:00`,
    withPersons: [person],
    alone: true,
    summary: "Samtal.",
    consent: "Ja.",
  };
  return valueOf(await giveAkt(board, { akt, matter, type: "talk.sign", data })).seq;
}

function move(from: Place, to: Place, seq: number, more: object = {}) {
  const request = {
    tenant: board.tenant,
    actor: board.worker,
    commandId: board.id(),
    access: entry(board.worker),
    akt: from.akt,
    matter: from.matter,
    entry: seq,
    reason: "Skrevs i fel akt.",
    to: { akt: to.akt, matter: to.matter, access: entry(board.worker) },
    ...more,
  };
  return transactCommand(board.store, request, (tx) => runMove(board.store, tx, request));
}

/** Talks alone with the child by the rows of follow-up of its investigation. */
async function alone({ matter }: Place): Promise<unknown> {
  const rows = await board.admin<{ utr_07: number }>(
    `select utr_07 from followup.utr u join followup_key k on k.row_key = u.row_key where k.matter = '${matter}'`,
  );
  return rows[0]?.utr_07;
}

const rows: RowCheck = async (tx, change) => {
  const found = await checkRows(tx, change, settings);
  return found.map((row) => ({ table: "followup", key: JSON.stringify(row), how: "different" }));
};

async function nothingDiffers(): Promise<void> {
  const check = await rebuildCheck(board.store, board.database.connections.app, board.tenant, [
    rows,
  ]);
  expect(check.differences).toEqual([]);
  expect((await board.inBoard(verifyLog)).broken).toEqual([]);
}

describe("a talk recorded in the wrong akt", () => {
  test("is counted where it belongs and no more where it stood, at once", async () => {
    const seq = await talk(alva, "2026-03-10");
    expect([await alone(alva), await alone(elmer)]).toEqual([1, 0]);
    const answer = valueOf(await move(alva, elmer, seq));
    expect(answer.events).toMatchObject([{ type: "record.moved" }]);
    expect([await alone(alva), await alone(elmer)]).toEqual([0, 1]);
    const [line] = await board.admin<{ on_date: string; recorded_on: string }>(
      `select on_date::text, recorded_on::text from chronology
       where akt = '${elmer.akt}' and type = 'talk.signed'`,
    );
    expect(line).toMatchObject({ on_date: "2026-03-10" });
    await nothingDiffers();
  });

  test("is one command in both akter, done once however often it is sent", async () => {
    const seq = await talk(alva, "2026-03-11");
    const commandId = board.id();
    const first = valueOf(await move(alva, elmer, seq, { commandId }));
    expect(valueOf(await move(alva, elmer, seq, { commandId }))).toEqual(first);
    const rows = await board.admin<{ type: string }>(
      `select type from event where command_id = '${commandId}' order by type`,
    );
    expect(rows.map(({ type }) => type)).toEqual(["record.moved", "talk.signed"]);
    await nothingDiffers();
  });

  test("is refused as a whole by what the other akt refuses, and by a reason that names a child", async () => {
    const seq = await talk(alva, "2026-03-12");
    const before = await board.admin("select count(*) from event");
    const nowhere = { ...elmer, matter: board.id() };
    expect(await move(alva, nowhere, seq)).toMatchObject({
      problems: [{ id: "matter.not-found" }],
    });
    for (const reason of ["Det var Elmers samtal.", "Inte Alva."]) {
      expect(await move(alva, elmer, seq, { reason })).toMatchObject({
        problems: [{ id: "record.reason-names-child" }],
      });
    }
    expect(await move(alva, alva, seq)).toMatchObject({ problems: [{ id: "record.same-akt" }] });
    expect(await board.admin("select count(*) from event")).toEqual(before);
  });
});

test("a report in the wrong akt takes its assessment along to a matter of its own, and is counted there", async () => {
  board.setTime("2026-03-13T10:05");
  const person = await registerPerson(board, { givenName: "Liv", birthDate: "2014-02-17" });
  const given = await receiveReport(board, person, {
    ...reportData,
    arrivedAt: "2026-03-13T10:00",
  });
  const { akt, matter, report } = given;
  const data = { outcome: "no-immediate-need", reasons: "Tryggt.", assessedAt: "2026-03-13T10:05" };
  valueOf(await giveAkt(board, { akt, matter, type: "protection.assess", ids: { report }, data }));
  const wrong: Place = { person, akt, matter, investigation: report };
  const right = { ...elmer, matter: board.id() };
  valueOf(await move(wrong, right, 2, { reason: "Fel barn." }));
  const rows = await board.admin<{ matter: string; akt_12: number | null }>(
    `select k.matter, a.akt_12 from followup.akt a join followup_key k on k.row_key = a.row_key
     where k.matter in ('${matter}', '${right.matter}')`,
  );
  expect(rows).toEqual([{ matter: right.matter, akt_12: expect.any(Number) }]);
  const clocks = await board.admin<{ akt: string; on: string }>(
    `select akt, detail->>'startedOn' as on from clock where matter in ('${matter}', '${right.matter}')`,
  );
  expect(new Set(clocks.map((clock) => clock.akt))).toEqual(new Set([elmer.akt]));
  await nothingDiffers();
});

test("whatever is written and moved to and fro, counts are of what stands, and the log says the same", async () => {
  const step = fc.record({
    what: fc.constantFrom("talk", "move", "move"),
    from: fc.boolean(),
    nth: fc.nat(30),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), async (steps) => {
      for (const { what, from, nth } of steps) {
        const [here, there] = from ? [alva, elmer] : [elmer, alva];
        if (what === "talk") await talk(here, "2026-03-20");
        else await move(here, there, nth);
      }
      for (const place of [alva, elmer]) {
        const [row] = await board.admin<{ talks: number }>(
          `select count(*)::int as talks from chronology c where c.akt = '${place.akt}'
             and c.type = 'talk.signed' and not exists (
               select from event e where e.stream = c.akt and e.type = 'record.moved'
                 and (e.body::json -> 'data' ->> 'entry')::int = c.seq)`,
        );
        expect(await alone(place)).toBe(row?.talks);
      }
      await nothingDiffers();
    }),
    { numRuns: 6 },
  );
}, 180_000);
