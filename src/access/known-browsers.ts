import { hash } from "node:crypto";
import type { Instant } from "../kernel/instant.ts";
import { instantOfMillis, millisOf } from "../kernel/instant.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";

const DAY = 86_400_000;
/** A browser that nobody of the account has signed in with for so long is a stranger again. */
const KNOWN_DAYS = 180;

const FIND = statement(
  "known_browser_find",
  `select 1 from known_browser k join account a on a.tenant = k.tenant and a.account = k.account
   where k.tenant = $1 and k.token_hash = $2 and a.username = $3 and k.used_at > $4`,
);
const OF_ACCOUNT = statement(
  "known_browser_of_account",
  `select 1 from known_browser
   where tenant = $1 and token_hash = $2 and account = $3 and used_at > $4`,
);
const KNOW = statement(
  "known_browser_know",
  `insert into known_browser (tenant, token_hash, account, used_at) values ($1, $2, $3, $4)
   on conflict (tenant, token_hash, account) do update set used_at = $4`,
);
const FORGET = statement(
  "known_browser_forget",
  "delete from known_browser where tenant = $1 and account = $2",
);
const FORGET_OLD = statement(
  "known_browser_forget_old",
  "delete from known_browser where tenant = $1 and used_at <= $2",
);

/** Whether somebody has signed in to the account of a user name with the browser that holds this token. */
export async function isKnownBrowser(
  tx: Tx,
  token: string,
  username: string,
  now: Instant,
): Promise<boolean> {
  const found = await tx.rows(FIND, [tx.tenant, hashOf(token), username, since(now)]);
  return found.length > 0;
}

/** As {@link isKnownBrowser}, of an account. */
export async function isBrowserOf(
  tx: Tx,
  token: string,
  account: Uuid,
  now: Instant,
): Promise<boolean> {
  const found = await tx.rows(OF_ACCOUNT, [tx.tenant, hashOf(token), account, since(now)]);
  return found.length > 0;
}

/** Knows the browser of an account from now on. The token opens nothing: it only says whose tries are counted. */
export async function knowBrowser(
  tx: Tx,
  token: string,
  account: Uuid,
  now: Instant,
): Promise<void> {
  await tx.run(KNOW, [tx.tenant, hashOf(token), account, now]);
}

/** Forgets every browser of an account: a code or password may be known by others. */
export async function forgetBrowsers(tx: Tx, account: Uuid): Promise<void> {
  await tx.run(FORGET, [tx.tenant, account]);
}

/** Removes browsers that have not been used for long. */
export async function forgetOldBrowsers(tx: Tx, now: Instant): Promise<void> {
  await tx.run(FORGET_OLD, [tx.tenant, since(now)]);
}

function since(now: Instant): Instant {
  return instantOfMillis(millisOf(now) - KNOWN_DAYS * DAY);
}

function hashOf(token: string): Buffer {
  return hash("sha256", token, "buffer");
}
