import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  listAssignments,
  readAssignment,
} from "../../contract/assignments/assignment-routes.ts";
import type { readReach } from "../../contract/reach/reach-routes.ts";
import type { accesses } from "../../contract/views/accesses.ts";
import type { childPage } from "../../contract/views/child-page.ts";
import type { myDay } from "../../contract/views/my-day.ts";
import { routes } from "../../contract/routes.ts";
import { inTenant } from "../../store/in-tenant.ts";
import type { AnswerOf } from "../http/handler.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  type TestApp,
  type TestDemo,
  type TestUser,
} from "../testing/test-app.ts";

type Line = AnswerOf<typeof listAssignments>["lines"][number];

let app: TestApp;
let demo: TestDemo;
let hanna: TestUser;
let mira: TestUser;
let vidar: Line;

/** Hanna carries out Vidar's measure, linked by Mira; the demo board says so. */
beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  hanna = await signIn(app, demo, "hanna");
  mira = await signIn(app, demo, "mira");
  const [line] = await mine();
  if (line === undefined) throw new Error("Hanna has no assignment");
  vidar = line;
}, DEMO_TIMEOUT);
afterAll(() => app.close());

async function mine(): Promise<readonly Line[]> {
  const path = "/api/v1/assignments";
  return (await hanna.get<AnswerOf<typeof listAssignments>>(path)).body.lines;
}

function read(line = vidar) {
  const path = `/api/v1/akt/${line.akt}/assignments/${line.measure}`;
  return hanna.get<AnswerOf<typeof readAssignment>>(path);
}

async function logged(): Promise<readonly string[]> {
  const rows = await inTenant(app.pools.app, demo.tenant, (tx) =>
    tx.rows<{ action: string; kind: string }>(
      {
        text: `select action, kind from access_log where akt = $1 and action like 'assignments.%' order by no`,
      },
      [vidar.akt],
    ),
  );
  return rows.map(({ action, kind }) => `${action} ${kind}`);
}

describe("an assignment", () => {
  it("is read by the one it is linked to, as the provider gets it on paper, and each reading is logged", async () => {
    expect((await mine()).map(({ child, by }) => [child.name, by])).toEqual([
      ["Vidar Almroth", "Mira Falkö"],
    ]);
    const { status, body, response } = await read();
    expect(status).toBe(200);
    expect(body).toMatchObject({ worker: "Mira Falkö", reports: [] });
    expect(body.documents.map(({ title }) => title)).toEqual(["Uppdrag till utförare"]);
    expect(response.payload).toContain("Inga kallelser per sms");
    // His own words are for those he has named.
    expect(response.payload).not.toContain("vill ha hjälp att sova");
    expect(await logged()).toContain("assignments.read-assignment view");
  });

  it("opens nothing else: not the akt, a list, a search, a number or another child's assignment", async () => {
    const { akt, measure } = vidar;
    const refused = routes.filter(({ method, path, action }) => {
      const isOwn = action.startsWith("assignment.") || action === "public" || action === "setup";
      return method === "GET" && path.includes(":akt") && !isOwn;
    });
    expect(refused.length).toBeGreaterThan(10);
    for (const { id, path } of refused) {
      const filled = path
        .replace(":akt", akt)
        .replace(":seq", "1")
        .replace(/:[a-z]+/giu, measure);
      expect((await hanna.get(filled)).status, id).toBe(403);
    }
    const search = await hanna.post("/api/v1/persons/search-persons", { q: "Vidar" });
    expect(search.problems).toEqual(["access.role"]);
    expect((await hanna.get("/api/v1/my-day?scope=mine&show=all")).status).toBe(403);
    expect((await hanna.get<{ staff: unknown[] }>("/api/v1/staff")).body.staff).toEqual([]);
    const [other] = await inTenant(app.pools.app, demo.tenant, (tx) =>
      tx.rows<{ akt: string }>({ text: "select akt from akt where akt <> $1 order by akt" }, [akt]),
    );
    const strange = { ...vidar, akt: other?.akt ?? "" };
    expect((await read(strange)).problems).toEqual(["access.not-yours"]);
    const draft = { draft: randomUUID(), document: "note", akt, matter: vidar.matter };
    expect((await hanna.post("/api/v1/drafts/open-draft", draft)).status).toBe(403);
  });

  it("is reported back on, in the name of the one who carries it out, for the caseworker to read", async () => {
    const write = (data: object, more: object = {}) =>
      hanna.post("/api/v1/assignments/write-report", {
        commandId: randomUUID(),
        akt: vidar.akt,
        measure: vidar.measure,
        report: randomUUID(),
        data,
        ...more,
      });
    expect((await write({})).problems).toEqual(["answer.required"]);
    expect((await write({ text: "x" }, { measure: randomUUID() })).problems).toEqual([
      "access.not-yours",
    ]);
    expect((await write({ text: "Två träffar, bättre sömn." })).problems).toEqual([]);
    expect((await read()).body.reports).toMatchObject([{ text: "Två träffar, bättre sömn." }]);
    const story = await mira.get(`/api/v1/akt/${vidar.akt}/chronology`);
    expect(story.response.payload).toContain("Två träffar, bättre sömn.");
    expect(story.response.payload).toContain("Hanna Solbäck");
  });

  it("stands on the caseworker's day until it is read, and its reader is told to have had a task", async () => {
    const waiting = async () => {
      const { groups } = (await mira.get<AnswerOf<typeof myDay>>("/api/v1/my-day?show=all")).body;
      const clocks = groups.flatMap((group) => group.clocks);
      return clocks.filter(({ akt, ruleId }) => akt === vidar.akt && ruleId === "J-09").length;
    };
    expect(await waiting()).toBe(1);
    const page = (await mira.get<AnswerOf<typeof childPage>>(`/api/v1/akt/${vidar.akt}`)).body;
    const step = page.matters
      .flatMap(({ steps }) => steps)
      .find(({ command }) => command === "measure.read-report");
    const noted = await mira.post("/api/v1/measure/note-report-read", {
      commandId: randomUUID(),
      akt: vidar.akt,
      matter: vidar.matter,
      ids: step?.ids ?? {},
      data: {},
    });
    expect(noted.problems).toEqual([]);
    expect(await waiting()).toBe(0);
    const told = (await read()).body;
    expect(told.reports).toMatchObject([{ readOn: told.today }]);
    const carina = await signIn(app, demo, "carina");
    const log = await carina.get<AnswerOf<typeof accesses>>(`/api/v1/akt/${vidar.akt}/accesses`);
    const hers = log.body.lines.filter(({ name }) => name === "Hanna Solbäck");
    expect(
      hers.map(({ relation, hints }) => [relation, hints.includes("no-assignment")]),
    ).toContainEqual(["performer", false]);
    expect(
      hers.filter(({ kind, hints }) => kind !== "denied" && hints.includes("no-assignment")),
    ).toEqual([]);
  });

  it("is linked by the caseworker to a provider until a day, and ended", async () => {
    const path = `/api/v1/akt/${vidar.akt}/reach`;
    const reach = async () => (await mira.get<AnswerOf<typeof readReach>>(path)).body;
    const [link] = (await reach()).appointments;
    const give = (verb: string, ids: object, data: object = {}, user = mira) =>
      user.post(`/api/v1/reach/${verb}`, {
        commandId: randomUUID(),
        akt: vidar.akt,
        matter: vidar.matter,
        ids,
        data,
      });
    const appointment = link?.appointment;
    expect((await give("end-appointment", { appointment }, {}, hanna)).problems).toEqual([
      "access.role",
    ]);
    expect((await give("end-appointment", { appointment })).problems).toEqual([]);
    expect(await mine()).toEqual([]);
    expect((await read()).problems).toEqual(["access.not-yours"]);
    const { staff } = link ?? { staff: { id: "" } };
    const ids = { appointment: randomUUID(), measure: vidar.measure, staff: staff.id };
    const until = { until: "2026-11-26" };
    expect((await give("appoint-provider", ids, { until: "2029-01-01" })).problems).toEqual([
      "reach.days",
    ]);
    const kajsa = (await reach()).staff[0]?.id;
    expect((await give("appoint-provider", { ...ids, staff: kajsa }, until)).problems).toEqual([
      "reach.no-performer",
    ]);
    const later = { from: "2026-11-26", ...until };
    expect((await give("appoint-provider", ids, later)).problems).toEqual([]);
    expect(await mine()).toEqual([]);
    expect((await read()).problems).toEqual(["access.not-yours"]);
    const waits = (await reach()).appointments[0];
    expect([waits?.since, waits?.until]).toEqual(["2026-11-26", "2026-11-26"]);
    expect((await give("end-appointment", { appointment: ids.appointment })).problems).toEqual([]);
    const again = { ...ids, appointment: randomUUID() };
    expect((await give("appoint-provider", again, until)).problems).toEqual([]);
    expect((await read()).status).toBe(200);
    app.move(3 * 24 * 60 * 60 * 1000);
    hanna = await signIn(app, demo, "hanna");
    expect(await mine()).toEqual([]);
    expect((await read()).problems).toEqual(["access.not-yours"]);
  });
});
