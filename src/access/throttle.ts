import { createHash } from "node:crypto";
import type { Instant } from "../kernel/instant.ts";
import { instantOfMillis, millisOf } from "../kernel/instant.ts";
import { INSTALLATION } from "./installation.ts";
import type { Queryable } from "./queryable.ts";

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

/**
 * Counts one try and tells whether it may go on; `retryAfterSeconds` when not. The key (a user name, an
 * address) is kept only as a hash.
 */
export async function countTry(
  tx: Queryable,
  rule: ThrottleRule,
  key: string,
  now: Instant,
): Promise<{ readonly allowed: boolean; readonly retryAfterSeconds: number }> {
  const windowStart = instantOfMillis(millisOf(now) - rule.windowMs);
  const counted = await tx.query<{ tries: number; since: Date }>({
    name: "throttle-count",
    text: `insert into throttle as t (tenant, key_hash, tries, since) values ($1, $2, 1, $3)
           on conflict (tenant, key_hash) do update set
             tries = case when t.since <= $4 then 1 else t.tries + 1 end,
             since = case when t.since <= $4 then $3 else t.since end
           returning tries, since`,
    values: [INSTALLATION, hashOf(rule, key), now, windowStart],
  });
  const row = counted.rows[0];
  if (row === undefined || row.tries <= rule.tries) return { allowed: true, retryAfterSeconds: 0 };
  const waitMs = row.since.getTime() + rule.windowMs - millisOf(now);
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) };
}

/** Forgets the tries of a key, after one that succeeded. */
export async function forgetTries(tx: Queryable, rule: ThrottleRule, key: string): Promise<void> {
  await tx.query({
    name: "throttle-forget",
    text: "delete from throttle where tenant = $1 and key_hash = $2",
    values: [INSTALLATION, hashOf(rule, key)],
  });
}

/** Removes counts whose window is over. */
export async function removeOldTries(tx: Queryable, now: Instant): Promise<void> {
  await tx.query({
    name: "throttle-remove-old",
    text: "delete from throttle where tenant = $1 and since <= $2",
    values: [INSTALLATION, instantOfMillis(millisOf(now) - 24 * 60 * MINUTE)],
  });
}

function hashOf(rule: ThrottleRule, key: string): Buffer {
  return createHash("sha256").update(`${rule.id}\n${key}`).digest();
}
