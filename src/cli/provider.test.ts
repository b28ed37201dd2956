import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { faultOf } from "../access/provider/faults.ts";
import type { OpenProvider } from "../access/provider/provider-rows.ts";
import { judgeDescription } from "./provider-check.ts";
import { readProviderFile } from "./provider-file.ts";

const folder = mkdtempSync(join(tmpdir(), "mp-provider-"));
afterAll(() => rmSync(folder, { recursive: true }));

const settings: OpenProvider = {
  issuer: "https://id.example/realms/board",
  clientId: "mittpunkt",
  auth: "basic",
  keyId: null,
  claim: "employee",
  scopes: ["openid"],
  acr: ["loa3"],
  amr: [],
  maxAgeMinutes: null,
  endsThere: true,
  secret: "not told",
};

function fileOf(content: unknown): string {
  const file = join(folder, "provider.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

describe("a file of settings", () => {
  const given = { issuer: settings.issuer, clientId: "mittpunkt", clientSecretFile: "secret.txt" };
  writeFileSync(join(folder, "secret.txt"), "not told\n");

  it("is read with the secret of the file beside it", () => {
    const read = readProviderFile(fileOf({ ...given, claim: "employee", acr: ["loa3"] }), false);
    expect(read).toEqual({ ok: true, provider: settings });
  });

  it.each([
    ["no JSON", "{"],
    ["a word it does not know", { ...given, secret: "here" }],
    ["no https", { ...given, issuer: "http://id.example" }],
    ["no secret", { issuer: given.issuer, clientId: "mittpunkt" }],
    ["a secret that is not there", { ...given, clientSecretFile: "gone.txt" }],
    ["secret and key", { ...given, clientKeyFile: "secret.txt" }],
    ["no openid", { ...given, scopes: ["profile"] }],
  ])("is refused in words, without the secret: %s", (_what, content) => {
    const read = readProviderFile(fileOf(content), false);
    expect(read.ok).toBe(false);
    expect(JSON.stringify(read)).not.toContain("not told");
  });
});

describe("what the provider says of itself", () => {
  const good = {
    authorization_endpoint: "https://id.example/auth",
    token_endpoint: "https://id.example/token",
    jwks_uri: "https://id.example/keys",
    end_session_endpoint: "https://id.example/out",
    code_challenge_methods_supported: ["S256"],
    acr_values_supported: ["loa3"],
    claims_supported: ["sub", "employee"],
    authorization_response_iss_parameter_supported: true,
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
  };

  it("is good when nothing is missing, and noted when something is not sure", () => {
    expect(judgeDescription(settings, good)).toEqual({ good: true, lines: [] });
    const noted = judgeDescription(settings, {
      ...good,
      claims_supported: ["sub"],
      end_session_endpoint: undefined,
      backchannel_logout_supported: undefined,
    });
    expect(noted.good).toBe(true);
    expect(noted.lines).toHaveLength(3);
  });

  it("is wrong without PKCE or without a door", () => {
    const plain = { ...good, code_challenge_methods_supported: ["plain"] };
    expect(judgeDescription(settings, plain).good).toBe(false);
    expect(judgeDescription(settings, { ...good, jwks_uri: undefined }).good).toBe(false);
  });
});

describe("what went wrong", () => {
  it("is told by a code alone, never by the provider's words", () => {
    const away = new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } });
    expect(faultOf(away)).toEqual({ kind: "away", code: "ECONNREFUSED" });
    expect(faultOf(new TypeError("fetch failed"))).toEqual({ kind: "away", code: "no-contact" });
    const broken = new Error("x", { cause: new Response("", { status: 503 }) });
    expect(faultOf(broken)).toEqual({ kind: "away", code: "http-503" });
    expect(faultOf(new Error("x"), "access_denied").code).toBe("access_denied");
    expect(faultOf(new Error("x"), "Anna Andersson ej behörig")).toEqual({
      kind: "refused",
      code: "other",
    });
    expect(faultOf({ code: "a word\nof somebody" })).toEqual({ kind: "wrong", code: "unknown" });
  });
});
