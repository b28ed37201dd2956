import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { accesses } from "../../contract/views/accesses.ts";
import type { listGlass } from "../../contract/glass/list-glass.ts";
import type { listReviews } from "../../contract/log-review/list-reviews.ts";
import type { readReview } from "../../contract/log-review/read-review.ts";
import type { childPage } from "../../contract/views/child-page.ts";
import type { myDay } from "../../contract/views/my-day.ts";
import type { unitClocks } from "../../contract/views/unit-clocks.ts";
import { addDays, addMonths, plainDate } from "../../kernel/plain-date.ts";
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

type Answer = z.infer<typeof accesses.answer>;

const HOUR = 3_600_000;
let app: TestApp;
let demo: TestDemo;
let users: Readonly<Record<"jonatan" | "carina" | "ylva", TestUser>>;
let akt: string;
let iris: string;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  const [jonatan, carina, ylva] = await Promise.all([
    signIn(app, demo, "jonatan"),
    signIn(app, demo, "carina"),
    signIn(app, demo, "ylva"),
  ]);
  users = { jonatan, carina, ylva };
  const unit = await carina.get<z.infer<typeof unitClocks.answer>>("/api/v1/unit");
  const named = (name: string) =>
    unit.body.matters.find(({ child }) => child.name.startsWith(name));
  akt = named("Elmer")?.akt ?? "";
  iris = named("Iris")?.akt ?? "";
}, DEMO_TIMEOUT);
afterAll(() => app.close());

const readAs = (user: TestUser, of = akt) => user.get<Answer>(`/api/v1/akt/${of}/accesses`);

it("the manager of the unit sees who has looked, by day, and that it was looked at", async () => {
  await users.jonatan.get(`/api/v1/akt/${akt}`);
  await users.jonatan.get(`/api/v1/akt/${akt}`);
  const first = await readAs(users.carina);
  expect(first.status).toBe(200);
  const line = first.body.lines.find(
    ({ name, kind }) => name.startsWith("Jonatan") && kind === "view",
  );
  expect(line).toMatchObject({ relation: "worker", first: "10:30", last: "10:30", hints: [] });
  expect(line?.what.map(({ sv }) => sv)).toContain("barnets sida");
  expect(line?.times).toBeGreaterThanOrEqual(2);
  const again = await readAs(users.carina);
  const own = again.body.lines.find(
    ({ name, what }) => name.startsWith("Carina") && what.length > 0,
  );
  expect(own?.what.map(({ sv }) => sv)).toContain("vem som har läst");
});

it("a colleague who was denied stands there, and nobody but the manager may look", async () => {
  expect((await readAs(users.jonatan)).status).toBe(403);
  expect((await users.ylva.get(`/api/v1/akt/${iris}`)).status).toBe(403);
  const lines = (await readAs(users.carina, iris)).body.lines;
  expect(
    lines.find(({ name, kind }) => name.startsWith("Ylva") && kind === "denied"),
  ).toMatchObject({
    relation: "none",
    hints: [],
  });
});

it("nothing of what was read leaves with it", async () => {
  const answer = await readAs(users.carina);
  expect(JSON.stringify(answer.body)).not.toMatch(/orosanmälan från|telefon|adress/iu);
  expect(answer.body.child.number).not.toMatch(/^\d{12}$/u);
});

it("what is looked at in the night is marked", async () => {
  app.move(13 * HOUR);
  const jonatan = await signIn(app, demo, "jonatan");
  expect((await jonatan.get(`/api/v1/akt/${akt}`)).status).toBe(200);
  const carina = await signIn(app, demo, "carina");
  const { lines } = (await readAs(carina)).body;
  expect(lines.filter(({ hints }) => hints.includes("night")).length).toBeGreaterThan(0);
});

describe("breaking the glass", () => {
  const reason = "Polisen ringer om barnet och handläggaren går inte att nå.";
  const openIt = (user: TestUser, of: string, more: object = {}) =>
    user.post("/api/v1/glass/open-glass", {
      commandId: crypto.randomUUID(),
      akt: of,
      opening: crypto.randomUUID(),
      kind: "acute",
      reason,
      ...more,
    });
  const openings = async (user: TestUser) =>
    (await user.get<z.infer<typeof listGlass.answer>>("/api/v1/glass")).body.openings;
  const signInAll = () =>
    Promise.all((["ylva", "carina", "gunnel"] as const).map((name) => signIn(app, demo, name)));

  it("lets somebody without a task read for some hours, with a reason, and the log says so", async () => {
    const [ylva, carina] = await signInAll();
    if (ylva === undefined || carina === undefined) throw new Error("nobody");
    const page = `/api/v1/akt/${iris}`;
    expect((await ylva.get(page)).status).toBe(403);
    expect((await openIt(ylva, iris, { reason: "vet ej" })).problems).toEqual([
      "glass.reason-missing",
    ]);
    expect((await openIt(ylva, iris, { kind: "curious" })).problems).toEqual([
      "glass.kind-unknown",
    ]);
    expect((await openIt(ylva, iris)).status).toBe(200);
    const read = await ylva.get<z.infer<typeof childPage.answer>>(page);
    expect(read.status).toBe(200);
    expect(read.body.glassUntil).toMatch(/^2026-\d\d-\d\dT\d\d:\d\d$/u);
    expect((await openIt(carina, akt)).problems).toEqual(["glass.not-needed"]);
    const matter = read.body.matters[0]?.matter ?? "";
    const note = { commandId: crypto.randomUUID(), matter, ids: {}, data: { text: "x" } };
    expect((await ylva.post(`/api/v1/akt/${iris}/sign-note`, note)).status).not.toBe(200);
    const lines = (await readAs(carina, iris)).body.lines;
    const line = lines.find(({ name, kind }) => name.startsWith("Ylva") && kind === "view");
    expect(line?.hints).toContain("glass");
  });

  it("waits on the manager's day until somebody else has followed it up, and is late after some days", async () => {
    const [ylva, carina, gunnel] = await signInAll();
    if (ylva === undefined || carina === undefined || gunnel === undefined)
      throw new Error("nobody");
    const day = async (user: TestUser) =>
      (await user.get<z.infer<typeof myDay.answer>>("/api/v1/my-day")).body.glass;
    expect(await day(ylva)).toBeNull();
    expect(await day(carina)).toEqual({ waiting: 1, late: 0 });
    const [opened] = await openings(carina);
    expect(opened).toMatchObject({ reason, mine: false, late: false, looks: 1, review: null });
    const review = (user: TestUser, more: object = {}) =>
      user.post("/api/v1/glass/review-glass", {
        commandId: crypto.randomUUID(),
        akt: iris,
        opening: opened?.opening,
        outcome: "justified",
        note: "Polisen bekräftar samtalet.",
        ...more,
      });
    expect((await review(ylva)).status).toBe(403);
    expect((await review(carina, { outcome: "fine" })).problems).toEqual(["glass.outcome-unknown"]);
    app.move(5 * 24 * HOUR);
    const later = await signIn(app, demo, "carina");
    expect(await day(later)).toEqual({ waiting: 1, late: 1 });
    expect((await review(later)).status).toBe(200);
    expect((await review(later)).problems).toEqual(["glass.reviewed"]);
    expect(await day(later)).toEqual({ waiting: 0, late: 0 });
    const again = await signIn(app, demo, "ylva");
    expect((await again.get(`/api/v1/akt/${iris}`)).status).toBe(403);
  });

  it("a manager's own opening is another manager's to follow up", async () => {
    const [, carina, gunnel] = await signInAll();
    if (carina === undefined || gunnel === undefined) throw new Error("nobody");
    const foreign = await firstOutOfReach(gunnel);
    expect((await openIt(gunnel, foreign)).status).toBe(200);
    const own = (await openings(gunnel)).find(({ mine }) => mine);
    const body = {
      commandId: crypto.randomUUID(),
      akt: foreign,
      opening: own?.opening,
      outcome: "justified",
      note: "Det var rätt.",
    };
    const tried = await gunnel.post("/api/v1/glass/review-glass", body);
    expect(tried.problems).toEqual(["glass.own"]);
    expect((await openings(carina)).some(({ opening }) => opening === own?.opening)).toBe(true);
  });
});

/** An akt that somebody is refused. */
async function firstOutOfReach(user: TestUser): Promise<string> {
  for (const one of [akt, iris]) {
    if ((await user.get(`/api/v1/akt/${one}`)).status === 403) return one;
  }
  throw new Error("everything is in reach");
}

describe("the check of the log", () => {
  it("takes every row with a hint and a sample, leaves out one's own, and is signed off", async () => {
    const before = await signIn(app, demo, "carina");
    const unit = (await before.get<z.infer<typeof unitClocks.answer>>("/api/v1/unit")).body;
    const hidden = unit.matters.find(({ child }) => child.protected);
    expect((await before.get(`/api/v1/akt/${hidden?.akt ?? ""}`)).status).toBe(200);
    app.move(24 * HOUR);
    const lova = await signIn(app, demo, "lova");
    const carina = await signIn(app, demo, "carina");
    const path = "/api/v1/log-review";
    expect((await carina.get(path)).status).toBe(403);
    const { today, next } = (await lova.get<z.infer<typeof listReviews.answer>>(path)).body;
    expect(next.from <= next.to).toBe(true);
    // The demo is dated back; the first check is due a period after the board was made all the same.
    expect([next.late, next.by > addMonths(plainDate(today), 2)]).toEqual([false, true]);
    const review = crypto.randomUUID();
    const ids = { commandId: crypto.randomUUID(), review };
    const day = (n: number) => addDays(plainDate(today), n);
    const [from, to] = [day(-20), day(-1)];
    const start = (more: object) =>
      lova.post(`${path}/start-review`, { ...ids, from, to, ...more });
    expect((await start({ to: "2099-01-01" })).problems).toEqual(["log-review.no-period"]);
    const twice = [...(await Promise.all([start({}), start({})])), await start({})];
    expect(twice.map(({ status }) => status)).toEqual([200, 200, 200]);
    const other = await start({ review: crypto.randomUUID() });
    expect(other.problems).toEqual(["log-review.open-already"]);
    const read = async () =>
      (await lova.get<z.infer<typeof readReview.answer>>(`${path}/${review}`)).body;
    const { rows } = await read();
    const hints = new Set(rows.flatMap((row) => row.hints.map(({ id }) => id)));
    for (const hint of ["glass", "night", "no-assignment", "protected"])
      expect(hints).toContain(hint);
    expect(rows.some(({ name }) => name.startsWith("Lova"))).toBe(false);
    expect(rows.some(({ child }) => child?.protected === true && child.age !== null)).toBe(false);
    const judge = (row: number, verdict: string, note = "") =>
      lova.post(`${path}/judge-row`, { ...ids, row, verdict, note });
    expect((await judge(1, "asked")).problems).toEqual(["log-review.note-missing"]);
    expect((await judge(1, "asked", "Jour den kvällen.")).status).toBe(200);
    const sign = (note: string) => lova.post(`${path}/sign-review`, { ...ids, note });
    expect((await sign("Inget att anmärka.")).problems).toEqual(["log-review.unjudged"]);
    for (const { row } of rows.slice(1)) expect((await judge(row, "expected")).status).toBe(200);
    expect((await sign(" ")).problems).toEqual(["log-review.note-missing"]);
    expect((await sign("Inget att anmärka.")).status).toBe(200);
    expect((await judge(1, "expected")).problems).toEqual(["log-review.signed"]);
    const signed = (await read()).review;
    expect(signed).toMatchObject({ asked: 1, expected: rows.length - 1, unauthorised: 0 });
    const after = (await lova.get<z.infer<typeof listReviews.answer>>(path)).body;
    expect(after.next.from > to).toBe(true);
    const tighten = (reviewMonths: number, keepYears: number) =>
      lova.post(`${path}/tighten-log`, { ...ids, reviewMonths, keepYears });
    const looser = [(await tighten(4, 5)).problems, (await tighten(3, 6)).problems];
    expect(looser).toEqual([["log-review.looser"], []]);
    expect((await tighten(2, 5)).problems).toEqual(["log-review.looser"]);
    expect((await tighten(1, 6)).problems).toEqual([]);
    expect((await lova.get(path)).body).toMatchObject({
      months: 1,
      keepYears: 6,
      next: { late: false },
    });
  });
});

it("an extract is made for a guardian by name, by the manager of the unit only", async () => {
  const [carina, jonatan] = [await signIn(app, demo, "carina"), await signIn(app, demo, "jonatan")];
  const page = (await carina.get<z.infer<typeof childPage.answer>>(`/api/v1/akt/${akt}`)).body;
  const guardian = page.parties.find(({ kind }) => kind === "guardian")?.person ?? "";
  const path = (recipient: string, from = "2026-01-01") =>
    `/api/v1/akt/${akt}/access-extract?recipient=${recipient}&from=${from}&to=2026-12-31`;
  expect((await jonatan.get(path(guardian))).status).toBe(403);
  expect((await carina.get(path(crypto.randomUUID()))).problems).toEqual([
    "print.recipient-not-party",
  ]);
  expect((await carina.get(path(guardian, "2027-01-01"))).problems).toEqual([
    "log-review.no-period",
  ]);
  const made = await carina.get(path(guardian));
  expect([made.status, made.response.headers["content-type"]]).toEqual([200, "application/pdf"]);
});

it("the technical log of all this has typed fields only, and no name or number of anybody", async () => {
  const carina = await signIn(app, demo, "carina");
  const people = await inTenant(app.pools.app, demo.tenant, (tx) =>
    tx.rows<{ text: string; number: string | null }>({
      text: `select given_name || ' ' || family_name as text, number from person
        union all select name, null from staff`,
    }),
  );
  const [someone] = people.filter(({ number }) => number !== null);
  for (const q of [someone?.text, someone?.number]) {
    await carina.post("/api/v1/persons/search-persons", { q });
    await carina.get(`/api/v1/akt/${encodeURIComponent(q ?? "")}`);
  }
  expect(app.lines.length).toBeGreaterThan(60);
  const typed = /^(GET|POST) (\/[a-z0-9/:*.-]*|-) \d{3} \d+ms [0-9a-f]{16}$/iu;
  expect(app.lines.filter((line) => !typed.test(line))).toEqual([]);
  const words = people.flatMap(({ text }) => text.toLowerCase().split(/[^\p{L}]+/u));
  const names = new Set(words.filter((word) => word.length > 2));
  expect(names.size).toBeGreaterThan(20);
  // The id of a request is random, and could spell something.
  const lines = app.lines.map((line) => line.replace(/ \S+$/u, ""));
  const said = new Set(lines.flatMap((line) => line.toLowerCase().split(/[^\p{L}]+/u)));
  expect([...names].filter((name) => said.has(name))).toEqual([]);
  const digits = lines.join(" ");
  const numbers = people.flatMap(({ number }) => (number === null ? [] : [number.slice(2)]));
  expect(numbers.filter((number) => digits.includes(number))).toEqual([]);
});
