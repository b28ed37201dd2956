import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { followDraft } from "../../contract/drafts/follow-draft.ts";
import type { listPast } from "../../contract/drafts/list-past.ts";
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

type Past = z.infer<typeof listPast.answer>;
type News = z.infer<typeof followDraft.answer>;

let app: TestApp;
let demo: TestDemo;
let jonatan: TestUser;
let carina: TestUser;
const draft = randomUUID();

beforeAll(async () => {
  app = await openTestApp();
  demo = await makeTestDemo(app);
  jonatan = await signIn(app, demo, "jonatan");
  carina = await signIn(app, demo, "carina");
  const [place] = await inTenant(app.pools.app, demo.tenant, (tx) =>
    tx.rows<{ akt: string; matter: string }>({
      text: `select m.akt, m.matter from person p
             join akt a on a.tenant = p.tenant and a.person = p.person
             join matter m on m.tenant = a.tenant and m.akt = a.akt
             where p.given_name = 'Melker' and m.closed_on is null`,
    }),
  );
  const opened = await jonatan.post("/api/v1/drafts/open-draft", {
    draft,
    document: "note",
    item: randomUUID(),
    ...place,
  });
  if (opened.status !== 200) throw new Error("The draft could not be opened");
}, DEMO_TIMEOUT);
afterAll(() => app.close());

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
function logged(): Promise<number> {
  return inTenant(app.pools.app, demo.tenant, async (tx) => {
    const rows = await tx.rows<{ n: number }>({
      text: "select count(*)::int as n from access_log where action = 'drafts.follow-draft'",
    });
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
    const admin = await signIn(app, demo, "admin");
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
    const admin = await signIn(app, demo, "admin");
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
