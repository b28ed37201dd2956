import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { reportData } from "../../domain/testing/chain.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { rebuildCheck } from "../rebuild.ts";
import { valueOf } from "../testing/cluster.ts";
import {
  aktRequest,
  giveAkt,
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "../testing/test-store.ts";
import { executeAkt } from "./execute-akt.ts";
import { executeIntake } from "./execute-intake.ts";

let board: TestStore;
let akt: Uuid;
let matter: Uuid;
let report: Uuid;

beforeAll(async () => {
  board = await openTestStore();
  board.setTime("2026-03-02T10:05");
  const child = await registerPerson(board, { givenName: "Alva", birthDate: "2014-02-17" });
  ({ akt, matter, report } = await receiveReport(board, child, reportData));
});

afterAll(() => board.close());

function note(text: string) {
  return aktRequest(board, {
    akt,
    matter,
    type: "note.sign",
    data: { occurredAt: "2026-03-02T10:00", text },
  });
}

async function notesInLog(): Promise<number> {
  const rows = await board.admin<{ n: number }>(
    "select count(*)::int as n from event where type = 'note.signed'",
  );
  return rows[0]?.n ?? 0;
}

describe("the same command again", () => {
  test("gives the stored answer and records nothing more", async () => {
    const request = note("En gång");
    const first = valueOf(await executeAkt(board.store, request));
    const before = await notesInLog();
    board.setTime("2026-03-02T11:00");
    expect(valueOf(await executeAkt(board.store, request))).toEqual(first);
    expect(await notesInLog()).toBe(before);
  });

  test("with another content is refused", async () => {
    const request = note("Det ena");
    valueOf(await executeAkt(board.store, request));
    const other = { ...request, data: { ...request.data, text: "Det andra" } };
    const answer = await executeAkt(board.store, other);
    expect(answer).toMatchObject({ ok: false, problems: [{ id: "command.id-reused" }] });
  });

  test("sent twenty times at once is carried out once", async () => {
    const request = note("Tjugo gånger");
    const before = await notesInLog();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => executeAkt(board.store, request)),
    );
    const distinct = new Set(answers.map((answer) => JSON.stringify(valueOf(answer))));
    expect(distinct.size).toBe(1);
    expect(await notesInLog()).toBe(before + 1);
  });
});

describe("a refused command", () => {
  test("changes nothing and leaves one row that says who, what and which rule", async () => {
    const before = await board.admin("select * from event_head order by no");
    const answer = await giveAkt(board, {
      akt,
      matter,
      type: "note.sign",
      data: { occurredAt: "2030-01-01T10:00", text: "hemligt-i-loggen" },
    });
    expect(answer).toMatchObject({ ok: false, problems: [{ id: "command.time-later-than-now" }] });
    expect(await board.admin("select * from event_head order by no")).toEqual(before);
    const [last] = await board.admin("select * from access_log order by no desc limit 1");
    expect(last).toMatchObject({
      kind: "refused",
      rule: "command.time-later-than-now",
      staff: board.worker,
    });
    expect(JSON.stringify(last)).not.toContain("hemligt");
  });

  test("on an akt that is not there, or by somebody who is not staff", async () => {
    const missing = await giveAkt(board, { akt: board.id(), matter, type: "note.sign" });
    expect(missing).toMatchObject({ ok: false, problems: [{ id: "akt.not-found" }] });
    const stranger = await giveAkt(board, { akt, matter, type: "note.sign", actor: board.id() });
    expect(stranger).toMatchObject({ ok: false, problems: [{ id: "staff.not-found" }] });
  });

  test.each(["a\0b", "a\ud800b"])("with a text that can't be kept (%j)", async (text) => {
    const answer = await executeAkt(board.store, note(text));
    expect(answer).toMatchObject({ ok: false, problems: [{ id: "command.unreadable-text" }] });
  });

  test("text that only looks like an escaped zero is kept as it is", async () => {
    const text = String.raw`C:\u0000 och "\\u0000"`;
    const { seq } = valueOf(await executeAkt(board.store, note(text)));
    const rows = await board.admin<{ text: string }>(
      `select body::json->'data'->>'text' as text from event where stream = '${akt}' and seq = ${seq}`,
    );
    expect(rows).toEqual([{ text }]);
  });

  test("shown something older than there is", async () => {
    const request = { akt, matter, type: "protection.assess", ids: { report } };
    const data = { assessedAt: "2026-03-02T10:00", outcome: "no-immediate-need", reasons: "Ja." };
    const stale = await giveAkt(board, { ...request, data, expect: { reports: 0 } });
    expect(stale).toMatchObject({ ok: false, problems: [{ id: "command.stale" }] });
    valueOf(await giveAkt(board, { ...request, data, expect: { reports: 1 } }));
  });
});

describe("many commands on one akt at once", () => {
  test("all are carried out, one after the other, and the chain and the rows agree", async () => {
    const before = await notesInLog();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => executeAkt(board.store, note(`Anteckning ${n}`))),
    );
    const seqs = answers.map((answer) => valueOf(answer).seq);
    expect(new Set(seqs).size).toBe(40);
    expect(await notesInLog()).toBe(before + 40);
    const rebuilt = await rebuildCheck(board.store, board.database.connections.app, board.tenant);
    expect(rebuilt.differences).toEqual([]);
  });
});

describe("ids chosen by a client", () => {
  test("a matter of another child is refused and nothing is written", async () => {
    const other = await registerPerson(board, { givenName: "Elmer", birthDate: "2016-05-01" });
    const before = await board.admin("select * from event_head order by no");
    const answer = await executeIntake(board.store, {
      ...aktRequest(board, { akt, type: "report.receive" }),
      data: reportData,
      children: [{ person: other, report: board.id(), matter }],
    });
    expect(answer).toMatchObject({ ok: false, problems: [{ id: "command.id-taken" }] });
    expect(await board.admin("select * from event_head order by no")).toEqual(before);
    const [last] = await board.admin("select kind, rule from access_log order by no desc limit 1");
    expect(last).toEqual({ kind: "refused", rule: "command.id-taken" });
  });
});
