import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { CommandAnswer } from "../../contract/shapes.ts";
import type { childPage } from "../../contract/views/child-page.ts";
import type { chronologyEntry } from "../../contract/views/chronology.ts";
import type { chronology } from "../../contract/views/chronology.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { rebuildCheck } from "../../store/rebuild.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  type TestApp,
  type TestDemo,
  type TestUser,
} from "../testing/test-app.ts";

type ChildPage = z.infer<typeof childPage.answer>;
type Entry = z.infer<typeof chronologyEntry.answer>;

let app: TestApp;
let demo: TestDemo;
let jonatan: TestUser;
let ylva: TestUser;
let elmer: ChildPage;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  [jonatan, ylva] = await Promise.all([signIn(app, demo, "jonatan"), signIn(app, demo, "ylva")]);
  const [row] = await inTenant(app.pools.app, demo.tenant, (tx) =>
    tx.rows<{ akt: string }>({
      text: `select a.akt from akt a join person p on p.tenant = a.tenant and p.person = a.person
        where p.given_name = 'Elmer'`,
    }),
  );
  elmer = (await jonatan.get<ChildPage>(`/api/v1/akt/${row?.akt}`)).body;
}, DEMO_TIMEOUT);
afterAll(() => app.close());

function about(more: object) {
  const matter = elmer.matters[0]?.matter;
  return { commandId: randomUUID(), akt: elmer.akt, matter, ...more };
}

async function noted(): Promise<number> {
  const body = about({ data: { text: "Pappa säger att han var hemma." } });
  return (await jonatan.post<CommandAnswer>("/api/v1/notes/sign-note", body)).body.seq;
}

const entryOf = async (seq: number) =>
  (await jonatan.get<Entry>(`/api/v1/akt/${elmer.akt}/chronology/${seq}`)).body;

describe("an objection", () => {
  it("is shown beside the line it is about, which stays as it was", async () => {
    const entry = await noted();
    const before = await entryOf(entry);
    const by = elmer.parties.find(({ kind }) => kind === "guardian");
    const answer = await jonatan.post(
      "/api/v1/record/note-objection",
      about({
        ids: { objection: randomUUID() },
        data: { by: [by?.person], entry, text: "Jag var inte alls hemma." },
      }),
    );
    expect([answer.status, ...answer.problems]).toEqual([200]);
    const after = await entryOf(entry);
    expect(after).toEqual({ ...before, objections: after.objections });
    expect(after.objections).toMatchObject([
      { by: by?.label.name, text: "Jag var inte alls hemma.", item: null },
    ]);
  });

  it("to what is not there, or by somebody without the matter, is refused", async () => {
    const ids = { objection: randomUUID() };
    const data = { by: [elmer.person], entry: 99_999, text: "Fel." };
    const missing = await jonatan.post("/api/v1/record/note-objection", about({ ids, data }));
    expect([missing.status, ...missing.problems]).toEqual([404, "record.entry-missing"]);
    const outside = await ylva.post("/api/v1/record/note-objection", about({ ids, data }));
    expect(outside.status).toBe(403);
  });
});

async function talked(words: string): Promise<number> {
  const data = { withPersons: [elmer.person], alone: true, summary: "Talat.", childsWords: words };
  const body = about({ data: { ...data, consent: "Mamma har sagt ja." } });
  const answer = await jonatan.post<CommandAnswer>("/api/v1/notes/sign-talk", body);
  expect([answer.status, ...answer.problems]).toEqual([200]);
  return answer.body.seq;
}

const wordsNow = async () =>
  (await jonatan.get<ChildPage>(`/api/v1/akt/${elmer.akt}`)).body.childsWords.map(
    ({ text }) => text,
  );
const lineOf = async (seq: number) =>
  (
    await jonatan.get<z.infer<typeof chronology.answer>>(`/api/v1/akt/${elmer.akt}/chronology`)
  ).body.lines.find((line) => line.seq === seq);
const act = (user: TestUser, verb: string, data: object) =>
  user.post(`/api/v1/record/${verb}`, about({ data }));

describe("a correction", () => {
  it("shows both texts, and counts with the corrected one", async () => {
    const entry = await talked("Jag bor hos farmor.");
    const data = { entry, correctionReason: "Hörfel.", childsWords: "Jag bor hos mormor." };
    const answer = await act(jonatan, "correct-entry", data);
    expect([answer.status, ...answer.problems]).toEqual([200]);
    expect(await entryOf(entry)).toMatchObject({
      data: { childsWords: "Jag bor hos farmor." },
      corrected: {
        data: { childsWords: "Jag bor hos mormor.", summary: "Talat." },
        reason: "Hörfel.",
      },
      mark: { kind: "corrected", by: "Jonatan Hedlid" },
    });
    expect((await lineOf(entry))?.mark).toMatchObject({ kind: "corrected", on: "2026-11-25" });
    const words = await wordsNow();
    expect(words).toContain("Jag bor hos mormor.");
    expect(words).not.toContain("Jag bor hos farmor.");
  });
});

describe("a correction of a report", () => {
  const stored = async () => {
    const { lines } = (
      await jonatan.get<z.infer<typeof chronology.answer>>(
        `/api/v1/akt/${elmer.akt}/chronology?kind=report.received`,
      )
    ).body;
    return lines[0]?.seq ?? 0;
  };

  it("counts the days anew, and tells which; a shield that came later hides both names", async () => {
    const entry = await stored();
    const before = await entryOf(entry);
    const arrivedAt = `${before.on.slice(0, 8)}01T08:00`;
    const answer = await jonatan.post<CommandAnswer>(
      "/api/v1/record/correct-entry",
      about({ data: { entry, correctionReason: "Brevet låg kvar i facket.", arrivedAt } }),
    );
    expect([answer.status, ...answer.problems]).toEqual([200]);
    const told = answer.body.warnings.filter(({ severity }) => severity === "tell");
    expect(told.map(({ ruleId }) => ruleId)).toContain("A-03");
    expect(told.find(({ ruleId }) => ruleId === "A-03")?.sv).toMatch(
      /: sista dag .* i stället för /u,
    );
    const after = await entryOf(entry);
    expect(after.data).toEqual(before.data);
    expect(after.corrected?.data).toEqual({ ...before.data, arrivedAt });
    expect(after.clockChanges.map(({ ruleId }) => ruleId)).toContain("A-03");

    const shield = { reporterShielded: true, reporterName: "Sune Gräns" };
    const shielded = await jonatan.post(
      "/api/v1/record/correct-entry",
      about({ data: { entry, correctionReason: "Har bett om skydd.", ...shield } }),
    );
    expect([shielded.status, ...shielded.problems]).toEqual([200]);
    const colleague = await signIn(app, demo, "per");
    const seen = await colleague.get<Entry>(`/api/v1/akt/${elmer.akt}/chronology/${entry}`);
    expect([seen.status, seen.body.mark?.kind]).toEqual([200, "corrected"]);
    expect(JSON.stringify(seen.body)).not.toContain("Gräns");
    expect((await entryOf(entry)).corrected?.data).toMatchObject({ reporterName: "Sune Gräns" });
  });
});

describe("undoing", () => {
  it("takes a line out of what is shown of the child; the story keeps it", async () => {
    const entry = await talked("Jag vill byta skola.");
    expect((await entryOf(entry)).may).toMatchObject({ correct: true, undo: true });
    const others = await act(ylva, "undo-entry", { entry });
    expect(others.status).toBe(403);
    const answer = await act(jonatan, "undo-entry", { entry });
    expect([answer.status, ...answer.problems]).toEqual([200]);
    expect(await wordsNow()).not.toContain("Jag vill byta skola.");
    expect(await lineOf(entry)).toMatchObject({ type: "talk.signed", mark: { kind: "undone" } });
    expect((await entryOf(entry)).may).toMatchObject({ correct: false, undo: false });
  });

  it("is refused for a decision, and after midnight", async () => {
    const { lines } = (
      await jonatan.get<z.infer<typeof chronology.answer>>(
        `/api/v1/akt/${elmer.akt}/chronology?kind=investigation.opened`,
      )
    ).body;
    const opened = lines[0]?.seq;
    expect((await act(jonatan, "undo-entry", { entry: opened })).problems).toEqual([
      "record.only-new-decision",
    ]);
    const entry = await noted();
    app.move(15 * 3_600_000);
    jonatan = await signIn(app, demo, "jonatan");
    expect((await act(jonatan, "undo-entry", { entry })).problems).toEqual([
      "record.undo-too-late",
    ]);
  });

  it("leaves a log from which everything is made again just as it stands", async () => {
    const rebuilt = await rebuildCheck(app.store, app.connection, demo.tenant);
    expect(rebuilt.differences).toEqual([]);
  });
});
