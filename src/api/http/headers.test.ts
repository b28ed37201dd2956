import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeServer, type HttpServer } from "./server.ts";

let server: HttpServer;

beforeAll(async () => {
  const options = { texts: {}, log: () => undefined, trustProxy: 1, requestsPerMinute: 1000 };
  ({ server } = await makeServer(options));
  server.get("/known", async () => ({ said: true }));
  await server.ready();
});
afterAll(() => server.close());

describe("every answer", () => {
  it.each(["/known", "/unknown"])("has the headers that browsers guard by: %s", async (url) => {
    const { headers } = await server.inject({ url });
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "no-store",
    });
    expect(headers["content-type"]).toMatch(/charset=utf-8$/u);
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["server"]).toBeUndefined();
  });

  it("allows nothing inline, nothing evaluated and nothing from elsewhere", async () => {
    const { headers } = await server.inject({ url: "/known" });
    const policy = String(headers["content-security-policy"]);
    expect(policy).not.toMatch(/unsafe|\*|https?:/u);
    for (const part of ["default-src 'none'", "script-src 'self'", "style-src 'self'"]) {
      expect(policy).toContain(part);
    }
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain("base-uri 'none'");
  });

  it("opens itself to no other origin", async () => {
    const origin = "https://elsewhere.example";
    for (const method of ["GET", "OPTIONS"] as const) {
      const { headers } = await server.inject({ method, url: "/known", headers: { origin } });
      const cors = Object.keys(headers).filter((name) => name.startsWith("access-control-"));
      expect(cors).toEqual([]);
    }
  });

  it("keeps browsers to https where that is spoken, by the word of the proxy", async () => {
    const secure = { "x-forwarded-proto": "https" };
    const { headers } = await server.inject({ url: "/known", headers: secure });
    expect(headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
    const plain = await server.inject({ url: "/known" });
    expect(plain.headers["strict-transport-security"]).toBeUndefined();
  });
});
