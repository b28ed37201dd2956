import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { listSessions } from "../../contract/session/own-sign-ins.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  TestUser,
  type TestApp,
  type TestDemo,
} from "../testing/test-app.ts";

type Own = z.infer<typeof listSessions.answer>;

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0";
const CURL = "curl/8.1";
const MINUTE = 60_000;

let app: TestApp;
let demo: TestDemo;

beforeAll(async () => {
  // One proxy in front: the last address it names is true, those before it anybody can write.
  app = await openTestApp({ withDemo: true, trustProxy: 1 });
  demo = await makeTestDemo(app);
}, DEMO_TIMEOUT);
afterAll(() => app.close());

function at(address: string, { agent = FIREFOX, cookie = "" } = {}): TestUser {
  return new TestUser(app, cookie, { "user-agent": agent, "x-forwarded-for": address });
}

function enter(user: TestUser, username: string, password = demo.accounts.get(username)?.password) {
  return user.post("/api/v1/session/sign-in", { username, password });
}

const me = (user: TestUser) => user.get("/api/v1/session/me");

describe("a cookie that somebody copied", () => {
  it("ends its sign-in in another browser, and the owner is told from where", async () => {
    const owner = at("192.0.2.10");
    expect((await enter(owner, "ylva")).status).toBe(200);
    const thief = at("203.0.113.66", { agent: CURL, cookie: owner.cookie });
    expect((await me(thief)).status).toBe(401);
    expect((await me(owner)).status).toBe(401);
    const again = owner.signedOut();
    expect((await enter(again, "ylva")).status).toBe(200);
    const { notices } = (await again.get<Own>("/api/v1/session/sign-ins")).body;
    expect(notices).toMatchObject([{ kind: "other-browser", address: "203.0.113.*" }]);
  });

  it("goes on at another network, which its owner sees", async () => {
    const owner = at("192.0.2.10");
    expect((await enter(owner, "mira")).status).toBe(200);
    app.move(2 * MINUTE);
    const train = at("198.51.100.4", { cookie: owner.cookie });
    expect((await me(train)).status).toBe(200);
    const [first] = (await train.get<Own>("/api/v1/session/sign-ins")).body.sessions;
    expect(first).toMatchObject({ address: "192.0.2.*", lastAddress: "198.51.100.*", here: true });
  });
});

describe("guessing a password", () => {
  it("is counted by the true address, whatever is written before it", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      statuses.push((await enter(at(`10.0.0.${n}, 203.0.113.7`), "per", "fel")).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it("is counted by the network where whoever guesses may choose the address in it", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      statuses.push((await enter(at(`2001:db8:7:9:${n}::5`), "fanny", "fel")).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await enter(at("2001:db8:7:a::5"), "fanny")).status).toBe(200);
  });

  it("from many addresses shuts nobody out of a browser they know", async () => {
    const owner = at("192.0.2.10");
    expect((await enter(owner, "gunnel")).status).toBe(200);
    const statuses = new Set<number>();
    for (let n = 0; n < 27; n += 1) {
      statuses.add((await enter(at(`203.0.113.${n + 100}`), "gunnel", "fel")).status);
    }
    expect([...statuses]).toEqual([401, 429]);
    expect((await enter(at("192.0.2.11"), "gunnel")).status).toBe(429);
    expect((await enter(owner.signedOut(), "gunnel")).status).toBe(200);
  });
});
