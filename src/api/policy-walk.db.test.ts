import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusedByRole } from "../access/policy.ts";
import { routes } from "../contract/routes.ts";
import type { Role } from "../domain/command.ts";
import {
  DEMO_TIMEOUT,
  openTestApp,
  signIn,
  makeTestDemo,
  TestUser,
  type TestApp,
  type TestDemo,
} from "./testing/test-app.ts";

let app: TestApp;
let demo: TestDemo;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
}, DEMO_TIMEOUT);
afterAll(() => app.close());

/** An address of the route that is about nothing that exists. */
function pathOf(path: string): string {
  return path.replace(":seq", "1").replace(/:[a-z]+/giu, () => randomUUID());
}

const guarded = routes.filter(({ action }) => action !== "public" && action !== "setup");

describe("every route, without a session", () => {
  it.each(guarded.map((route) => [route.id, route] as const))("%s is refused", async (_, route) => {
    const nobody = new TestUser(app);
    const path = pathOf(route.path);
    const answer = route.method === "GET" ? await nobody.get(path) : await nobody.post(path, {});
    expect([answer.status, ...answer.problems]).toEqual([401, "session.not-signed-in"]);
    expect(answer.response.headers["cache-control"]).toBe("no-store");
  });
});

describe("every route, by every role that can sign in", () => {
  it.each([
    ["ylva", "caseworker", true],
    ["per", "assistant", false],
    ["carina", "unit-manager", true],
    ["admin", "system-administrator", false],
    ["kajsa", "user-administrator", false],
    ["lova", "log-reviewer", false],
    ["astrid", "analyst", false],
    ["rut", "registrator", false],
    ["moa", "reception", true],
    ["fanny", "first-social-worker", true],
    ["joel", "out-of-hours", true],
    ["lena", "board-member", false],
    ["ulla", "trainer", true],
    ["ivar", "inspector", false],
    ["hanna", "provider", false],
  ] as const)("%s", async (username, role: Role, qualified) => {
    const user = await signIn(app, demo, username);
    for (const route of guarded.filter(({ id }) => id !== "session.sign-out")) {
      const path = pathOf(route.path);
      const answer = route.method === "GET" ? await user.get(path) : await user.post(path, {});
      const refusal = refusedByRole({ role, qualified }, route.action, route.purpose);
      if (refusal === undefined) expect(answer.status, route.id).not.toBe(403);
      else expect([answer.status, ...answer.problems], route.id).toEqual([403, refusal]);
      expect(answer.status, route.id).toBeLessThan(500);
    }
  });
});
