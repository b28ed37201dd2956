import { generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isSigned, readLogoutToken, type PublishedKey } from "./logout-token.ts";

const NOW = 1_800_000_000_000;
const SECONDS = NOW / 1000;
const EVENTS = { "http://schemas.openid.net/event/backchannel-logout": {} };
const GOOD = {
  iss: "https://id.example",
  aud: "mittpunkt",
  iat: SECONDS,
  exp: SECONDS + 120,
  jti: "t-1",
  sub: "anna",
  events: EVENTS,
};
const TYPED = { alg: "ES256", kid: "k", typ: "logout+jwt" };

interface Pair {
  readonly hidden: KeyObject;
  readonly shown: PublishedKey;
}

function pair(made: { readonly privateKey: KeyObject; readonly publicKey: KeyObject }): Pair {
  const shown = { ...made.publicKey.export({ format: "jwk" }), kid: "k" };
  return { hidden: made.privateKey, shown };
}

const curve = (namedCurve: string) => pair(generateKeyPairSync("ec", { namedCurve }));
const p256 = curve("P-256");
const rsa = pair(generateKeyPairSync("rsa", { modulusLength: 2048 }));

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString("base64url");
const text = (header: object, claims: unknown) => `${encode(header)}.${encode(claims)}.AAAA`;
const read = (claims: unknown, header: object = TYPED, now = NOW) =>
  readLogoutToken(text(header, claims), now);

/** Signed with a key, by what an algorithm says, and read again. */
function signedWith({ hidden }: Pair, alg: string, hash: string | null, how: object = {}) {
  const signed = `${encode({ ...TYPED, alg })}.${encode(GOOD)}`;
  const made = sign(hash, Buffer.from(signed), { key: hidden, dsaEncoding: "ieee-p1363", ...how });
  const token = readLogoutToken(`${signed}.${made.toString("base64url")}`, NOW);
  if (token === undefined) throw new Error("is no token");
  return token;
}

describe("a word that somebody has signed out", () => {
  it("is read with what it names", () => {
    expect(read(GOOD)).toMatchObject({ issuer: GOOD.iss, jti: "t-1", sub: "anna", sid: undefined });
    const { sub: _, ...nobody } = GOOD;
    expect(read({ ...nobody, sid: "s" })).toMatchObject({ sub: undefined, sid: "s" });
    expect(read({ ...GOOD, aud: ["other", "mittpunkt"] })?.audience).toContain("mittpunkt");
    expect(read(GOOD, { alg: "RS256" })).toBeDefined();
  });

  it.each<[string, object, object?]>([
    ["with a nonce, as an ID token has one", { nonce: "n" }],
    ["with a nonce that is nothing", { nonce: null }],
    ["without the event", { events: undefined }],
    ["with the event as a text", { events: "http://schemas.openid.net/event/backchannel-logout" }],
    ["with another event", { events: { "https://id.example/event": {} } }],
    ["of nobody", { sub: undefined }],
    ["of a person that is a number", { sub: 7 }],
    ["of a sign-in that is a list", { sid: ["s"] }],
    ["without a name of its own", { jti: undefined }],
    ["for nobody", { aud: undefined }],
    ["of no issuer", { iss: undefined }],
    ["made long ago", { iat: SECONDS - 200, exp: undefined }],
    ["made in what is to come", { iat: SECONDS + 60 }],
    ["made at no time", { iat: undefined }],
    ["that is over", { exp: SECONDS - 60 }],
    ["that ends in words", { exp: "tomorrow" }],
    ["signed by nobody", {}, { alg: "none" }],
    ["signed with a shared secret", {}, { alg: "HS256" }],
    ["that is an access token", {}, { typ: "at+jwt" }],
    ["that asks for what we do not know", {}, { crit: ["exp"] }],
  ])("is none %s", (_what, changed, header = {}) => {
    expect(read({ ...GOOD, ...changed }, { ...TYPED, ...header })).toBeUndefined();
  });

  it.each(["", "a.b", "a.b.c.d", "é.é.é", `${text(TYPED, GOOD)}=`, text(TYPED, [GOOD])])(
    "is none as %j",
    (what) => {
      expect(readLogoutToken(what, NOW)).toBeUndefined();
    },
  );
});

describe("its signature", () => {
  it.each<[string, Pair, string | null, object?]>([
    ["ES256", p256, "sha256"],
    ["ES384", curve("P-384"), "sha384"],
    ["ES512", curve("P-521"), "sha512"],
    ["RS256", rsa, "sha256"],
    ["RS512", rsa, "sha512"],
    ["PS256", rsa, "sha256", { padding: 6, saltLength: 32 }],
    ["EdDSA", pair(generateKeyPairSync("ed25519")), null],
  ])("is that of the key: %s", (alg, of, hash, how) => {
    const token = signedWith(of, alg, hash, how);
    expect(isSigned(token, [of.shown])).toBe(true);
    expect(isSigned({ ...token, signed: `${token.signed}A` }, [of.shown])).toBe(false);
    expect(isSigned(token, [])).toBe(false);
  });

  it("counts with a key that is for it, and with one alone", () => {
    const token = signedWith(p256, "ES256", "sha256");
    const changed = (more: object): PublishedKey => ({ ...p256.shown, ...more });
    for (const more of [{ kid: "j" }, { use: "enc" }, { alg: "ES384" }, { x: "AAAA" }]) {
      expect(isSigned(token, [changed(more)])).toBe(false);
    }
    const nameless = { ...token, kid: undefined };
    expect(isSigned(nameless, [changed({ kid: "j" }), rsa.shown])).toBe(true);
    expect(isSigned(nameless, [changed({ kid: "j" }), p256.shown])).toBe(false);
    expect(isSigned(token, [curve("P-256").shown])).toBe(false);
  });

  it("is worth nothing by a weak key, or by a key taken for a secret", () => {
    const weak = pair(generateKeyPairSync("rsa", { modulusLength: 1024 }));
    expect(isSigned(signedWith(weak, "RS256", "sha256"), [weak.shown])).toBe(false);
    const secret = { kty: "oct", k: "AAAA", kid: "k" };
    expect(isSigned(signedWith(p256, "ES256", "sha256"), [secret])).toBe(false);
  });
});
