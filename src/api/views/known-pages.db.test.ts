import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { childPage } from "../../contract/views/child-page.ts";
import type { chronology } from "../../contract/views/chronology.ts";
import type { myDay } from "../../contract/views/my-day.ts";
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

/** A page that was read before is not made again while all it is made of is the same: it must never be too old. */

type ChildPage = z.infer<typeof childPage.answer>;
type Chronology = z.infer<typeof chronology.answer>;
type Day = z.infer<typeof myDay.answer>;

let app: TestApp;
let demo: TestDemo;
let jonatan: TestUser;
let carina: TestUser;
let path: string;
let akt: string;
let child: string;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  jonatan = await signIn(app, demo, "jonatan");
  carina = await signIn(app, demo, "carina");
  const [found] = await sql<{ akt: string; person: string }>(
    `select a.akt, a.person from akt a join person p on p.tenant = a.tenant and p.person = a.person
     where p.given_name = 'Elmer'`,
  );
  akt = found?.akt ?? "";
  child = found?.person ?? "";
  path = `/api/v1/akt/${akt}`;
}, DEMO_TIMEOUT);
afterAll(() => app.close());

function sql<R extends object>(text: string): Promise<R[]> {
  return inTenant(app.pools.app, demo.tenant, (tx) => tx.rows<R>({ text }));
}

async function read<T>(of: string, by = jonatan): Promise<T> {
  const answer = await by.get<T>(of);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}

const page = () => read<ChildPage>(path);
const story = () => read<Chronology>(`${path}/chronology`);
const day = () => read<Day>("/api/v1/my-day");

async function views(): Promise<number> {
  const [row] = await sql<{ n: number }>(
    "select count(*)::int as n from access_log where kind = 'view'",
  );
  return row?.n ?? 0;
}

async function post(to: string, body: object): Promise<void> {
  const answer = await jonatan.post(to, { commandId: randomUUID(), ...body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}

function clockNames(shown: ChildPage): readonly string[] {
  return shown.matters.flatMap(({ clocks }) => clocks.map(({ name }) => name));
}

describe("a page that was read before", () => {
  it("is the same again, and stands in the access log each time", async () => {
    const first = [await page(), await story(), await day()];
    const before = await views();
    expect([await page(), await story(), await day()]).toEqual(first);
    expect(await views()).toBe(before + 3);
  });

  it("is not what somebody else sees", async () => {
    const mine = (await day()).groups;
    const theirs = (await read<Day>("/api/v1/my-day", carina)).groups;
    expect(theirs).not.toEqual(mine);
    expect((await read<Day>("/api/v1/my-day", carina)).groups).toEqual(theirs);
    expect((await day()).groups).toEqual(mine);
  });

  it("shows a clock that was made anew without an event, as rebuilding does", async () => {
    const clock = `akt = '${akt}' and running`;
    await sql(
      `update clock set detail = jsonb_set(detail::jsonb, '{name,sv}', '"Ny frist"')::json where ${clock}`,
    );
    expect(clockNames(await page())).toContain("Ny frist");
    const names = (await day()).groups.flatMap(({ clocks }) => clocks.map(({ name }) => name));
    expect(names).toContain("Ny frist");
  });

  it("shows the child's new name, and a name that has become protected no longer", async () => {
    await sql(`update person set given_name = 'Elmar' where person = '${child}'`);
    expect((await page()).child.name).toMatch(/^Elmar /u);
    const shown = (await day()).groups.flatMap(({ clocks }) =>
      clocks.map((each) => each.child.name),
    );
    expect(shown.some((name) => name.startsWith("Elmar "))).toBe(true);
    await sql(`update person set protected = true where person = '${child}'`);
    expect((await page()).child).toMatchObject({ protected: true, number: null });
  });

  it("shows what has been written since, and a draft that was begun", async () => {
    const matter = (await page()).matters[0]?.matter;
    const lines = (await story()).lines.length;
    await post("/api/v1/notes/sign-note", { akt, matter, data: { text: "Ringde skolan." } });
    const [newest] = (await story()).lines;
    expect(newest?.excerpt).toBe("Ringde skolan.");
    expect((await story()).lines).toHaveLength(Math.min(50, lines + 1));
    const drafts = (await page()).drafts.length;
    const draft = randomUUID();
    await post("/api/v1/drafts/open-draft", { draft, document: "note", akt, matter, item: draft });
    const change = { path: "text", base: 0, value: "Börjad.", changeId: randomUUID() };
    await post("/api/v1/drafts/save-draft", { draft, changes: [change] });
    expect((await page()).drafts).toHaveLength(drafts + 1);
    expect((await day()).drafts.map((each) => each.draft)).toContain(draft);
    await post("/api/v1/drafts/discard-draft", { draft });
    expect((await page()).drafts).toHaveLength(drafts);
  });

  it("is refused as soon as it may not be read any more", async () => {
    const other = "gen_random_uuid()";
    await sql(
      `update matter set worker = ${other}, co_worker = null, unit = ${other} where akt = '${akt}'`,
    );
    expect((await jonatan.get(path)).status).toBe(403);
    expect((await jonatan.get(`${path}/chronology`)).status).toBe(403);
  });
});
