import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { followDraft } from "../../contract/drafts/follow-draft.ts";
import type { listPast } from "../../contract/drafts/list-past.ts";
import type { listPhrases } from "../../contract/phrases/list-phrases.ts";
import type { saveDraft } from "../../contract/drafts/save-draft.ts";
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

type Phrases = z.infer<typeof listPhrases.answer>;
type Past = z.infer<typeof listPast.answer>;
type News = z.infer<typeof followDraft.answer>;

let app: TestApp;
let demo: TestDemo;
let jonatan: TestUser;
let carina: TestUser;
const draft = randomUUID();

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  jonatan = await signIn(app, demo, "jonatan");
  carina = await signIn(app, demo, "carina");
  const place = await placeOfMelker();
  const opened = await jonatan.post("/api/v1/drafts/open-draft", {
    draft,
    document: "note",
    item: randomUUID(),
    ...place,
  });
  if (opened.status !== 200) throw new Error("The draft could not be opened");
}, DEMO_TIMEOUT);
afterAll(() => app.close());

async function placeOfMelker() {
  const [place] = await inTenant(app.pools.app, demo.tenant, (tx) =>
    tx.rows<{ akt: string; matter: string }>({
      text: `select m.akt, m.matter from person p
             join akt a on a.tenant = p.tenant and a.person = p.person
             join matter m on m.tenant = a.tenant and m.akt = a.akt
             where p.given_name = 'Melker' and m.closed_on is null`,
    }),
  );
  return place;
}
async function news(user: TestUser, since: string | null): Promise<News> {
  const answer = await user.post<News>("/api/v1/drafts/follow-draft", { draft, since });
  expect(answer.status).toBe(200);
  return answer.body;
}
async function write(user: TestUser, base: number, value: string): Promise<void> {
  const changes = [{ path: "text", base, value, changeId: randomUUID() }];
  const saved = await user.post("/api/v1/drafts/save-draft", { draft, changes });
  expect(saved.status).toBe(200);
}
/** Looks at the draft that are in the access log. */
function logged(action = "drafts.follow-draft"): Promise<number> {
  return inTenant(app.pools.app, demo.tenant, async (tx) => {
    const text = "select count(*)::int as n from access_log where kind = 'view' and action = $1";
    const rows = await tx.rows<{ n: number }>({ text }, [action]);
    return rows[0]?.n ?? 0;
  });
}

describe("following a draft", () => {
  it("tells what somebody else has saved, and that they write there, and logs only that", async () => {
    const start = await news(carina, null);
    expect([start.fields, start.writers]).toEqual([[], []]);
    expect(await logged()).toBe(0);
    app.move(20_000);
    await write(jonatan, 0, "Skolan ringde.");
    const heard = await news(carina, start.at);
    expect(heard.fields).toMatchObject([{ path: "text", rev: 1, value: "Skolan ringde." }]);
    expect(heard.writers).toEqual([{ path: "text", name: "Jonatan Hedlid" }]);
    expect(await logged()).toBe(1);
    expect((await news(jonatan, start.at)).writers).toEqual([]);
    expect(await logged()).toBe(1);
    app.move(20_000);
    const later = await news(carina, heard.at);
    expect(later.writers).toEqual([]);
    app.move(20_000);
    const quiet = await news(carina, later.at);
    expect([quiet.fields, quiet.writers]).toEqual([[], []]);
  });

  it("is for those who may write in the matter, and says no to a time that is none", async () => {
    const admin = await signIn(app, demo, "astrid");
    const body = { draft, since: null };
    expect((await admin.post("/api/v1/drafts/follow-draft", body)).status).toBe(403);
    const odd = await carina.post("/api/v1/drafts/follow-draft", { draft, since: "i går" });
    expect([odd.status, ...odd.problems]).toEqual([400, "request.shape"]);
    const gone = { draft: randomUUID(), since: null };
    expect((await carina.post("/api/v1/drafts/follow-draft", gone)).status).toBe(404);
  });
});

describe("what stood in a field before", () => {
  it("is found by its editors until the draft is gone", async () => {
    const long = "Barnet berättade om en helg som blev bra. ".repeat(5);
    app.move(600_000);
    await write(jonatan, 1, long);
    await write(carina, 2, "Kort.");
    const found = await carina.post<Past>("/api/v1/drafts/list-past", { draft, path: "text" });
    expect(found.body.versions.map(({ value, by }) => [value, by])).toEqual([
      [long, "Jonatan Hedlid"],
      ["Skolan ringde.", "Jonatan Hedlid"],
    ]);
    const admin = await signIn(app, demo, "astrid");
    const denied = await admin.post("/api/v1/drafts/list-past", { draft, path: "text" });
    expect(denied.status).toBe(403);
    expect((await jonatan.post("/api/v1/drafts/discard-draft", { draft })).status).toBe(200);
    const gone = await carina.post("/api/v1/drafts/list-past", { draft, path: "text" });
    expect(gone.status).toBe(404);
    const left = await inTenant(app.pools.app, demo.tenant, (tx) =>
      tx.rows({ text: "select 1 from draft_past where draft = $1" }, [draft]),
    );
    expect(left).toEqual([]);
  });
});

describe("saves that come at once", () => {
  const save = (user: TestUser, about: string, path: string, value: unknown) =>
    user.post<{ fields: { rev: number; other?: unknown }[] }>("/api/v1/drafts/save-draft", {
      draft: about,
      changes: [{ path, base: 0, value, changeId: randomUUID() }],
    });

  async function openAnother(): Promise<string> {
    const opened = { draft: randomUUID(), document: "note", item: randomUUID() };
    const body = { ...opened, ...(await placeOfMelker()) };
    expect((await jonatan.post("/api/v1/drafts/open-draft", body)).status).toBe(200);
    return opened.draft;
  }

  it("are each allowed, refused and answered for themselves", async () => {
    const shared = await openAnother();
    // Signed out, and still known to the server from before.
    const gone = await signIn(app, demo, "carina");
    expect((await save(gone, shared, "noSuchField", "x")).status).toBe(422);
    expect((await gone.post("/api/v1/session/sign-out", {})).status).toBe(200);
    const ylva = await signIn(app, demo, "ylva");
    const answers = await Promise.all([
      save(jonatan, shared, "text", "Elev och lärare"),
      save(ylva, shared, "text", "Förbi"),
      save(gone, shared, "text", "Borta"),
      save(carina, shared, "noSuchField", "x"),
      save(carina, shared, "text", { nested: true }),
      save(carina, randomUUID(), "text", "x"),
      save(carina, shared, "text", "Eleven"),
      save(jonatan, shared, "text", "Läraren"),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 401, 422, 422, 404, 200, 200]);
    const kept = await inTenant(app.pools.app, demo.tenant, (tx) =>
      tx.rows<{ texts: string[]; rev: number }>(
        {
          text: `select rev, others || value as texts from draft_field
                 where draft = $1 and path = 'text'`,
        },
        [shared],
      ),
    );
    expect(kept[0]?.rev).toBe(3);
    expect(kept[0]?.texts.map((text) => JSON.parse(text) as string).toSorted()).toEqual(
      ["Elev och lärare", "Eleven", "Läraren"].toSorted(),
    );
  });

  it("tell what another has written since, and log it", async () => {
    const shared = await openAnother();
    const write = (path: string, value: string, since: string) =>
      carina.post<z.infer<typeof saveDraft.answer>>("/api/v1/drafts/save-draft", {
        draft: shared,
        changes: [{ path, base: 0, value, changeId: randomUUID() }],
        since,
      });
    const looked = await carina.post<News>("/api/v1/drafts/follow-draft", {
      draft: shared,
      since: null,
    });
    await save(jonatan, shared, "text", "Skolan ringde.");
    const before = await logged("drafts.save-draft");
    const told = await write("occurredAt", "2026-03-02T10:00", looked.body.at);
    expect(told.body.news).toMatchObject({
      fields: [{ path: "text", rev: 1, value: "Skolan ringde." }],
      writers: [{ path: "text", name: "Jonatan Hedlid" }],
    });
    expect(await logged("drafts.save-draft")).toBe(before + 1);
    const quiet = await write("childParticipation", "no", told.body.savedAt);
    expect([quiet.status, quiet.body.news]).toEqual([200, undefined]);
    const odd = await write("text", "x", "i går");
    expect([odd.status, ...odd.problems]).toEqual([400, "request.shape"]);
  });

  it("do not wait for one whose draft somebody holds", async () => {
    const [other, free] = [await openAnother(), await openAnother()];
    let held: Promise<{ status: number }> | undefined;
    await inTenant(app.pools.app, demo.tenant, async (tx) => {
      await tx.rows({ text: "select 1 from draft where draft = $1 for update" }, [other]);
      held = save(carina, other, "text", "Under tiden");
      expect((await save(jonatan, free, "text", "Går ändå")).status).toBe(200);
    });
    expect((await held)?.status).toBe(200);
  });
});

describe("a draft of others", () => {
  it("shows the classes of fields that what is signed shows, and what one wrote oneself", async () => {
    const [per, since] = [await signIn(app, demo, "per"), "1970-01-01T00:00:00.000Z"];
    const own = { draft: randomUUID(), document: "basic-data", item: randomUUID() };
    const opening = { ...own, ...(await placeOfMelker()) };
    await jonatan.post("/api/v1/drafts/open-draft", opening);
    const save = (user: TestUser, path: string, value: string) => {
      const changes = [{ path, base: 0, value, changeId: randomUUID() }];
      return user.post("/api/v1/drafts/save-draft", { draft: own.draft, changes, since });
    };
    await save(jonatan, "phone", "031-390 06 01");
    await save(jonatan, "communicationNeeds", "Hemligt om hälsan");
    const path = "communicationNeeds";
    const told = [
      await per.get(`/api/v1/drafts/${own.draft}`),
      await per.post("/api/v1/drafts/open-draft", opening),
      await save(per, path, "Pers ord"),
      await per.post("/api/v1/drafts/follow-draft", { draft: own.draft, since }),
      await per.post("/api/v1/drafts/list-past", { draft: own.draft, path }),
      await per.get(`/api/v1/drafts/${own.draft}`),
    ].map(({ status, response }) => `${status} ${response.payload}`);
    expect(told.filter((each) => !each.startsWith("200"))).toEqual([]);
    expect(told.join("\n")).not.toContain("Hemligt om hälsan");
    expect(told[0]).toContain("031-390 06 01");
    expect(told.at(-1)).toContain("Pers ord");
    const whole = await jonatan.get(`/api/v1/drafts/${own.draft}`);
    expect(whole.response.payload).toContain("Hemligt om hälsan");
  });
});

describe("phrases", () => {
  const users = new Map<string, TestUser>();
  beforeAll(async () => {
    users.set("jonatan", jonatan).set("carina", carina);
    for (const name of ["ylva", "astrid"]) users.set(name, await signIn(app, demo, name));
  });
  function user(name: string): TestUser {
    const found = users.get(name);
    if (found === undefined) throw new Error(`${name} is not signed in`);
    return found;
  }
  const words = (name: string) =>
    user(name)
      .get<Phrases>("/api/v1/phrases")
      .then(({ body }) => body.phrases.map((one) => `${one.shared ? "unit" : "own"} ${one.name}`));
  const keep = (name: string, phrase: string, more: object = {}) =>
    user(name).post("/api/v1/phrases/save-phrase", {
      phrase,
      shared: false,
      name: "Besök",
      words: "Besök den [dag].",
      ...more,
    });

  it("are one's own, or the unit's, and nobody else sees or changes them", async () => {
    const [own, shared] = [randomUUID(), randomUUID()];
    expect((await keep("jonatan", own)).status).toBe(200);
    expect((await keep("jonatan", shared, { shared: true, name: "Vårt" })).status).toBe(200);
    expect(await words("jonatan")).toEqual(["own Besök", "unit Vårt"]);
    expect(await words("carina")).toEqual(["unit Vårt"]);
    expect(await words("ylva")).toEqual([]);
    expect((await keep("carina", shared, { shared: true, name: "Vårat" })).status).toBe(200);
    expect(await words("jonatan")).toEqual(["own Besök", "unit Vårat"]);
    const remove = (name: string, phrase: string) =>
      user(name).post("/api/v1/phrases/remove-phrase", { phrase });
    const refused = [
      await keep("carina", own),
      await keep("ylva", shared, { shared: true }),
      await remove("ylva", shared),
    ];
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await keep("jonatan", randomUUID(), { words: "  " })).status).toBe(400);
    expect((await user("astrid").get("/api/v1/phrases")).status).toBe(403);
    expect((await remove("jonatan", shared)).status).toBe(200);
    expect(await words("carina")).toEqual([]);
  });
});
