import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer } from "node:http";
import { listening, stopped } from "./oidc-server.ts";

type Signed = "right" | "other-key" | "none";

/** A provider that says whatever a test wants it to. */
export interface ForgedProvider {
  readonly issuer: string;
  /** What its next ID token holds beside issuer, audience and times, or in their place. */
  claims: Record<string, unknown>;
  /** Whether the token is signed with the key that is published, with another one, or not at all. */
  signed: Signed;
  /** What it might tell of a sign-out, signed as `signed` says: a good token but for what a test changes. */
  logoutToken(changed: object): string;
  /** Publishes a new key and signs with it from now on. */
  rotate(): void;
  stop(): Promise<void>;
}

interface Key {
  readonly kid: string;
  readonly hidden: KeyObject;
  readonly shown: object;
}

function makeKey(kid: string): Key {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = publicKey.export({ format: "jwk" });
  return { kid, hidden: privateKey, shown: { ...jwk, kid, use: "sig", alg: "ES256" } };
}

export async function startForgedProvider(): Promise<ForgedProvider> {
  let key = makeKey("first");
  const stranger = makeKey("first");
  let told = 0;
  const server = createServer();
  const issuer = await listening(server);
  const made: ForgedProvider = {
    issuer,
    claims: {},
    signed: "right",
    logoutToken: (changed) => {
      told += 1;
      const now = Math.floor(Date.now() / 1000);
      const events = { "http://schemas.openid.net/event/backchannel-logout": {} };
      const names = { iss: issuer, aud: "mittpunkt", jti: `told-${told}`, sub: "f-ylva" };
      const said = { ...names, iat: now, exp: now + 120, events, ...changed };
      return signedBy(
        made.signed === "other-key" ? stranger : key,
        said,
        made.signed,
        "logout+jwt",
      );
    },
    rotate: () => {
      key = makeKey("second");
    },
    stop: () => stopped(server),
  };
  server.on("request", (request, response) => {
    const answers: Record<string, () => unknown> = {
      "/.well-known/openid-configuration": () => ({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["ES256"],
        authorization_response_iss_parameter_supported: true,
      }),
      "/keys": () => ({ keys: [key.shown] }),
      "/token": () => ({
        access_token: "nothing",
        token_type: "Bearer",
        id_token: tokenOf(made, made.signed === "other-key" ? stranger : key),
      }),
    };
    const answer = answers[request.url ?? ""];
    response.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(answer?.() ?? {}));
  });
  return made;
}

function tokenOf({ issuer, claims, signed }: ForgedProvider, key: Key): string {
  const now = Math.floor(Date.now() / 1000);
  const times = { iat: now, exp: now + 300, auth_time: now };
  return signedBy(key, { iss: issuer, aud: "mittpunkt", ...times, ...claims }, signed, "JWT");
}

function signedBy({ kid, hidden }: Key, said: object, signed: Signed, typ: string): string {
  const header = signed === "none" ? { alg: "none", typ } : { alg: "ES256", kid, typ };
  const text = [header, said].map((part) => base64url(JSON.stringify(part))).join(".");
  if (signed === "none") return `${text}.`;
  const made = sign("sha256", Buffer.from(text), { key: hidden, dsaEncoding: "ieee-p1363" });
  return `${text}.${made.toString("base64url")}`;
}

function base64url(text: string): string {
  return Buffer.from(text).toString("base64url");
}
