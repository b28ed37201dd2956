import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { childPage } from "../../contract/views/child-page.ts";
import type { myDay } from "../../contract/views/my-day.ts";
import type { unitClocks } from "../../contract/views/unit-clocks.ts";
import type { CommandAnswer } from "../../contract/shapes.ts";
import { inTenant } from "../../store/in-tenant.ts";
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

let app: TestApp;
let demo: TestDemo;
let jonatan: TestUser;
let mira: TestUser;
let carina: TestUser;
let ylva: TestUser;
let per: TestUser;
const akter = new Map<string, string>();

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  [jonatan, mira, carina, ylva, per] = await Promise.all([
    signIn(app, demo, "jonatan"),
    signIn(app, demo, "mira"),
    signIn(app, demo, "carina"),
    signIn(app, demo, "ylva"),
    signIn(app, demo, "per"),
  ]);
  const unit = await carina.get<z.infer<typeof unitClocks.answer>>("/api/v1/unit");
  for (const { child, akt } of unit.body.matters) akter.set(child.name.split(" ")[0] ?? "", akt);
  const day = await ylva.get<z.infer<typeof myDay.answer>>("/api/v1/my-day");
  for (const { child, akt } of day.body.groups.flatMap(({ clocks }) => clocks)) {
    akter.set(child.name.split(" ")[0] ?? "", akt);
  }
}, DEMO_TIMEOUT);
afterAll(() => app.close());

async function child(user: TestUser, name: string): Promise<ChildPage> {
  const answer = await user.get<ChildPage>(`/api/v1/akt/${akter.get(name)}`);
  expect(answer.status, name).toBe(200);
  return answer.body;
}

/** A note in the first matter of a child. */
function note(page: ChildPage, more: object = {}) {
  return {
    commandId: randomUUID(),
    akt: page.akt,
    matter: page.matters[0]?.matter,
    data: { text: "Elmer ringde själv och ville ändra tiden." },
    ...more,
  };
}

async function logRows(kind: string) {
  return inTenant(app.pools.app, demo.tenant, (tx) =>
    tx.rows<{ action: string; rule: string | null; persons: string[]; akt: string | null }>({
      text: `select action, rule, persons, akt from access_log where kind = '${kind}' order by no desc limit 1`,
    }),
  );
}

describe("a command on an akt", () => {
  it("is carried out, stands in the chronology and in the access log", async () => {
    const page = await child(jonatan, "Elmer");
    const answer = await jonatan.post<CommandAnswer>("/api/v1/notes/sign-note", note(page));
    expect(answer.status).toBe(200);
    expect(answer.body.events).toEqual([{ seq: answer.body.seq, type: "note.signed" }]);
    const entry = await jonatan.get(`/api/v1/akt/${page.akt}/chronology/${answer.body.seq}`);
    expect(entry.body).toMatchObject({
      document: "note",
      by: "Jonatan Hedlid",
      data: { text: note(page).data.text },
    });
    const rows = await logRows("command");
    expect(rows[0]).toMatchObject({
      action: "notes.sign-note",
      akt: page.akt,
      persons: [page.person],
    });
  });

  it("that is sent again is answered again and done once", async () => {
    const page = await child(jonatan, "Elmer");
    const body = note(page);
    const first = await jonatan.post<CommandAnswer>("/api/v1/notes/sign-note", body);
    const answers = await Promise.all(
      [1, 2, 3].map(() => jonatan.post<CommandAnswer>("/api/v1/notes/sign-note", body)),
    );
    for (const answer of answers) expect(answer.body).toEqual(first.body);
    const other = await jonatan.post("/api/v1/notes/sign-note", {
      ...body,
      data: { text: "Annat." },
    });
    expect([other.status, ...other.problems]).toEqual([409, "command.id-reused"]);
  });

  it("of somebody else that is sent again by another is refused", async () => {
    const page = await child(jonatan, "Elmer");
    const body = note(page);
    const first = await jonatan.post<CommandAnswer>("/api/v1/notes/sign-note", body);
    expect(first.status).toBe(200);
    const carina = await signIn(app, demo, "carina");
    const replayed = await carina.post("/api/v1/notes/sign-note", body);
    expect([replayed.status, ...replayed.problems]).toEqual([409, "command.id-reused"]);
    expect(replayed.body).not.toMatchObject(first.body);
  });

  it("over something that has changed since it was shown is refused", async () => {
    const page = await child(mira, "Signe");
    const body = note(page, { expect: { basisVersion: 0 } });
    const answer = await mira.post("/api/v1/notes/sign-note", body);
    expect([answer.status, ...answer.problems]).toEqual([409, "command.stale"]);
  });

  it("later than now, or at no time at all, is refused", async () => {
    const page = await child(jonatan, "Elmer");
    const later = await jonatan.post(
      "/api/v1/notes/sign-note",
      note(page, { occurredAt: "2026-11-26T08:00" }),
    );
    expect(later.problems).toEqual(["command.time-later-than-now"]);
    const never = await jonatan.post(
      "/api/v1/notes/sign-note",
      note(page, { occurredAt: "2026-02-30T08:00" }),
    );
    expect([never.status, ...never.problems]).toEqual([400, "request.shape"]);
  });

  it("in an akt that is not there is refused", async () => {
    const page = await child(jonatan, "Elmer");
    const answer = await jonatan.post("/api/v1/notes/sign-note", note(page, { akt: randomUUID() }));
    expect([answer.status, ...answer.problems]).toEqual([404, "akt.not-found"]);
  });
});

describe("who may do what", () => {
  it("an assistant writes notes and does not assess", async () => {
    const page = await child(per, "Elmer");
    expect((await per.post("/api/v1/notes/sign-note", note(page))).status).toBe(200);
    const assess = await per.post("/api/v1/intake/assess-protection", note(page));
    expect([assess.status, ...assess.problems]).toEqual([403, "access.role"]);
    expect((await logRows("denied"))[0]).toMatchObject({
      action: "intake.assess-protection",
      rule: "access.role",
    });
  });

  it("a colleague of the unit and an assistant do not reach a protected child, and that they tried is noted", async () => {
    const page = await child(mira, "Signe");
    const read = await per.get(`/api/v1/akt/${page.akt}`);
    expect([read.status, ...read.problems]).toEqual([403, "access.not-yours"]);
    expect((await logRows("denied"))[0]).toMatchObject({
      action: "views.child-page",
      rule: "access.protected",
    });
    const write = await per.post("/api/v1/notes/sign-note", note(page));
    expect([write.status, ...write.problems]).toEqual([403, "access.not-yours"]);
    expect((await logRows("refused"))[0]).toMatchObject({
      action: "notes.sign-note",
      rule: "access.protected",
    });
    const chronology = await per.get(`/api/v1/akt/${page.akt}/chronology`);
    expect(chronology.problems).toEqual(["access.not-yours"]);
  });

  it("another unit's child is out of reach, a report nobody has is not", async () => {
    const elsewhere = await ylva.get(`/api/v1/akt/${akter.get("Iris")}`);
    expect([elsewhere.status, ...elsewhere.problems]).toEqual([403, "access.not-yours"]);
    const fresh = await child(ylva, "Alve");
    const report = fresh.matters[0]?.reports[0]?.report;
    const assessed = await ylva.post("/api/v1/intake/assess-protection", {
      ...note(fresh),
      ids: { report },
      data: { outcome: "no-immediate-need", reasons: "Alve är hos sin mormor i dag." },
    });
    expect(assessed.status).toBe(200);
  });

  it("a decision by delegation is made by the one who is signed in", async () => {
    const page = await child(jonatan, "Melker");
    const staff = await jonatan.get<{ staff: { id: string; name: string }[] }>("/api/v1/staff");
    const idOf = (name: string) => staff.body.staff.find((each) => each.name === name)?.id;
    const decision = {
      ...note(page),
      ids: { decision: randomUUID(), decider: idOf("Carina Torpvall") },
      data: {
        type: "open-measure",
        wording: "Melker beviljas familjebehandling i hemmet.",
        legalBasis: ["sol25-11-1"],
        reasons: "Behovet är utrett och mamman samtycker.",
        favourable: true,
        measureTypes: ["yac-70"],
        childPosition: "consents",
        guardianPositions: [
          {
            id: randomUUID(),
            guardian: page.parties.find(({ kind }) => kind === "guardian")?.person,
            position: "consents",
          },
        ],
      },
    };
    const inHerName = await jonatan.post("/api/v1/decision/make-decision", decision);
    expect([inHerName.status, ...inHerName.problems]).toEqual([403, "decision.decider-not-you"]);
    const byHerself = await carina.post("/api/v1/decision/make-decision", decision);
    expect(byHerself.status, JSON.stringify(byHerself.body)).toBe(200);
  });

  it("only the manager of the unit gives out matters", async () => {
    const page = await child(carina, "Alve");
    const assign = { ...note(page), data: {}, ids: { worker: randomUUID() } };
    const byWorker = await jonatan.post("/api/v1/matter/assign-matter", assign);
    expect([byWorker.status, ...byWorker.problems]).toEqual([403, "access.role"]);
  });
});

describe("a draft", () => {
  it("is one for its editors, keeps both texts, and is out of reach for others", async () => {
    const page = await child(jonatan, "Elmer");
    const opening = {
      draft: randomUUID(),
      document: "talk",
      akt: page.akt,
      matter: page.matters[0]?.matter,
    };
    const opened = await jonatan.post<{ draft: string }>("/api/v1/drafts/open-draft", opening);
    const again = await mira.post<{ draft: string }>("/api/v1/drafts/open-draft", {
      ...opening,
      draft: randomUUID(),
    });
    expect(again.body.draft).toBe(opened.body.draft);
    const change = (value: string, base: number) => ({
      draft: opened.body.draft,
      changes: [{ path: "summary", base, value, changeId: randomUUID() }],
    });
    await jonatan.post("/api/v1/drafts/save-draft", change("Första texten", 0));
    const conflict = await mira.post<{ fields: object[] }>(
      "/api/v1/drafts/save-draft",
      change("Andra texten", 0),
    );
    expect(conflict.body.fields[0]).toMatchObject({
      value: "Andra texten",
      other: "Första texten",
      by: "Mira Falkö",
    });
    const signing = await mira.post("/api/v1/notes/sign-talk", {
      ...note(page),
      data: {},
      draft: opened.body.draft,
    });
    expect(signing.problems).toContain("draft.unresolved-conflict");
    const stranger = await ylva.get(`/api/v1/drafts/${opened.body.draft}`);
    expect(stranger.status).toBe(403);
    const wrong = await mira.post("/api/v1/drafts/save-draft", {
      ...change("x", 0),
      changes: [{ path: "nonsense", base: 0, value: "x", changeId: randomUUID() }],
    });
    expect(wrong.problems).toEqual(["draft.path-unknown"]);
  });

  it("of an assessment is nothing for an assistant, and one without an akt is its maker's own", async () => {
    const page = await child(per, "Elmer");
    const opening = {
      draft: randomUUID(),
      document: "decision-basis",
      akt: page.akt,
      matter: page.matters[0]?.matter,
    };
    expect((await per.post("/api/v1/drafts/open-draft", opening)).status).toBe(403);
    expect((await logRows("denied"))[0]).toMatchObject({
      action: "drafts.open-draft",
      akt: page.akt,
    });
    const unknown = await per.post("/api/v1/drafts/open-draft", { ...opening, document: "roman" });
    expect(unknown.problems).toEqual(["draft.document-unknown"]);
    const own = await ylva.post<{ draft: string }>("/api/v1/drafts/open-draft", {
      draft: randomUUID(),
      document: "report",
    });
    expect(own.status).toBe(200);
    const other = await mira.get(`/api/v1/drafts/${own.body.draft}`);
    expect([other.status, ...other.problems]).toEqual([404, "draft.not-found"]);
    expect(
      (await ylva.post("/api/v1/drafts/discard-draft", { draft: own.body.draft })).status,
    ).toBe(200);
  });
});
