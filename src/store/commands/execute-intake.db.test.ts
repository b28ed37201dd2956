import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { AnswerItem } from "../../domain/event.ts";
import { reportData } from "../../domain/testing/chain.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { valueOf } from "../testing/cluster.ts";
import {
  entry,
  giveAkt,
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "../testing/test-store.ts";
import { executeIntake } from "./execute-intake.ts";
import type { IntakeRequest } from "./intake-request.ts";

let board: TestStore;
let alva: Uuid;
let elmer: Uuid;

beforeAll(async () => {
  board = await openTestStore();
  board.setTime("2026-03-02T10:05");
  alva = await registerPerson(board, { givenName: "Alva", birthDate: "2014-02-17" });
  elmer = await registerPerson(board, { givenName: "Elmer", birthDate: "2016-05-01" });
});

afterAll(() => board.close());

function part(audience: string, text: string): AnswerItem {
  return { id: board.id(), audience, text };
}

function intake(more: Partial<IntakeRequest>): IntakeRequest {
  return {
    tenant: board.tenant,
    actor: board.worker,
    commandId: board.id(),
    access: entry(board.worker),
    data: reportData,
    children: [],
    reasons: {},
    ...more,
  };
}

function child(person: Uuid) {
  return { person, report: board.id(), matter: board.id() };
}

describe("a report about two children", () => {
  test("gives each akt its own parts only, and seals the original", async () => {
    const data = {
      ...reportData,
      parts: [part("common", "Bråk hemma."), part(alva, "Om Alva."), part(elmer, "Om Elmer.")],
    };
    const request = intake({ data, children: [child(alva), child(elmer)] });
    const answer = valueOf(await executeIntake(board.store, request));
    expect(answer.children.map(({ running }) => running)).toEqual([false, false]);
    for (const [index, own, others] of [
      [0, "Om Alva.", "Om Elmer."],
      [1, "Om Elmer.", "Om Alva."],
    ] as const) {
      const akt = answer.children[index]!.akt;
      const rows = await board.admin<{ body: string }>(
        `select string_agg(body, ' ') as body from event where stream = '${akt}'`,
      );
      expect(rows[0]!.body).toContain("Bråk hemma.");
      expect(rows[0]!.body).toContain(own);
      expect(rows[0]!.body).not.toContain(others);
      expect(rows[0]!.body).toContain('"moreChildren":true');
    }
    const sealed = await board.admin<{ content: string }>("select content from sealed_original");
    expect(sealed.map(({ content }) => content.includes("Om Elmer."))).toEqual([true]);
    const again = valueOf(await executeIntake(board.store, request));
    expect(again).toEqual(answer);
  });

  test("is refused whole when one child's part is wrong", async () => {
    const before = await board.admin("select count(*)::int as n from event_head");
    const wrong = { ...child(elmer), protection: { outcome: "no-such-code" } };
    const answer = await executeIntake(board.store, intake({ children: [child(alva), wrong] }));
    expect(answer.ok).toBe(false);
    const pointers = answer.ok ? [] : answer.problems.map((found) => found.pointer ?? "");
    expect(pointers.some((pointer) => pointer.startsWith("/children/1/protection"))).toBe(true);
    expect(await board.admin("select count(*)::int as n from event_head")).toEqual(before);
  });

  test.each([
    ["no child", () => [], {}, "report.no-child"],
    ["a child twice", () => [child(alva), child(alva)], {}, "report.child-twice"],
    ["a person nobody knows", () => [child(board.id())], {}, "person.not-found"],
    [
      "a part about a child who is not named",
      () => [child(alva)],
      { parts: [{ id: "01900000-0000-7000-8000-000000000001", audience: "elmer", text: "x" }] },
      "report.part-of-other-child",
    ],
  ])("is refused with %s", async (_name, children, more, id) => {
    const data = { ...reportData, ...more };
    const answer = await executeIntake(board.store, intake({ data, children: children() }));
    expect(answer).toMatchObject({ ok: false, problems: [{ id }] });
  });
});

test("matters are numbered in the order they begin, each once; what is refused takes no number", async () => {
  const born = { birthDate: "2017-03-04" };
  const persons: Uuid[] = [];
  for (const givenName of ["Ada", "Bo", "Cleo", "Disa"]) {
    persons.push(await registerPerson(board, { givenName, ...born }));
  }
  const numbers = () =>
    board.admin<{ number: string }>("select number from matter order by number desc limit 4");
  const [latest] = await numbers();
  const [ada, ...others] = persons.map((person) => child(person));
  if (ada === undefined) throw new Error("no child");
  const wrong = { ...ada, protection: { outcome: "no-such-code" } };
  expect((await executeIntake(board.store, intake({ children: [wrong] }))).ok).toBe(false);
  await Promise.all([
    executeIntake(board.store, intake({ children: [ada] })),
    executeIntake(board.store, intake({ children: others })),
  ]);
  const given = (await numbers()).map(({ number }) => Number(number.slice("2026-".length)));
  const last = Number(latest?.number.slice("2026-".length));
  expect(given).toEqual([last + 4, last + 3, last + 2, last + 1]);
});

describe("a further report", () => {
  test("goes to the matter of the running investigation", async () => {
    const other = await registerPerson(board, { givenName: "Signe", birthDate: "2015-01-01" });
    const { akt, matter, report } = await receiveReport(board, other, reportData);
    const steps = [
      {
        type: "protection.assess",
        ids: { report },
        data: { assessedAt: "2026-03-02T10:05", outcome: "no-immediate-need", reasons: "Trygg." },
      },
      {
        type: "investigation.open",
        actor: board.manager,
        ids: { report, investigation: board.id(), investigator: board.worker },
        data: { outcome: "open", decidedAt: "2026-03-02T10:05", reason: "Behov." },
      },
    ];
    for (const step of steps) valueOf(await giveAkt(board, { akt, matter, ...step }));
    const answer = valueOf(await executeIntake(board.store, intake({ children: [child(other)] })));
    expect(answer.children).toMatchObject([{ akt, matter, running: true }]);
  });

  test("two at once about a child without an akt make one akt", async () => {
    const other = await registerPerson(board, { givenName: "Ture", birthDate: "2015-01-02" });
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        executeIntake(board.store, intake({ children: [child(other)] })),
      ),
    );
    const akter = new Set(answers.map((answer) => valueOf(answer).children[0]!.akt));
    expect(akter.size).toBe(1);
  });
});
