import { createHash } from "node:crypto";
import type { Instant } from "../kernel/instant.ts";
import { instantOfMillis, millisOf } from "../kernel/instant.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";

/** How many tries a key has in a window, counted in the database so that several servers share it. */
export interface ThrottleRule {
  readonly id: string;
  readonly tries: number;
  readonly windowMs: number;
}

const MINUTE = 60_000;

/**
 * Somebody guessing one account from one place is stopped first, guessing from many places a little later. A browser
 * that the owner has signed in with before counts by itself and by nothing else: whoever guesses elsewhere, from
 * however many addresses, does not shut the owner out (OWASP, device cookies).
 */
export const signInRules = {
  knownBrowser: { id: "sign-in:known-browser", tries: 8, windowMs: 15 * MINUTE },
  accountFromAddress: { id: "sign-in:account+address", tries: 5, windowMs: 15 * MINUTE },
  account: { id: "sign-in:account", tries: 25, windowMs: 15 * MINUTE },
  address: { id: "sign-in:address", tries: 60, windowMs: 15 * MINUTE },
} as const satisfies Record<string, ThrottleRule>;

export const setupRule: ThrottleRule = { id: "setup", tries: 10, windowMs: 15 * MINUTE };

/** Guessing the old password at a screen somebody left. */
export const passwordRule: ThrottleRule = { id: "password", tries: 5, windowMs: 15 * MINUTE };

/** A second factor, or a password again, of somebody who is signed in or has given the password. */
export const factorRule: ThrottleRule = { id: "factor", tries: 8, windowMs: 15 * MINUTE };

/** Challenges for signing in with a passkey, from one address: nothing is guessed there, but each is a row. */
export const passkeyRule: ThrottleRule = { id: "passkey", tries: 300, windowMs: 15 * MINUTE };

/** Visits to the identity provider, from one address: each asks it something. */
export const providerRule: ThrottleRule = { id: "provider", tries: 120, windowMs: 15 * MINUTE };

/** Words of a provider that somebody has signed out there, from one address; those that are true are forgotten. */
export const logoutRule: ThrottleRule = { id: "provider-logout", tries: 60, windowMs: 15 * MINUTE };

/** Files one person takes in within a day, each of 25 MB at most. */
export const uploadRule: ThrottleRule = { id: "upload", tries: 300, windowMs: 24 * 60 * MINUTE };

const COUNT = statement(
  "throttle_count",
  `insert into throttle as t (tenant, key_hash, tries, since, about, stopped) values ($1, $2, 1, $3, $5, false)
   on conflict (tenant, key_hash) do update set
     tries = case when t.since <= $4 then 1 else t.tries + 1 end,
     stopped = t.since > $4 and t.tries + 1 > $6,
     since = case when t.since <= $4 then $3 else t.since end
   returning tries, since`,
);
const FORGET = statement(
  "throttle_forget",
  "delete from throttle where tenant = $1 and key_hash = $2",
);
const GIVE_BACK = statement(
  "throttle_give_back",
  "update throttle set tries = tries - 1 where tenant = $1 and key_hash = $2 and tries > 1",
);
const STOPPED = statement(
  "throttle_stopped",
  "select distinct about from throttle where tenant = $1 and about = any($2) and stopped and since > $3",
);
const LIFT = statement("throttle_lift", "delete from throttle where tenant = $1 and about = $2");
const REMOVE_OLD = statement(
  "throttle_remove_old",
  "delete from throttle where tenant = $1 and since <= $2",
);

export interface TryAnswer {
  readonly allowed: boolean;
  readonly retryAfterSeconds: number;
}

/**
 * Counts one try and tells whether it may go on; how long to wait when not. The key (a user name, an
 * address) is kept only as a hash, and so is `about`, the user name it is about. `tx` works in the installation, as do the others here.
 */
export async function countTry(
  tx: Tx,
  rule: ThrottleRule,
  key: string,
  now: Instant,
  about?: string,
): Promise<TryAnswer> {
  const windowStart = instantOfMillis(millisOf(now) - rule.windowMs);
  const counted = await tx.rows<{ tries: number; since: Instant }>(COUNT, [
    tx.tenant,
    hashOf(rule, key),
    now,
    windowStart,
    about === undefined ? null : aboutHash(about),
    rule.tries,
  ]);
  const row = counted[0];
  if (row === undefined || row.tries <= rule.tries) return { allowed: true, retryAfterSeconds: 0 };
  const waitMs = millisOf(row.since) + rule.windowMs - millisOf(now);
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) };
}

/** Forgets the tries of a key, after one that succeeded. */
export async function forgetTries(tx: Tx, rule: ThrottleRule, key: string): Promise<void> {
  await tx.run(FORGET, [tx.tenant, hashOf(rule, key)]);
}

/** Takes one try of a key back: it was no guess, and whoever guesses beside it gains nothing. */
export async function giveTryBack(tx: Tx, rule: ThrottleRule, key: string): Promise<void> {
  await tx.run(GIVE_BACK, [tx.tenant, hashOf(rule, key)]);
}

/** Those of the user names for whom somebody has been stopped within a window; somebody may still get in elsewhere. */
export async function stoppedNames(
  tx: Tx,
  usernames: readonly string[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  const byHash = new Map(usernames.map((name) => [aboutHash(name).toString("hex"), name]));
  const hashes = [...byHash.keys()].map((hex) => Buffer.from(hex, "hex"));
  const since = instantOfMillis(millisOf(now) - signInRules.account.windowMs);
  const found = await tx.rows<{ about: Buffer }>(STOPPED, [tx.tenant, hashes, since]);
  return new Set(found.flatMap(({ about }) => byHash.get(about.toString("hex")) ?? []));
}

/** Forgets every try about a user name, wherever it was made. */
export async function liftLock(tx: Tx, username: string): Promise<void> {
  await tx.run(LIFT, [tx.tenant, aboutHash(username)]);
}

/** Removes counts that are a day old. */
export async function removeOldTries(tx: Tx, now: Instant): Promise<void> {
  await tx.run(REMOVE_OLD, [tx.tenant, instantOfMillis(millisOf(now) - 24 * 60 * MINUTE)]);
}

function aboutHash(username: string): Buffer {
  return createHash("sha256").update(`about\n${username}`).digest();
}

function hashOf(rule: ThrottleRule, key: string): Buffer {
  return createHash("sha256").update(`${rule.id}\n${key}`).digest();
}
