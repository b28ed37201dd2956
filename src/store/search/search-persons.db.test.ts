import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { reportData } from "../../domain/testing/chain.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { valueOf } from "../testing/cluster.ts";
import {
  givePerson,
  openTestStore,
  receiveReport,
  registerPerson,
  testNumber,
  type TestStore,
} from "../testing/test-store.ts";
import { findDoubles } from "./find-doubles.ts";
import { SEARCH_LIMIT, searchPersons } from "./search-persons.ts";

let board: TestStore;
let alva: Uuid;
let guarded: Uuid;
const number = testNumber("20140217", 980);
const hidden = testNumber("20150301", 981);

beforeAll(async () => {
  board = await openTestStore();
  board.setTime("2026-03-02T10:05");
  alva = await registerPerson(board, {
    givenName: "Alva Maria",
    familyName: "Karlsson",
    identityNumber: number,
    birthDate: "2014-02-17",
  });
  await registerPerson(board, {
    givenName: "Elmer",
    familyName: "Lindström",
    birthDate: "2016-05-01",
  });
  await registerPerson(board, { givenName: "Mathias", familyName: "Ek" });
  guarded = await registerPerson(board, {
    givenName: "Gömd",
    familyName: "Karlsson",
    identityNumber: hidden,
    birthDate: "2014-02-17",
    protectionLevel: "protected-registration",
  });
  await receiveReport(board, alva, reportData);
});

afterAll(() => board.close());

async function search(query: string) {
  return valueOf(await board.inBoard((tx) => searchPersons(tx, query, board.today())));
}

async function namesOf(query: string): Promise<string[]> {
  const { hits } = await search(query);
  return hits.map((hit) => `${hit.givenName} ${hit.familyName}: ${hit.reasons.join(", ")}`);
}

describe("by name", () => {
  test.each([
    ["Alva Karlsson", "Alva Maria Karlsson: exact-name"],
    ["karlsson alva", "Alva Maria Karlsson: exact-name, swapped-order"],
    ["Alva Carlson", "Alva Maria Karlsson: similar-sound"],
    ["Alfa Karlsson", "Alva Maria Karlsson: similar-spelling"],
    ["Maria Karlsson", "Alva Maria Karlsson: exact-name"],
    ["Elmer Lindstrom", "Elmer Lindström: similar-sound"],
    ["Elmr Lindstrm", "Elmer Lindström: similar-spelling"],
    ["lindst", "Elmer Lindström: name-beginning"],
    ["Mattias", "Mathias Ek: similar-sound"],
    ["  ALVA   karlsson ", "Alva Maria Karlsson: exact-name"],
  ])("'%s' finds %s", async (query, expected) => {
    expect(await namesOf(query)).toEqual([expected]);
  });

  test.each(["Alva Svensson", "Karl", "Gömd", "Gömd Karlsson", "%", "' or true --", "zzzzzz"])(
    "'%s' finds nobody it should not",
    async (query) => {
      const hits = await namesOf(query);
      expect(hits.filter((hit) => !hit.startsWith("Alva Maria Karlsson: name-beginning"))).toEqual(
        [],
      );
    },
  );

  test("says whether a matter is running, and which akt", async () => {
    const { hits } = await search("Alva Karlsson");
    expect(hits).toMatchObject([{ person: alva, running: true, number, protected: false }]);
    expect(hits[0]!.akt).not.toBeNull();
    expect((await search("Mathias Ek")).hits).toMatchObject([{ akt: null, running: false }]);
  });

  test("gives twenty hits and says that there are more", async () => {
    for (let n = 0; n <= SEARCH_LIMIT; n += 1) {
      await registerPerson(board, { givenName: "Nils", familyName: "Vanlig" });
    }
    const answer = await search("Nils Vanlig");
    expect(answer).toMatchObject({ readAs: "name", more: true });
    expect(answer.hits).toHaveLength(SEARCH_LIMIT);
  });

  test("follows a change of name, and of protection", async () => {
    const person = await registerPerson(board, { givenName: "Runa", familyName: "Gammalt" });
    const change = async (data: Record<string, string>) =>
      valueOf(await givePerson(board, person, { type: "person.change", data, relations: [] }));
    await change({ familyName: "Nyttnamn" });
    expect(await namesOf("Runa Gammalt")).toEqual([]);
    expect(await namesOf("Runa Nyttnamn")).toEqual(["Runa Nyttnamn: exact-name"]);
    await change({ protectionLevel: "secrecy-marking" });
    expect(await namesOf("Runa Nyttnamn")).toEqual([]);
  });
});

describe("by number", () => {
  const short = () => `${number.slice(2, 8)}-${number.slice(8)}`;

  test("finds by twelve digits and by ten, in any way of writing", async () => {
    for (const query of [
      number,
      short(),
      short().replace("-", ""),
      `${number.slice(0, 8)}-${number.slice(8)}`,
    ]) {
      const answer = await search(query);
      expect(answer).toMatchObject({
        readAs: "number",
        hits: [{ person: alva, reasons: ["same-number"] }],
      });
    }
  });

  test("finds a protected person by the full number only", async () => {
    expect((await search(hidden)).hits).toMatchObject([{ person: guarded, protected: true }]);
    expect((await search(hidden.slice(2))).hits).toEqual([]);
  });

  test("finds by an earlier number and by a provisional one", async () => {
    const person = await registerPerson(board, { givenName: "Nytt", birthDate: "2019-01-09" });
    const data = { identityNumber: testNumber("20190109", 985) };
    valueOf(await givePerson(board, person, { type: "person.change", data, relations: [] }));
    expect((await search("20190109-T001")).hits).toMatchObject([
      { person, reasons: ["earlier-number"] },
    ]);
  });

  test("finds by a matter number, however it is typed, and by no other", async () => {
    const [matter] = await board.inBoard((tx) =>
      tx.rows<{ number: string }>({ text: "select number from matter" }),
    );
    const ask = (query: string) =>
      board.inBoard((tx) => searchPersons(tx, query, board.today(), "{year}-{serial:6}"));
    expect(matter?.number).toBe("2026-000001");
    for (const query of ["2026-000001", "2026-1", " 2026 – 1 "]) {
      expect(valueOf(await ask(query))).toMatchObject({
        readAs: "matter-number",
        hits: [{ person: alva, reasons: ["matter-number"] }],
      });
    }
    expect(valueOf(await ask("2025-1")).hits).toEqual([]);
    expect(await ask("2026000001")).toMatchObject({ problems: [{ id: "identity.check-digit" }] });
  });

  test.each([
    ["20140217", "identity.shape"],
    ["1402", "identity.shape"],
    ["140217-9801", "identity.check-digit"],
    ["201402319809", "identity.date"],
  ])("'%s' is refused with %s", async (query, id) => {
    const answer = await board.inBoard((tx) => searchPersons(tx, query, board.today()));
    expect(answer).toMatchObject({ ok: false, problems: [{ id }] });
  });
});

describe("likely doubles", () => {
  const hints = (givenName: string, familyName: string, born: string) =>
    board.inBoard((tx) =>
      findDoubles(tx, { givenName, familyName, birthDate: plainDate(born), numberKind: null }),
    );

  test("those born that day, or a slip of the pen away, with a like name are shown", async () => {
    expect(await hints("Alfa", "Carlsson", "2014-02-17")).toMatchObject([
      { person: alva, kind: "double", reasons: ["same-birth-date", "similar-spelling"] },
    ]);
    expect(await hints("Alva", "Svensson", "2014-02-17")).toMatchObject([{ person: alva }]);
    expect(await hints("Alva", "Karlsson", "2014-02-18")).toMatchObject([
      { person: alva, reasons: ["near-birth-date", "exact-name"] },
    ]);
  });

  test("nobody else is, and nobody with protected data", async () => {
    expect(await hints("Alva", "Karlsson", "2014-03-26")).toEqual([]);
    expect(await hints("Bo", "Berg", "2014-02-17")).toEqual([]);
    expect(await hints("Gömd", "Gömdsson", "2014-02-17")).toEqual([]);
  });

  test("of a person who is here it is not the person itself, and brothers are no doubles", async () => {
    const [one, two] = [
      await registerPerson(board, { givenName: "Ivar", familyName: "Ek", birthDate: "2019-05-06" }),
      await registerPerson(board, { givenName: "Ivan", familyName: "Ek", birthDate: "2019-05-06" }),
    ];
    const born = plainDate("2019-05-06");
    const ivar = { givenName: "Ivar", familyName: "Ek", birthDate: born, numberKind: null };
    const of = () => board.inBoard((tx) => findDoubles(tx, ivar, one));
    expect(await of()).toMatchObject([{ person: two, kind: "double" }]);
    const relations = [{ relation: board.id(), kind: "sibling", to: two }];
    valueOf(await givePerson(board, one, { type: "person.change", data: {}, relations }));
    expect(await of()).toMatchObject([{ person: two, kind: "twins" }]);
  });
});
