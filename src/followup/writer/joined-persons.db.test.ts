import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { reportData } from "../../domain/testing/chain.ts";
import type { PersonCommand } from "../../domain/person/decide-person.ts";
import { seededRandom, type Uuid } from "../../kernel/ids.ts";
import { transactCommand } from "../../store/commands/transact-command.ts";
import { runJoin, runPart } from "../../store/persons/join-persons.ts";
import { runMend } from "../../store/persons/mend-number.ts";
import { rebuildCheck, type RowCheck } from "../../store/rebuild.ts";
import { searchPersons } from "../../store/search/search-persons.ts";
import { valueOf } from "../../store/testing/cluster.ts";
import {
  entry,
  givePerson,
  giveAkt,
  openTestStore,
  receiveReport,
  registerPerson,
  testNumber,
  type TestStore,
} from "../../store/testing/test-store.ts";
import { verifyLog } from "../../store/verify.ts";
import { shippedSettings } from "../testing/read-settings.ts";
import { checkRows } from "./check.ts";
import { followupProjector } from "./projector.ts";

const settings = shippedSettings();
const random = seededRandom("keys");
const write = followupProjector({ randomBytes: (length) => random.bytes(length), settings });

let board: TestStore;

beforeAll(async () => {
  board = await openTestStore({ projectors: [write] });
  board.setTime("2026-03-02T10:05");
});
afterAll(() => board.close());

const base = () => ({
  tenant: board.tenant,
  actor: board.worker,
  commandId: board.id(),
  access: entry(board.worker),
  reason: "Samma barn.",
});

function join(person: Uuid, other: Uuid, more: object = {}) {
  const request = { ...base(), person, other, ...more };
  return transactCommand(board.store, request, (tx) => runJoin(board.store, tx, request));
}

function part(person: Uuid, joining: Uuid) {
  const request = { ...base(), person, joining };
  return transactCommand(board.store, request, (tx) => runPart(board.store, tx, request));
}

function mend(person: Uuid, more: { swapWith?: Uuid; number?: string }) {
  const request = { ...base(), person, ...more };
  return transactCommand(board.store, request, (tx) => runMend(board.store, tx, request));
}

async function change(person: Uuid, command: Partial<PersonCommand>): Promise<void> {
  const whole: PersonCommand = { type: "person.change", data: {}, relations: [], ...command };
  valueOf(await givePerson(board, person, whole));
}

async function found(query: string): Promise<readonly Uuid[]> {
  const answer = await board.inBoard((tx) => searchPersons(tx, query, board.today()));
  return valueOf(answer).hits.map((hit) => hit.person);
}

const rows: RowCheck = async (tx, change) => {
  const wrong = await checkRows(tx, change, settings);
  return wrong.map((row) => ({ table: "followup", key: JSON.stringify(row), how: "different" }));
};

async function nothingDiffers(): Promise<void> {
  const { store, tenant, database } = board;
  const check = await rebuildCheck(store, database.connections.app, tenant, [rows]);
  expect(check.differences).toEqual([]);
  expect((await board.inBoard(verifyLog)).broken).toEqual([]);
}

/** What labels, search, relations and follow-up say of some persons. */
async function shown(persons: readonly Uuid[]): Promise<unknown> {
  const list = persons.map((person) => `'${person}'`).join(",");
  return {
    person: await board.admin(`select * from person where person in (${list}) order by person`),
    numbers: await board.admin(
      `select * from person_identity where person in (${list}) order by number`,
    ),
    names: await board.admin(
      `select * from person_name where person in (${list}) order by 1,2,3,4`,
    ),
    relations: await board.admin(
      `select person, kind, other from relation where person in (${list}) or other in (${list}) order by 1,2,3`,
    ),
    rows: await board.admin(
      `select k.akt, k.matter, akt_10, bak_01, bak_02 from followup.akt a
       join followup_key k on k.row_key = a.row_key order by k.akt, k.matter`,
    ),
  };
}

let nth = 980;
const numberOf = (born: string) => testNumber(born, (nth += 1));

/** Assesses protection and opens an investigation on a report. */
async function opening({ akt, matter, report }: Awaited<ReturnType<typeof receiveReport>>) {
  const data = { outcome: "no-immediate-need", reasons: "Ok.", assessedAt: "2026-03-02T10:05" };
  valueOf(await giveAkt(board, { akt, matter, type: "protection.assess", ids: { report }, data }));
  const ids = { report, investigation: board.id(), investigator: board.worker };
  const open = { outcome: "open", decidedAt: "2026-03-02T10:05", reason: "Frånvaron." };
  const given = { akt, matter, actor: board.manager, reasons: { "A-07": "x", "A-03": "x" } };
  return giveAkt(board, { ...given, type: "investigation.open", ids, data: open });
}

/** A child with a provisional number and an akt, and the same child registered with its number, with another. */
async function twice(): Promise<{ old: Uuid; fresh: Uuid; guardian: Uuid; number: string }> {
  const number = numberOf("20140217");
  const old = await registerPerson(board, { givenName: "Samuel", birthDate: "2014-02-17" });
  const fresh = await registerPerson(board, {
    givenName: "Samuel",
    familyName: "Tekle",
    identityNumber: number,
    legalSex: "male",
  });
  const guardian = await registerPerson(board, { givenName: "Almaz" }, [
    { relation: board.id(), kind: "guardian", to: fresh },
  ]);
  return { old, fresh, guardian, number };
}

describe("two records of one child", () => {
  test("are one person: the surest number, what the kept one lacked, relations, and both akter", async () => {
    const { old, fresh, guardian, number } = await twice();
    const first = await receiveReport(board, old, reportData);
    const second = await receiveReport(board, fresh, {
      ...reportData,
      arrivedAt: "2026-03-02T10:04",
    });
    const [{ akt }, { akt: other }] = [first, second];
    const before = await shown([old, fresh, guardian]);
    const { joining } = valueOf(await join(old, fresh));
    expect(await found(number)).toEqual([old]);
    expect(await found("Samuel Tekle")).toContain(old);
    expect(await found("Samuel Tekle")).not.toContain(fresh);
    const [row] = await board.admin(
      `select family_name, number from person where person = '${old}'`,
    );
    expect(row).toEqual({ family_name: "Tekle", number });
    expect(await board.admin(`select kind from relation where other = '${old}'`)).toEqual([
      { kind: "guardian" },
    ]);
    const links = await board.admin<{ stream: Uuid }>(
      "select stream from event where type = 'akt.linked' order by stream",
    );
    expect(links.map(({ stream }) => stream)).toEqual([akt, other].toSorted());
    const counted = await board.admin<{ akt: Uuid; akt_10: number }>(
      `select k.akt, akt_10 from followup.akt a join followup_key k on k.row_key = a.row_key
       where k.akt in ('${akt}', '${other}')`,
    );
    // Each knows of the other's report at once: the later of the two counts the earlier.
    expect(counted.map(({ akt_10 }) => akt_10).reduce((a, b) => a + b, 0)).toBe(1);
    expect((await opening(first)).ok).toBe(true);
    const refused = await opening(second);
    const why = refused.ok ? [] : refused.problems.map(({ id }) => id);
    expect(why).toContain("investigation.open-in-linked");
    await nothingDiffers();
    valueOf(await part(old, joining));
    expect(await shown([old, fresh, guardian])).toEqual(before);
    await nothingDiffers();
  });

  test("are protected both when one is, also by what comes later, and are changed in one place", async () => {
    const { old, fresh } = await twice();
    await change(fresh, { data: { protectionLevel: "secrecy-marking" } });
    const { joining } = valueOf(await join(old, fresh));
    const levels = () =>
      board.admin(`select protected from person where person in ('${old}', '${fresh}')`);
    expect(await levels()).toEqual([{ protected: true }, { protected: true }]);
    expect(await found("Samuel Tekle")).not.toContain(old);
    await change(old, { data: { givenName: "Sammy" } });
    const [told] = await board.admin(`select given_name from person where person = '${fresh}'`);
    expect(told).toEqual({ given_name: "Sammy" });
    const whole: PersonCommand = { type: "person.change", data: { givenName: "X" }, relations: [] };
    expect(await givePerson(board, fresh, whole)).toMatchObject({
      problems: [{ id: "person.joined-already" }],
    });
    await nothingDiffers();
    valueOf(await part(old, joining));
    const after = await board.admin(
      `select given_name, protected from person where person in ('${old}', '${fresh}') order by protected`,
    );
    expect(after).toEqual([
      { given_name: "Sammy", protected: false },
      { given_name: "Samuel", protected: true },
    ]);
    await nothingDiffers();
  });

  test("are not joined when they are relatives, when the akt would be lost, or twice", async () => {
    const { old, fresh } = await twice();
    await receiveReport(board, fresh, reportData);
    expect(await join(old, fresh)).toMatchObject({
      problems: [{ id: "person.keep-the-one-with-akt" }],
    });
    const twin = await registerPerson(board, { givenName: "Ella" }, [
      { relation: board.id(), kind: "sibling", to: fresh },
    ]);
    expect(await join(fresh, twin)).toMatchObject({
      problems: [{ id: "person.related-to-each-other" }],
    });
    expect(await join(fresh, fresh)).toMatchObject({ problems: [{ id: "person.same" }] });
    valueOf(await join(fresh, old));
    expect(await join(fresh, old)).toMatchObject({ problems: [{ id: "person.joined-already" }] });
    expect(await join(twin, fresh)).toMatchObject({ ok: false });
    await nothingDiffers();
  });
});

describe("twins with each other's numbers", () => {
  test("exchange them in one step, and nobody keeps what was a mistake", async () => {
    const [one, two] = [numberOf("20150310"), numberOf("20150310")];
    const ada = await registerPerson(board, { givenName: "Ada", identityNumber: two });
    const ida = await registerPerson(board, { givenName: "Ida", identityNumber: one });
    await receiveReport(board, ada, reportData);
    const taken: PersonCommand = {
      type: "person.change",
      data: { identityNumber: one },
      relations: [],
    };
    expect(await givePerson(board, ada, taken)).toMatchObject({
      problems: [{ id: "person.number-taken" }],
    });
    valueOf(await mend(ada, { swapWith: ida }));
    expect([await found(one), await found(two)]).toEqual([[ada], [ida]]);
    await nothingDiffers();
  });

  test("a number registered by mistake is free for whom it belongs to", async () => {
    const [wrong, right] = [numberOf("20150311"), numberOf("20150311")];
    const ada = await registerPerson(board, { givenName: "Ada", identityNumber: wrong });
    valueOf(await mend(ada, { number: right }));
    expect(await found(wrong)).toEqual([]);
    const ida = await registerPerson(board, { givenName: "Ida", identityNumber: wrong });
    expect(await found(wrong)).toEqual([ida]);
    expect(await mend(ada, { number: wrong })).toMatchObject({
      problems: [{ id: "person.number-taken" }],
    });
    await nothingDiffers();
  });
});

test("whatever is joined, changed, exchanged and parted in any order, the log makes it again, and parting all leaves nothing", async () => {
  const step = fc.record({
    what: fc.constantFrom("join", "part", "change", "swap", "report", "protect"),
    a: fc.nat(3),
    b: fc.nat(3),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 9 }), async (steps) => {
      const people: Uuid[] = [];
      for (const givenName of ["Ett", "Två", "Tre", "Fyra"]) {
        people.push(await registerPerson(board, { givenName, birthDate: "2016-01-02" }));
      }
      const joined: { person: Uuid; joining: Uuid }[] = [];
      for (const { what, a, b } of steps) {
        const [one, two] = [people[a], people[b]];
        if (one === undefined || two === undefined) continue;
        if (what === "join") {
          const answer = await join(one, two);
          if (answer.ok) joined.push(answer.value);
        }
        const last = what === "part" ? joined.pop() : undefined;
        if (last !== undefined) valueOf(await part(last.person, last.joining));
        if (what === "swap") await mend(one, { swapWith: two });
        const data =
          what === "change" ? { familyName: `N${b}` } : { protectionLevel: "secrecy-marking" };
        const whole: PersonCommand = { type: "person.change", data, relations: [] };
        if (what === "change" || what === "protect") await givePerson(board, one, whole);
        if (what === "report") await receiveReport(board, one, reportData).catch(() => undefined);
      }
      await nothingDiffers();
      for (const { person, joining } of joined.toReversed()) valueOf(await part(person, joining));
      const left = await board.admin(
        `select 1 from stream_state where kind = 'person' and (state::jsonb ? 'joinedInto' or
           json_array_length(coalesce(state -> 'joined', '[]')) > 0) and stream in (${people
             .map((person) => `'${person}'`)
             .join(",")})`,
      );
      expect(left).toEqual([]);
      await nothingDiffers();
    }),
    { numRuns: 6 },
  );
}, 120_000);
