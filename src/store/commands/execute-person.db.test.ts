import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { PersonCommand } from "../../domain/person/decide-person.ts";
import { valueOf } from "../testing/cluster.ts";
import {
  givePerson,
  openTestStore,
  registerPerson,
  testNumber,
  type TestStore,
} from "../testing/test-store.ts";
import { readPerson } from "../views/read-person.ts";

let board: TestStore;

beforeAll(async () => {
  board = await openTestStore();
});

afterAll(() => board.close());

function register(data: PersonCommand["data"], relations: PersonCommand["relations"] = []) {
  return givePerson(board, board.id(), { type: "person.register", data, relations });
}

const number = testNumber("20140217", 980);

describe("identity numbers", () => {
  test("belong to one person", async () => {
    const first = await register({ givenName: "Alva", identityNumber: number });
    expect(first.ok).toBe(true);
    const second = await register({
      givenName: "Elmer",
      identityNumber: `20140217-${number.slice(8)}`,
    });
    expect(second).toMatchObject({
      ok: false,
      problems: [{ id: "person.number-taken", pointer: "/data/identityNumber" }],
    });
  });

  test("registered by two at once go to one of them", async () => {
    const answers = await Promise.all(
      ["A", "B", "C", "D"].map((givenName) =>
        register({ givenName, identityNumber: testNumber("20150301", 980) }),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const refused = answers.flatMap((answer) => (answer.ok ? [] : answer.problems));
    expect(new Set(refused.map(({ id }) => id))).toEqual(new Set(["person.number-taken"]));
  });

  test("must be test numbers on a synthetic board", async () => {
    const answer = await register({ givenName: "Äkta", identityNumber: "191212121212" });
    expect(answer).toMatchObject({ ok: false, problems: [{ id: "identity.not-test-number" }] });
  });

  test("are provisional and distinct when there is none", async () => {
    const persons = await Promise.all(
      Array.from({ length: 8 }, () => registerPerson(board, { birthDate: "2020-06-01" })),
    );
    const rows = await board.admin<{ number: string }>(
      `select number from person where person = any('{${persons.join()}}') order by number`,
    );
    const expected = Array.from({ length: 8 }, (_, n) => `20200601-T00${n + 1}`);
    expect(rows.map((row) => row.number)).toEqual(expected);
    const unknown = await registerPerson(board, { givenName: "Okänd" });
    const [row] = await board.admin(`select number from person where person = '${unknown}'`);
    expect(row).toEqual({ number: "20260000-T001" });
  });

  test("that change stay as history of the same person", async () => {
    const person = await registerPerson(board, { givenName: "Ny", birthDate: "2019-01-09" });
    const registered = testNumber("20190109", 981);
    const data = { identityNumber: registered };
    valueOf(await givePerson(board, person, { type: "person.change", data, relations: [] }));
    const rows = await board.admin(
      `select number, current from person_identity where person = '${person}' order by current`,
    );
    expect(rows).toEqual([
      { number: "20190109-T001", current: false },
      { number: registered, current: true },
    ]);
  });
});

describe("relations", () => {
  test("are read from both sides, and ended", async () => {
    const child = await registerPerson(board, { givenName: "Barn", birthDate: "2018-01-01" });
    const relation = board.id();
    const mother = await registerPerson(board, { givenName: "Mamma" }, [
      { relation, kind: "guardian", to: child },
    ]);
    const seen = await board.inBoard((tx) => readPerson(tx, child));
    expect(seen!.relations).toMatchObject([
      { relation, kind: "guardian", direction: "from", person: mother, validTo: null },
    ]);
    const ended = { relation, kind: "guardian", to: child, validTo: board.today() };
    valueOf(
      await givePerson(board, mother, { type: "person.change", data: {}, relations: [ended] }),
    );
    const after = await board.inBoard((tx) => readPerson(tx, mother));
    expect(after!.relations).toMatchObject([{ direction: "to", validTo: board.today() }]);
  });

  test("lead to persons of the board, to others, and have ids of their own", async () => {
    const relation = board.id();
    const stray = await register({ givenName: "X" }, [
      { relation, kind: "guardian", to: board.id() },
    ]);
    expect(stray).toMatchObject({
      ok: false,
      problems: [{ id: "person.not-found", pointer: "/relations/0/to" }],
    });
    const person = board.id();
    const self = { relation, kind: "guardian", to: person };
    const related = await givePerson(board, person, {
      type: "person.register",
      data: { givenName: "Y" },
      relations: [self],
    });
    expect(related).toMatchObject({ ok: false, problems: [{ id: "person.related-to-itself" }] });
    const child = await registerPerson(board, { givenName: "Barn" });
    const guardian = { relation, kind: "guardian", to: child };
    await registerPerson(board, { givenName: "Ett" }, [guardian]);
    const taken = await register({ givenName: "Två" }, [guardian]);
    expect(taken).toMatchObject({ ok: false, problems: [{ id: "command.id-taken" }] });
  });
});

describe("values that hold from a later day", () => {
  test("show on their day, and the row says when that is", async () => {
    const person = await registerPerson(board, { givenName: "Kim", familyName: "Berg" });
    const later = "2026-09-01" as ReturnType<TestStore["today"]>;
    valueOf(
      await givePerson(board, person, {
        type: "person.change",
        data: { familyName: "Ek" },
        validFrom: later,
        relations: [],
      }),
    );
    const rows = await board.admin(
      `select family_name, next_change_on::text from person where person = '${person}'`,
    );
    expect(rows).toEqual([{ family_name: "Berg", next_change_on: "2026-09-01" }]);
  });
});

describe("protection of a person", () => {
  test("that takes the place of another or says not what it rests on is told, and stops nothing", async () => {
    const person = await registerPerson(board, { givenName: "Ida", birthDate: "2015-01-09" });
    const protect = async (protectionLevel: string, more: object = {}) => {
      const data = { protectionLevel, ...more };
      const command = { type: "person.change", data, relations: [] } as const;
      return valueOf(await givePerson(board, person, command)).warnings.map(({ id }) => id);
    };
    board.setTime("2026-03-03T08:00");
    const lacking = "law.O-11.marking-incomplete";
    expect(await protect("secrecy-marking")).toEqual([lacking]);
    const half = { protectionProvision: "secrecy-marking", protectionAuthority: "tax-agency" };
    expect(await protect("secrecy-marking", half)).toEqual([lacking]);
    const rest = { protectionDecidedOn: "2026-03-01" };
    expect(await protect("secrecy-marking", rest)).toEqual([]);
    board.setTime("2026-03-04T08:00");
    expect(await protect("protected-registration")).toEqual(["law.O-11.protection-replaced"]);
  });
});
