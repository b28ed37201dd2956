import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DEMO_TIMEOUT,
  HOST,
  makeTestDemo,
  openTestApp,
  ORIGIN,
  signIn,
  type TestApp,
  type TestDemo,
} from "../testing/test-app.ts";

let app: TestApp;
let demo: TestDemo;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
}, DEMO_TIMEOUT);
afterAll(() => app.close());

const SIGN_IN = "/api/v1/session/sign-in";
const json = { host: HOST, origin: ORIGIN, "content-type": "application/json" };

describe("what can't be read", () => {
  it.each([
    ["no JSON", { payload: "{", headers: json }, 400, "request.malformed"],
    [
      "another media type",
      { payload: "a=1", headers: { ...json, "content-type": "text/plain" } },
      415,
      "request.not-json",
    ],
    [
      "a poisoned prototype",
      { payload: '{"__proto__":{"a":1}}', headers: json },
      400,
      "request.malformed",
    ],
    ["the wrong shape", { payload: '{"username":1}', headers: json }, 400, "request.shape"],
    [
      "3 MB",
      { payload: JSON.stringify({ username: "x".repeat(3e6) }), headers: json },
      413,
      "request.too-large",
    ],
  ])("is refused as a problem: %s", async (_, request, status, id) => {
    const answer = await app.server.inject({ method: "POST", url: SIGN_IN, ...request });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    const body: { problems: { id: string; sv: string }[] } = answer.json();
    expect(body.problems[0]?.id).toBe(id);
    expect(body.problems[0]?.sv.length).toBeGreaterThan(10);
  });

  it.each(["/api/v1/nothing", "/api/v1/akt", "/assets/none.js"])("%s is not found", async (url) => {
    const answer = await app.server.inject({ url, headers: { host: HOST } });
    expect(answer.statusCode).toBe(404);
    expect(answer.json().problems[0].id).toBe("request.not-found");
  });
});

describe("every answer", () => {
  it("forbids everything that is not our own file, and being kept", async () => {
    const { headers } = await app.server.inject({ url: "/api/v1/setup", headers: { host: HOST } });
    expect(headers["content-security-policy"]).toContain("default-src 'none';script-src 'self'");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["strict-transport-security"]).toBeUndefined();
  });

  it("is compressed when it is worth it and the other side takes it", async () => {
    const request = { url: "/api/v1/openapi.json", headers: { host: HOST } };
    const plain = await app.server.inject(request);
    const packed = await app.server.inject({
      ...request,
      headers: { ...request.headers, "accept-encoding": "br, gzip" },
    });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.payload);
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
    const refused = await app.server.inject({
      ...request,
      headers: { ...request.headers, "accept-encoding": "gzip;q=0" },
    });
    expect(refused.headers["content-encoding"]).toBeUndefined();
    const small = await app.server.inject({
      url: "/health",
      headers: { host: HOST, "accept-encoding": "gzip" },
    });
    expect(small.headers["content-encoding"]).toBeUndefined();
  });

  it("keeps a pack that was asked for by its digest, and no other answer", async () => {
    const user = await signIn(app, demo, "ylva");
    const current = await user.get<{ digest: string }>("/api/v1/spec/current");
    expect(current.response.headers["cache-control"]).toBe("no-store");
    const byDigest = await user.get(`/api/v1/spec/${current.body.digest}`);
    expect(byDigest.response.headers["cache-control"]).toContain("immutable");
    expect(byDigest.body).toEqual(current.body);
    expect((await user.get("/api/v1/spec/nothing")).problems).toEqual(["spec.not-found"]);
  });
});

describe("behind a proxy that speaks https", () => {
  it("says so to browsers and takes the proxy's word only when told to", async () => {
    const behind = await openTestApp({ trustProxy: 1 });
    const request = { url: "/health", headers: { host: HOST, "x-forwarded-proto": "https" } };
    const trusted = await behind.server.inject(request);
    expect(trusted.headers["strict-transport-security"]).toContain("max-age=31536000");
    const untrusted = await app.server.inject(request);
    expect(untrusted.headers["strict-transport-security"]).toBeUndefined();
    await behind.close();
  });
});

describe("the request log", () => {
  it("knows the route, the status and the time, and nothing of anybody", async () => {
    const user = await signIn(app, demo, "ylva");
    app.lines.length = 0;
    await user.post("/api/v1/persons/search-persons", { q: "Granvik" });
    await user.post(SIGN_IN, { username: "granvik", password: "hemligt" });
    expect(app.lines).toHaveLength(2);
    expect(app.lines[0]).toMatch(
      /^POST \/api\/v1\/persons\/search-persons 200 \d+ms [0-9a-f]{16}$/u,
    );
    expect(app.lines.join("\n")).not.toMatch(/granvik|hemligt/iu);
  });
});

describe("health", () => {
  it("answers without a session, also when the database does not", async () => {
    const other = await openTestApp();
    const ready = await other.server.inject({ url: "/ready", headers: { host: HOST } });
    expect([ready.statusCode, ready.json()]).toEqual([200, { status: "ready" }]);
    await other.pools.close();
    const gone = await other.server.inject({ url: "/ready", headers: { host: HOST } });
    expect([gone.statusCode, gone.json().problems[0].id]).toEqual([503, "request.not-ready"]);
    const health = await other.server.inject({ url: "/health", headers: { host: HOST } });
    expect(health.statusCode).toBe(200);
    const broken = await other.server.inject({ url: "/api/v1/setup", headers: { host: HOST } });
    expect([broken.statusCode, broken.json().problems[0].id]).toEqual([
      503,
      "request.database-away",
    ]);
    expect(broken.payload).not.toMatch(/pool|postgres|select/iu);
    expect(other.lines.some((line) => line.startsWith("fault "))).toBe(true);
    await other.close();
  });
});

describe("the page", () => {
  it("is served for every address of its own, its files for ever, and nothing outside them", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mp-web-"));
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "index.html"), "<!doctype html><title>Mittpunkt</title>");
    writeFileSync(join(folder, "assets", "page-abc.js"), `console.log("${"x".repeat(5000)}")`);
    writeFileSync(join(folder, "icon.svg"), "<svg/>");
    const built = await openTestApp({ webFolder: folder });
    const get = (url: string, more: Readonly<Record<string, string>> = {}) =>
      built.server.inject({ url, headers: { host: HOST, ...more } });
    for (const url of ["/", "/child/01978f00-0000-7000-8000-000000000001", "/../../etc/passwd"]) {
      const page = await get(url);
      expect([page.statusCode, page.headers["cache-control"]], url).toEqual([200, "no-cache"]);
      expect(page.payload, url).toContain("<title>Mittpunkt</title>");
    }
    const asset = await get("/assets/page-abc.js", { "accept-encoding": "gzip" });
    expect(asset.headers).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      "content-encoding": "gzip",
      vary: "accept-encoding",
    });
    expect(gunzipSync(asset.rawPayload).toString()).toContain("xxxx");
    expect((await get("/icon.svg")).headers["cache-control"]).toBe("no-cache");
    for (const url of ["/assets/none.js", "/assets/..%2f..%2fpackage.json", "/api/v1/none"]) {
      expect((await get(url)).statusCode, url).toBe(404);
    }
    await built.close();
    rmSync(folder, { recursive: true });
  });

  it("says how to build it when it is not built", async () => {
    const page = await app.server.inject({ url: "/", headers: { host: HOST } });
    expect(page.payload).toContain("npm run build");
  });
});
