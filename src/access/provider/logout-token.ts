import { createPublicKey, verify, type JsonWebKey, type VerifyKeyObjectInput } from "node:crypto";
import { SKEW_MS } from "./judge-word.ts";

/** What a provider says when somebody has signed out there (OpenID Connect Back-Channel Logout 1.0, 2.4). */
export interface LogoutToken {
  readonly issuer: string;
  /** The clients it is for. */
  readonly audience: readonly string[];
  /** Its own name: each is taken once. */
  readonly jti: string;
  /** The person, by the provider's name; undefined where only a sign-in there is named. */
  readonly sub: string | undefined;
  /** One sign-in of the person there; undefined where all of them are over. */
  readonly sid: string | undefined;
  readonly alg: string;
  readonly kid: string | undefined;
  /** What is signed, and the signature. */
  readonly signed: string;
  readonly signature: Buffer;
}

/** A key of a provider as it publishes it (RFC 7517). */
export type PublishedKey = JsonWebKey & Readonly<Record<string, unknown>>;

interface Algorithm {
  readonly kty: string;
  readonly crv?: string;
  /** Null for a signature that hashes by itself. */
  readonly hash: string | null;
  readonly how: Omit<VerifyKeyObjectInput, "key">;
}

type Json = Readonly<Record<string, unknown>>;

const EVENT = "http://schemas.openid.net/event/backchannel-logout";
/** An older one is not taken, however it came to be late. */
const FRESH_MS = 120_000;
const LONGEST_NAME = 500;
const LEAST_RSA_BITS = 2048;
const PART = /^[A-Za-z0-9_-]+$/u;
const TYPES: ReadonlySet<string> = new Set([
  "jwt",
  "logout+jwt",
  "application/jwt",
  "application/logout+jwt",
]);

/** RSASSA-PSS and its PKCS #1 v1.5, ECDSA and EdDSA, by their numbers in OpenSSL. None with a shared secret. */
const PKCS1 = 1;
const PSS = 6;
const SALT_OF_HASH = -1;
const ALGORITHMS: ReadonlyMap<string, Algorithm> = new Map([
  ...["256", "384", "512"].flatMap((bits): [string, Algorithm][] => [
    [`RS${bits}`, { kty: "RSA", hash: `sha${bits}`, how: { padding: PKCS1 } }],
    [
      `PS${bits}`,
      { kty: "RSA", hash: `sha${bits}`, how: { padding: PSS, saltLength: SALT_OF_HASH } },
    ],
  ]),
  ...["256 P-256", "384 P-384", "512 P-521"].map((each): [string, Algorithm] => {
    const [bits = "", crv = ""] = each.split(" ");
    const how = { dsaEncoding: "ieee-p1363" } as const;
    return [`ES${bits}`, { kty: "EC", crv, hash: `sha${bits}`, how }];
  }),
  ...["EdDSA", "Ed25519"].map((name): [string, Algorithm] => [
    name,
    { kty: "OKP", crv: "Ed25519", hash: null, how: {} },
  ]),
]);

/**
 * Reads a logout token: its shape, what kind of token it is, and that it was made a moment ago (`now` in milliseconds).
 * Undefined for anything else, an ID token among it. Nothing of it is true before {@link isSigned}.
 */
export function readLogoutToken(text: string, now: number): LogoutToken | undefined {
  const parts = text.split(".");
  const [head = "", body = "", tail = ""] = parts;
  if (parts.length !== 3 || !parts.every((part) => PART.test(part))) return undefined;
  const header = objectOf(head);
  const claims = objectOf(body);
  if (header === undefined || claims === undefined || !isLogout(header, claims)) return undefined;
  const { iss: issuer, jti, sub, sid, aud } = claims;
  const { alg, kid } = header;
  const audience: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  const told = [sub, sid].filter((each) => each !== undefined);
  if (!isName(issuer) || !isName(jti) || typeof alg !== "string" || !ALGORITHMS.has(alg)) return;
  if (!audience.every(isName) || told.length === 0 || !told.every(isName)) return undefined;
  if (kid !== undefined && typeof kid !== "string") return undefined;
  if (!isFresh(claims, now)) return undefined;
  return {
    issuer,
    audience,
    jti,
    sub: isName(sub) ? sub : undefined,
    sid: isName(sid) ? sid : undefined,
    alg,
    kid,
    signed: `${head}.${body}`,
    signature: Buffer.from(tail, "base64url"),
  };
}

/**
 * Whether one of the provider's keys has signed it. A key must be for signing, of the kind the algorithm needs and,
 * where it says so, for that algorithm; without a name of the key only one may fit.
 */
export function isSigned(token: LogoutToken, keys: readonly PublishedKey[]): boolean {
  const algorithm = ALGORITHMS.get(token.alg);
  if (algorithm === undefined) return false;
  const fitting = keys.filter((key) => fits(key, token, algorithm));
  const [key] = fitting;
  return key !== undefined && fitting.length === 1 && verifies(token, key, algorithm);
}

function fits(key: PublishedKey, { alg, kid }: LogoutToken, { kty, crv }: Algorithm): boolean {
  const isFor = (key["use"] ?? "sig") === "sig" && (key["alg"] ?? alg) === alg;
  const isNamed = kid === undefined || key["kid"] === kid;
  return isFor && isNamed && key.kty === kty && (crv === undefined || key.crv === crv);
}

function verifies(
  { signed, signature }: LogoutToken,
  jwk: PublishedKey,
  { hash, how }: Algorithm,
): boolean {
  try {
    const key = createPublicKey({ key: jwk, format: "jwk" });
    const bits = key.asymmetricKeyDetails?.modulusLength;
    if (bits !== undefined && bits < LEAST_RSA_BITS) return false;
    return verify(hash, Buffer.from(signed), { key, ...how }, signature);
  } catch {
    // A key that is none.
    return false;
  }
}

/** It names the event, has no nonce (an ID token has one) and asks for nothing we do not know. */
function isLogout(header: Json, claims: Json): boolean {
  const { typ } = header;
  const isTyped = typ === undefined || (typeof typ === "string" && TYPES.has(typ.toLowerCase()));
  const { events } = claims;
  const event = isObject(events) ? events[EVENT] : undefined;
  return isTyped && !("crit" in header) && !("nonce" in claims) && isObject(event);
}

function isFresh({ iat, exp }: Json, now: number): boolean {
  if (typeof iat !== "number" || iat * 1000 > now + SKEW_MS) return false;
  if (iat * 1000 < now - FRESH_MS - SKEW_MS) return false;
  return exp === undefined || (typeof exp === "number" && exp * 1000 > now - SKEW_MS);
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= LONGEST_NAME;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function objectOf(part: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
