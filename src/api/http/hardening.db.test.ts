import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { inTenant } from "../../store/in-tenant.ts";
import {
  DEMO_TIMEOUT,
  HOST,
  makeTestDemo,
  openTestApp,
  signIn,
  TestUser,
  type TestApp,
  type TestDemo,
} from "../testing/test-app.ts";

const ME = "/api/v1/session/me";
const SIGN_IN = "/api/v1/session/sign-in";
const A_MINUTE = 30;

let app: TestApp;
let demo: TestDemo;
let nils: { readonly akt: string; readonly matter: string };

beforeAll(async () => {
  app = await openTestApp({ trustProxy: 1, withDemo: true });
  demo = await makeTestDemo(app);
  const rows = await inTenant(app.pools.app, demo.tenant, (tx) =>
    tx.rows<{ akt: string; matter: string }>({
      text: `select a.akt, m.matter from akt a
             join person p on p.tenant = a.tenant and p.person = a.person and p.given_name = 'Nils'
             join matter m on m.tenant = a.tenant and m.akt = a.akt`,
    }),
  );
  const [first] = rows;
  if (first === undefined) throw new Error("no matter");
  nils = first;
}, DEMO_TIMEOUT);
afterAll(() => app.close());

function inNils(data: unknown, more: object = {}) {
  return { commandId: randomUUID(), ...nils, ids: {}, data, ...more };
}

describe("what no database could hold", () => {
  it.each([
    [
      "a place far beyond the end",
      () => `/api/v1/akt/${nils.akt}/chronology?cursor=99999999999999`,
    ],
    ["a place that is none", () => `/api/v1/akt/${nils.akt}/chronology?cursor=abc`],
    ["a number of 33 bits", () => `/api/v1/akt/${nils.akt}/chronology/2147483648`],
  ])("is refused, not a fault: %s", async (_, path) => {
    const user = await signIn(app, demo, "ylva");
    const answer = await user.get(path());
    expect([answer.status, ...answer.problems]).toEqual([400, "request.shape"]);
  });

  it.each(["2026-13-45", "0000-00-00"])("is refused as a period: %s", async (from) => {
    const user = await signIn(app, demo, "carina");
    const answer = await user.post("/api/v1/followup/make-table", { rows: "AKT-03", from });
    expect([answer.status, ...answer.problems]).toEqual([422, "followup.period"]);
  });

  it("is refused as a day that a list goes on after", async () => {
    const user = await signIn(app, demo, "sven");
    const answer = await user.get(`/api/v1/retention?from=2026-02-29&after=${randomUUID()}&item=1`);
    expect([answer.status, ...answer.problems]).toEqual([400, "request.no-such-day"]);
  });

  it("is refused as a time: the first day of the year 1", async () => {
    const user = await signIn(app, demo, "ylva");
    const data = { occurredAt: "0001-01-01T00:00", text: "x" };
    const note = await user.post("/api/v1/notes/sign-note", inNils(data));
    expect([note.status, ...note.problems]).toEqual([422, "answer.impossible-date"]);
    const occurredAt = "0001-01-01T00:00";
    const act = await user.post(
      "/api/v1/matter/record-act",
      inNils({ kind: "meeting.held" }, { ids: { act: randomUUID() }, occurredAt }),
    );
    expect([act.status, ...act.problems]).toEqual([400, "request.shape"]);
  });

  it("is no fault where the letter zero stands in a text", async () => {
    const code = { username: "a\u0000b", code: "x", password: "y".repeat(20) };
    const answer = await new TestUser(app).post("/api/v1/session/use-invitation", code);
    expect([answer.status, ...answer.problems]).toEqual([400, "request.malformed"]);
  });

  it("is no fault where the id of a person or a unit stands for a record", async () => {
    const user = await signIn(app, demo, "ylva");
    const rows = await inTenant(app.pools.app, demo.tenant, (tx) =>
      tx.rows<{ stream: string }>({
        text: "select distinct on (kind) stream from stream_state where kind <> 'akt'",
      }),
    );
    expect(rows.length).toBeGreaterThan(1);
    const views = routes.filter(({ method, path }) => method === "GET" && path.includes(":akt"));
    expect(views.length).toBeGreaterThan(5);
    for (const { stream } of rows) {
      for (const { path } of views) {
        const answer = await user.get(path.replace(":akt", stream).replaceAll(/:\w+/gu, "1"));
        expect([400, 403, 404], path).toContain(answer.status);
      }
      const note = { occurredAt: "2026-11-24T10:00", text: "x" };
      const signed = await user.post(
        "/api/v1/notes/sign-note",
        inNils(note, { akt: stream, matter: stream }),
      );
      expect([403, 404, 422]).toContain(signed.status);
    }
  });

  it("has an answer that is not many times its own size", async () => {
    const user = await signIn(app, demo, "ylva");
    const data = Object.fromEntries(Array.from({ length: 5000 }, (_each, n) => [`k${n}`, 1]));
    const answer = await user.post("/api/v1/notes/sign-note", inNils(data));
    expect([answer.status, answer.problems.length]).toEqual([422, 100]);
  });

  it.each(["/assets/%ZZGranvik", `/api/v1/drafts/${"Granvik".repeat(40)}`])(
    "is not repeated as an address: %s",
    async (url) => {
      const answer = await app.server.inject({ url, headers: { host: HOST } });
      expect(answer.payload).not.toContain("Granvik");
      expect(answer.json().problems[0].id).toBe("request.not-found");
      expect(answer.headers).toMatchObject({
        "content-security-policy": "default-src 'none'",
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      });
    },
  );
});

describe("the session cookie", () => {
  it("is taken by the name it has there: a neighbour of the domain can't set it", async () => {
    const user = await signIn(app, demo, "ylva");
    const get = (cookie: string, more: object = {}) =>
      app.server.inject({ url: ME, headers: { host: HOST, cookie, ...more } });
    expect((await get(user.cookie)).statusCode).toBe(200);
    const plain = user.cookie.replace("__Host-", "");
    expect((await get(plain)).statusCode).toBe(401);
    const https = { host: "mittpunkt.example", "x-forwarded-proto": "https" };
    expect((await get(plain, https)).statusCode).toBe(401);
    expect((await get(user.cookie, https)).statusCode).toBe(200);
  });

  it("of before ends when somebody signs in at the same browser", async () => {
    const user = await signIn(app, demo, "ylva");
    const before = user.cookie;
    const password = demo.accounts.get("jonatan")?.password;
    expect((await user.post(SIGN_IN, { username: "jonatan", password })).status).toBe(200);
    const old = await app.server.inject({ url: ME, headers: { host: HOST, cookie: before } });
    expect(old.statusCode).toBe(401);
    expect((await user.get(ME)).status).toBe(200);
  });
});

describe(
  "many requests",
  () => {
    it("count by address as long as nobody has signed in, whatever the cookie says", async () => {
      const small = await openTestApp({ requestsPerMinute: A_MINUTE });
      const statuses: number[] = [];
      for (let n = 0; n <= A_MINUTE; n += 1) {
        const token = Buffer.alloc(32, n).toString("base64url");
        const headers = { host: HOST, cookie: `__Host-mittpunkt=1.${token}` };
        statuses.push((await small.server.inject({ url: ME, headers })).statusCode);
      }
      expect(new Set(statuses.slice(0, A_MINUTE))).toEqual(new Set([401]));
      expect(statuses.at(-1)).toBe(429);
      await small.close();
    });

    it("of a session leave the others of the address alone", async () => {
      const small = await openTestApp({ requestsPerMinute: A_MINUTE, withDemo: true });
      const board = await makeTestDemo(small);
      const [one, other] = [await signIn(small, board, "ylva"), await signIn(small, board, "mira")];
      await other.get(ME);
      let last = 200;
      for (let n = 0; n < A_MINUTE + 2; n += 1) last = (await one.get(ME)).status;
      expect(last).toBe(429);
      expect((await other.get(ME)).status).toBe(200);
      await small.close();
    });
  },
  DEMO_TIMEOUT,
);

describe("a proxy in front", () => {
  it("tells the address; what the client itself says in its name counts for nothing", async () => {
    const tried = [];
    for (let n = 0; n < 6; n += 1) {
      const guess = new TestUser(app);
      const headers = { "x-forwarded-for": `10.0.0.${n}, 192.0.2.7` };
      tried.push(
        (await guess.post(SIGN_IN, { username: "gunnel", password: "x" }, headers)).status,
      );
    }
    expect(tried).toEqual([401, 401, 401, 401, 401, 429]);
  });
});

describe("a request sent drop by drop", () => {
  it("has an end", async () => {
    expect(app.server.server.requestTimeout).toBeGreaterThan(0);
    expect(app.server.server.requestTimeout).toBeLessThanOrEqual(300_000);
  });
});
