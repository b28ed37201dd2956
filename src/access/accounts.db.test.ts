import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Instant } from "../kernel/instant.ts";
import { instantOfMillis, millisOf, parseInstant } from "../kernel/instant.ts";
import { uuidV7, type Uuid } from "../kernel/ids.ts";
import { inTenant, type Tx } from "../store/in-tenant.ts";
import { openPools, type Pools } from "../store/pools.ts";
import { tenantOf } from "../store/tenant.ts";
import { openTestDatabase, type TestDatabase } from "../store/testing/database.ts";
import { findAccount, hasAccounts, makeAccount } from "./accounts.ts";
import { INSTALLATION } from "./installation.ts";
import { hashPassword, readableSecret, verifyPassword } from "./passwords.ts";
import {
  endSession,
  findSession,
  IDLE_MS,
  LONGEST_MS,
  openSession,
  removeEndedSessions,
} from "./sessions.ts";
import { giveBackSetupCode, makeSetupCode, takeSetupCode } from "./setup-code.ts";
import { beginTotp, findTotp, resealTotp, sealedFor } from "./totp-rows.ts";
import { makeSecretBox } from "./secret-box.ts";
import { countTry, forgetTries, signInRules } from "./throttle.ts";

let database: TestDatabase;
let pools: Pools;
const lindvik = tenantOf(1);
const elsewhere = tenantOf(2);
const start = parseInstant("2026-01-05T08:00:00.000Z") as Instant;
let made = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  pools = openPools(database.connections);
});
afterAll(async () => {
  await pools.close();
  await database.drop();
});

function newId(): Uuid {
  made += 1;
  return uuidV7(made, randomBytes(10));
}
function later(ms: number): Instant {
  return instantOfMillis(millisOf(start) + ms);
}
function here<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTenant(pools.app, lindvik, work);
}
async function anAccount(username: string) {
  const account = {
    account: newId(),
    staff: newId(),
    username,
    passwordHash: await hashPassword("ett långt lösenord"),
    copySecret: randomBytes(32),
  };
  await here((tx) => makeAccount(tx, account, start));
  return account;
}

describe("passwords", () => {
  it("knows the right one, however it was composed, and no other", async () => {
    const hash = await hashPassword("Å-ngström 4711");
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
    expect(await verifyPassword(hash, "A\u030A-ngström 4711".normalize("NFD"))).toBe(true);
    expect(await verifyPassword(hash, "Å-ngström 4712")).toBe(false);
    expect(await verifyPassword(undefined, "Å-ngström 4711")).toBe(false);
  });

  it("writes secrets that are easily read", () => {
    const secrets = Array.from({ length: 200 }, () => readableSecret(randomBytes));
    for (const secret of secrets)
      expect(secret).toMatch(/^[a-hjkmnp-z2-9]{4}(?:-[a-hjkmnp-z2-9]{4}){3}$/u);
    expect(new Set(secrets).size).toBe(secrets.length);
  });
});

describe("accounts", () => {
  it("finds the account in its own board only, in any case of letters", async () => {
    const { copySecret: _sealed, ...account } = await anAccount("Ylva.Stenmo");
    expect(await here((tx) => findAccount(tx, " YLVA.stenmo ", "2026-03-04"))).toEqual({
      ...account,
      username: "ylva.stenmo",
    });
    expect(
      await inTenant(pools.app, elsewhere, (tx) => findAccount(tx, "ylva.stenmo", "2026-03-04")),
    ).toBeUndefined();
    expect(await inTenant(pools.app, elsewhere, hasAccounts)).toBe(false);
    expect(await here(hasAccounts)).toBe(true);
  });

  it("gives a user name to one person", async () => {
    await anAccount("mira");
    await expect(anAccount("MIRA")).rejects.toMatchObject({ code: "23505" });
  });
});

describe("sessions", () => {
  const from = { browser: "Firefox/Linux/143", address: "192.0.2.*", via: "password" } as const;

  async function aSession(username: string) {
    const { account, staff } = await anAccount(username);
    const token = randomBytes(32).toString("base64url");
    await here((tx) =>
      openSession(tx, { account, staff, token, session: newId(), ...from }, start),
    );
    return { account, staff, token };
  }

  it("lives while it is used, and no longer than a working day", async () => {
    const { token, staff } = await aSession("a");
    for (let used = 0; used < LONGEST_MS; used += IDLE_MS - 1) {
      expect(await here((tx) => findSession(tx, token, later(used)))).toMatchObject({ staff });
    }
    expect(await here((tx) => findSession(tx, token, later(LONGEST_MS)))).toBeUndefined();
  });

  it("is over when nobody used it for half an hour", async () => {
    const { token } = await aSession("b");
    expect(await here((tx) => findSession(tx, token, later(IDLE_MS)))).toBeUndefined();
    await here((tx) => removeEndedSessions(tx, later(IDLE_MS)));
    expect(await here((tx) => findSession(tx, token, start))).toBeUndefined();
  });

  it("is over at sign-out and in every other board", async () => {
    const { token } = await aSession("c");
    expect(
      await inTenant(pools.app, elsewhere, (tx) => findSession(tx, token, start)),
    ).toBeUndefined();
    await here((tx) => endSession(tx, token));
    expect(await here((tx) => findSession(tx, token, start))).toBeUndefined();
  });

  it("is kept as a hash only", async () => {
    const { token } = await aSession("d");
    const rows = await here((tx) => tx.rows({ text: "select s::text as row from session s" }));
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString("hex"));
  });
});

describe("one-time code", () => {
  const inside = <T>(work: (tx: Tx) => Promise<T>) => inTenant(pools.app, INSTALLATION, work);

  it("works once, also when two use it at once, however it is written", async () => {
    const code = await inside((tx) => makeSetupCode(tx, randomBytes, start));
    const written = code.toUpperCase().replaceAll("-", " ");
    const taken = await Promise.all(
      [1, 2, 3].map(() => inside((tx) => takeSetupCode(tx, written, start))),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it("can be given back after a setup that failed", async () => {
    const code = await inside((tx) => makeSetupCode(tx, randomBytes, start));
    expect(await inside((tx) => takeSetupCode(tx, code, start))).toBe(true);
    await inside((tx) => giveBackSetupCode(tx, code));
    expect(await inside((tx) => takeSetupCode(tx, code, start))).toBe(true);
    expect(await inside((tx) => takeSetupCode(tx, "aaaa-aaaa-aaaa-aaaa", start))).toBe(false);
  });
});

describe("the key of one-time codes", () => {
  it("is turned: every secret of a board is sealed anew, and what no key opens is left", async () => {
    const [former, now] = [randomBytes(32), randomBytes(32)];
    const { account } = await anAccount("vrider");
    const stranger = await anAccount("utan nyckel");
    const before = makeSecretBox([former], randomBytes);
    const foreign = makeSecretBox([randomBytes(32)], randomBytes);
    const secret = randomBytes(20);
    await here(async (tx) => {
      await beginTotp(tx, account, before.seal(secret, sealedFor(lindvik, account)), start);
      await beginTotp(tx, stranger.account, foreign.seal(secret, "x"), start);
    });
    const turned = await here((tx) => resealTotp(tx, makeSecretBox([now, former], randomBytes)));
    expect(turned).toEqual({ sealed: 1, lost: 1 });
    const row = await here((tx) => findTotp(tx, account));
    const sealed = row?.secret ?? Buffer.alloc(0);
    const open = (key: Buffer) =>
      makeSecretBox([key], randomBytes).open(sealed, sealedFor(lindvik, account));
    expect([open(now), open(former)]).toEqual([secret, undefined]);
  });
});

describe("throttling", () => {
  const rule = signInRules.accountFromAddress;
  const inside = <T>(work: (tx: Tx) => Promise<T>) => inTenant(pools.app, INSTALLATION, work);
  const tryOnce = (key: string, ms: number) => inside((tx) => countTry(tx, rule, key, later(ms)));

  it("stops after the tries of its window and opens again when it is over", async () => {
    for (let count = 0; count < rule.tries; count += 1) {
      expect((await tryOnce("someone", count)).allowed).toBe(true);
    }
    expect(await tryOnce("someone", 60_000)).toEqual({ allowed: false, retryAfterSeconds: 840 });
    expect((await tryOnce("someone else", 60_000)).allowed).toBe(true);
    expect((await tryOnce("someone", rule.windowMs)).allowed).toBe(true);
  });

  it("forgets after a try that succeeded", async () => {
    for (let count = 0; count < rule.tries; count += 1) await tryOnce("lucky", count);
    await inside((tx) => forgetTries(tx, rule, "lucky"));
    expect((await tryOnce("lucky", 10)).allowed).toBe(true);
  });
});
