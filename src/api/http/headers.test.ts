import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeServer, type HttpServer } from "./server.ts";

let server: HttpServer;

beforeAll(async () => {
  const options = { texts: {}, log: () => undefined, trustProxy: 1, requestsPerMinute: 1000 };
  ({ server } = await makeServer(options));
  server.get("/known", async () => ({ said: true }));
  server.get("/api/known", async () => ({ said: true }));
  await server.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => server.close());

/** Sends bytes as they are and gives all that comes back until the server ends it. */
function wire(bytes: string): Promise<string> {
  const [address] = server.addresses();
  return new Promise((resolve) => {
    let got = "";
    const port = typeof address === "object" ? address.port : 0;
    const socket = connect(port, "127.0.0.1", () => void socket.write(bytes));
    socket.on("data", (piece) => (got += piece.toString("latin1")));
    socket.on("close", () => resolve(got));
    socket.on("error", () => undefined);
  });
}

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

  it("of the interface is a file to a browser that was led to it, and no page", async () => {
    for (const url of ["/api/known", "/api/unknown"]) {
      const { headers } = await server.inject({ url });
      expect(headers["content-disposition"], url).toBe('attachment; filename="api.json"');
    }
    const { headers } = await server.inject({ url: "/known" });
    expect(headers["content-disposition"]).toBeUndefined();
  });

  it.each([
    ["no request at all", "\u0016\u0003\u0001\r\n\r\n", "400 Bad Request"],
    ["headers without end", `GET /known HTTP/1.1\r\nx: ${"a".repeat(17_000)}\r\n`, "431 Request"],
    [
      "two lengths",
      "POST /known HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
      "400 Bad Request",
    ],
  ])("to %s says nothing of what answers", async (_, bytes, status) => {
    const answer = await wire(bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`, "u"));
    expect(answer).toContain("X-Content-Type-Options: nosniff");
    expect(answer.split("\r\n\r\n")[1]).toBe("");
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
