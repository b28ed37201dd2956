import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listBoards, setLocalCopy } from "../../access/boards.ts";
import { INSTALLATION } from "../../access/installation.ts";
import { makeSetupCode } from "../../access/setup-code.ts";
import { IDLE_MS } from "../../access/sessions.ts";
import { makeDemoBoard, type DemoAccount } from "../../demo/make-demo-board.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { openTestApp, signIn, TestUser, type TestApp, type TestDemo } from "../testing/test-app.ts";

let app: TestApp;
let demo: TestDemo;

interface Made {
  readonly board: string;
  readonly accounts: readonly DemoAccount[];
}

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

describe("the first run", { timeout: 180_000 }, () => {
  it("makes the demo board with the code of the terminal, once, and tells its accounts", async () => {
    const code = await inTenant(app.pools.app, INSTALLATION, (tx) =>
      makeSetupCode(tx, app.store.randomBytes, app.store.clock.now()),
    );
    const somebody = new TestUser(app);
    const before = await somebody.get("/api/v1/setup");
    const ways = { providers: [], localAccounts: true };
    expect(before.body).toEqual({ needsSetup: true, filling: null, boards: [], ...ways });
    const wrong = await somebody.post("/api/v1/setup/make-demo-board", {
      code: "aaaa-bbbb-cccc-dddd",
    });
    expect([wrong.status, ...wrong.problems]).toEqual([403, "setup.wrong-code"]);
    const otherStart = await inTenant(app.pools.app, INSTALLATION, (tx) =>
      makeSetupCode(tx, app.store.randomBytes, app.store.clock.now()),
    );
    const posts = await Promise.all(
      [code, code, otherStart].map((each) =>
        new TestUser(app).post<Made>("/api/v1/setup/make-demo-board", { code: each }),
      ),
    );
    const [made, ...others] = posts.toSorted((one, other) => one.status - other.status);
    if (made === undefined) throw new Error("three posts");
    expect(made.status).toBe(200);
    expect(others.map(({ status, problems }) => [status, ...problems])).toEqual([
      [409, "setup.under-way"],
      [409, "setup.under-way"],
    ]);
    expect(made.body.accounts.map(({ username }) => username)).toContain("carina");
    const again = await somebody.post("/api/v1/setup/make-demo-board", { code });
    expect([again.status, ...again.problems]).toEqual([409, "setup.already-done"]);
    const after = await somebody.get("/api/v1/setup");
    expect(after.body).toEqual({
      ...ways,
      needsSetup: false,
      filling: null,
      boards: [{ name: made.body.board, synthetic: true }],
    });
    const accounts = new Map(made.body.accounts.map((account) => [account.username, account]));
    demo = { tenant: INSTALLATION, accounts };
  });

  it("stops guessing of the code", async () => {
    const guesser = new TestUser(app);
    const statuses: number[] = [];
    for (let count = 0; count < 12; count += 1) {
      statuses.push(
        (await guesser.post("/api/v1/setup/make-demo-board", { code: `${count}` })).status,
      );
    }
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("signing in", () => {
  it("sets a cookie that scripts and other pages never get, and says who it is", async () => {
    const user = new TestUser(app);
    const password = demo.accounts.get("mira")?.password;
    const answer = await user.post("/api/v1/session/sign-in", { username: " MIRA ", password });
    expect(answer.body).toMatchObject({
      name: "Mira Falkö",
      role: "caseworker",
      today: "2026-11-25",
    });
    const [header, known] = [answer.response.headers["set-cookie"] ?? []].flat();
    expect(known).toMatch(/^__Host-mittpunkt-known=[A-Za-z0-9_-]{43}; Max-Age=15552000; Path=/u);
    expect(header).toMatch(
      /^__Host-mittpunkt=\d+\.[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/u,
    );
    const me = await user.get("/api/v1/session/me");
    expect(me.body).toEqual(answer.body);
  });

  it("says the same for a wrong password and an unknown name", async () => {
    const user = new TestUser(app);
    const wrong = await user.post("/api/v1/session/sign-in", { username: "per", password: "fel" });
    const unknown = await user.post("/api/v1/session/sign-in", {
      username: "ingen",
      password: "fel",
    });
    expect(wrong.status).toBe(401);
    expect(wrong.body).toEqual(unknown.body);
    expect(wrong.response.headers["set-cookie"]).toBeUndefined();
  });

  it("is slowed down after five wrong tries, with the time to wait", async () => {
    const user = new TestUser(app);
    const answers = [];
    for (let count = 0; count < 6; count += 1) {
      answers.push(
        await user.post("/api/v1/session/sign-in", { username: "gunnel", password: "fel" }),
      );
    }
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429]);
    expect(answers[5]?.problems).toEqual(["session.too-many-tries"]);
    expect(Number(answers[5]?.response.headers["retry-after"])).toBeGreaterThan(0);
    const password = demo.accounts.get("gunnel")?.password;
    const right = await user.post("/api/v1/session/sign-in", { username: "gunnel", password });
    expect(right.status).toBe(429);
    app.move(15 * 60_000);
    const later = await user.post("/api/v1/session/sign-in", { username: "gunnel", password });
    expect(later.status).toBe(200);
  });

  it("with the right password counts as no guess from its address, where a whole office may sit", async () => {
    const counted = async () => {
      const rows = await inTenant(app.pools.app, INSTALLATION, (tx) =>
        tx.rows<{ tries: number }>({
          text: `select tries from throttle
                 where key_hash = sha256(convert_to(E'sign-in:address\\n127.0.0.1', 'UTF8'))`,
        }),
      );
      return rows[0]?.tries ?? 0;
    };
    const wrong = { username: "per", password: "fel" };
    await new TestUser(app).post("/api/v1/session/sign-in", wrong);
    const before = await counted();
    expect(before).toBeGreaterThan(0);
    await signIn(app, demo, "jonatan");
    await signIn(app, demo, "carina");
    expect(await counted()).toBe(before);
    await new TestUser(app).post("/api/v1/session/sign-in", wrong);
    expect(await counted()).toBe(before + 1);
  });

  it("ends at sign-out, on the server", async () => {
    const user = await signIn(app, demo, "jonatan");
    const { cookie } = user;
    expect((await user.post("/api/v1/session/sign-out", {})).status).toBe(200);
    const stolen = await app.server.inject({ url: "/api/v1/session/me", headers: { cookie } });
    expect(stolen.statusCode).toBe(401);
  });

  it("ends when nobody used it for an hour", async () => {
    const user = await signIn(app, demo, "ylva");
    app.move(IDLE_MS - 1);
    expect((await user.get("/api/v1/session/me")).status).toBe(200);
    app.move(IDLE_MS);
    const answer = await user.get("/api/v1/session/me");
    expect([answer.status, ...answer.problems]).toEqual([401, "session.not-signed-in"]);
  });
});

describe("the key of copies in the browser", () => {
  interface Key {
    readonly owner: string;
    readonly secret: string | null;
  }
  const keyOf = async (user: TestUser) => (await user.get<Key>("/api/v1/session/copy-key")).body;

  it("is the account's own, the same each time, and nobody's without a session", async () => {
    const user = await signIn(app, demo, "jonatan");
    const first = await keyOf(user);
    expect(Buffer.from(first.secret ?? "", "base64")).toHaveLength(32);
    expect((await keyOf(await signIn(app, demo, "jonatan"))).secret).toBe(first.secret);
    expect((await keyOf(await signIn(app, demo, "ylva"))).secret).not.toBe(first.secret);
    expect((await new TestUser(app).get("/api/v1/session/copy-key")).status).toBe(401);
  });

  it("is not given where the board keeps no copies", async () => {
    const user = await signIn(app, demo, "jonatan");
    const [board] = await inTenant(app.pools.app, INSTALLATION, listBoards);
    if (board === undefined) throw new Error("The board was made above");
    const set = (on: boolean) =>
      inTenant(app.pools.app, board.tenant, (tx) => setLocalCopy(tx, on));
    await set(false);
    expect((await keyOf(user)).secret).toBeNull();
    await set(true);
    expect((await keyOf(user)).secret).not.toBeNull();
  });
});

describe("requests from other pages", () => {
  it.each([
    ["another origin", { origin: "https://evil.example" }],
    ["no origin at all", { origin: undefined }],
    ["a page that hides its origin", { origin: "null" }],
  ])("are refused: %s", async (_, headers) => {
    const user = await signIn(app, demo, "carina");
    const answer = await user.post("/api/v1/session/sign-out", {}, headers);
    expect([answer.status, ...answer.problems]).toEqual([403, "request.foreign-origin"]);
    expect((await user.get("/api/v1/session/me")).status).toBe(200);
  });
});

describe("a synthetic board with a day of its own", { timeout: 180_000 }, () => {
  it("believes it is that day, and sessions end by the real clock", async () => {
    const simulatedToday = plainDate("2027-03-01");
    const { randomBytes } = app.store;
    const made = await makeDemoBoard(app.store, {
      name: "Provnämnden",
      simulatedToday,
      randomBytes,
    });
    const user = new TestUser(app);
    // The other board has an account of the same name, and its password is another.
    const password = made.accounts.find(({ username }) => username === "mira")?.password;
    const answer = await user.post("/api/v1/session/sign-in", { username: "mira", password });
    expect(answer.body).toMatchObject({
      today: "2027-03-01",
      board: { name: "Provnämnden", synthetic: true, simulatedToday: "2027-03-01" },
    });
    const day = await user.get<{ today: string }>("/api/v1/my-day");
    expect(day.body.today).toBe("2027-03-01");
  });
});

describe("changing the password", () => {
  const change = (user: TestUser, old: string, wanted: string) =>
    user.post<{ ended: number }>("/api/v1/session/change-password", { old, new: wanted });

  it("asks for the old one and for length, ends the other sign-ins and keeps this one", async () => {
    const old = demo.accounts.get("jonatan")?.password ?? "";
    const wanted = "en lång mening om båten";
    const [here, there] = [await signIn(app, demo, "jonatan"), await signIn(app, demo, "jonatan")];
    expect((await change(here, "fel lösenord", wanted)).problems).toEqual([
      "session.wrong-password",
    ]);
    expect((await change(here, old, "kort")).problems).toEqual(["session.password-short"]);
    expect((await change(here, old, old)).problems).toEqual(["session.password-same"]);
    expect((await there.get("/api/v1/session/me")).status).toBe(200);
    const done = await change(here, old, wanted);
    expect(done.status).toBe(200);
    expect(done.body.ended).toBeGreaterThanOrEqual(1);
    expect((await here.get("/api/v1/session/me")).status).toBe(200);
    expect((await there.get("/api/v1/session/me")).status).toBe(401);
    const again = (password: string) =>
      new TestUser(app).post("/api/v1/session/sign-in", { username: "jonatan", password });
    expect((await again(old)).status).toBe(401);
    expect((await again(wanted)).status).toBe(200);
  });

  it("stops guessing of the old one at an open screen", async () => {
    const user = await signIn(app, demo, "mira");
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1) {
      statuses.push((await change(user, `gissning ${count}`, "en annan lång mening")).status);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });
});
