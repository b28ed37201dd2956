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

/** Somebody guessing one account from one place is stopped first, guessing from many places a little later. */
export const signInRules = {
  accountFromAddress: { id: "sign-in:account+address", tries: 5, windowMs: 15 * MINUTE },
  account: { id: "sign-in:account", tries: 25, windowMs: 15 * MINUTE },
  address: { id: "sign-in:address", tries: 60, windowMs: 15 * MINUTE },
} as const satisfies Record<string, ThrottleRule>;

export const setupRule: ThrottleRule = { id: "setup", tries: 10, windowMs: 15 * MINUTE };

/** Guessing the old password at a screen somebody left. */
export const passwordRule: ThrottleRule = { id: "password", tries: 5, windowMs: 15 * MINUTE };

const COUNT = statement(
  "throttle_count",
  `insert into throttle as t (tenant, key_hash, tries, since) values ($1, $2, 1, $3)
   on conflict (tenant, key_hash) do update set
     tries = case when t.since <= $4 then 1 else t.tries + 1 end,
     since = case when t.since <= $4 then $3 else t.since end
   returning tries, since`,
);
const FORGET = statement(
  "throttle_forget",
  "delete from throttle where tenant = $1 and key_hash = $2",
);
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
 * address) is kept only as a hash. `tx` works in the installation, as do the others here.
 */
export async function countTry(
  tx: Tx,
  rule: ThrottleRule,
  key: string,
  now: Instant,
): Promise<TryAnswer> {
  const windowStart = instantOfMillis(millisOf(now) - rule.windowMs);
  const counted = await tx.rows<{ tries: number; since: Instant }>(COUNT, [
    tx.tenant,
    hashOf(rule, key),
    now,
    windowStart,
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

/** Removes counts that are a day old. */
export async function removeOldTries(tx: Tx, now: Instant): Promise<void> {
  await tx.run(REMOVE_OLD, [tx.tenant, instantOfMillis(millisOf(now) - 24 * 60 * MINUTE)]);
}

function hashOf(rule: ThrottleRule, key: string): Buffer {
  return createHash("sha256").update(`${rule.id}\n${key}`).digest();
}
