import type { Instant } from "../kernel/instant.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";

/** A local account of one board. */
export interface Account {
  readonly account: Uuid;
  readonly staff: Uuid;
  readonly username: string;
  /** Null until the person has chosen a password. */
  readonly passwordHash: string | null;
}

/** Seals what the browser of an account keeps of text that is not saved yet. */
export const COPY_SECRET_BYTES = 32;

/** Closed, or its last day is over ($today in Stockholm by the real clock). */
const IS_OPEN = "closed_at is null and (ends_on is null or ends_on >= $3)";

const FIND = statement(
  "account_find",
  `select account, staff, username, password_hash as "passwordHash" from account
   where tenant = $1 and username = $2 and ${IS_OPEN}`,
);
const GET = statement(
  "account_get",
  `select account, staff, username, password_hash as "passwordHash" from account
   where tenant = $1 and account = $2 and ${IS_OPEN}`,
);
const MAKE = statement(
  "account_make",
  `insert into account (tenant, account, staff, username, password_hash, copy_secret, made_at, changed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $7)`,
);
const ANY = statement(
  "account_any",
  "select 1 from account where tenant = $1 and closed_at is null limit 1",
);

const FIND_HASH = statement(
  "account_find_hash",
  `select password_hash as "passwordHash" from account
   where tenant = $1 and account = $2 and closed_at is null`,
);
const CHANGE_HASH = statement(
  "account_change_hash",
  `update account set password_hash = $3, changed_at = $4, invite_hash = null, invite_until = null
   where tenant = $1 and account = $2 and closed_at is null`,
);
const SIGNED_IN = statement(
  "account_signed_in",
  `update account set signed_in_at = $3 where tenant = $1 and account = $2
   returning ends_on as "endsOn"`,
);

const COPY_SECRET = statement(
  "account_copy_secret",
  `select a.copy_secret as secret
   from account a join board b on b.tenant = a.tenant
   where a.tenant = $1 and a.account = $2 and a.closed_at is null and b.local_copy`,
);

/** User names are written in any case and stored in lower case. */
export function normalUsername(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

/** The open account of a user name in the board on a day. */
export async function findAccount(
  tx: Tx,
  username: string,
  today: string,
): Promise<Account | undefined> {
  const found = await tx.rows<Account>(FIND, [tx.tenant, normalUsername(username), today]);
  return found[0];
}

/** An open account by its id. */
export async function findAccountById(
  tx: Tx,
  account: Uuid,
  today: string,
): Promise<Account | undefined> {
  const found = await tx.rows<Account>(GET, [tx.tenant, account, today]);
  return found[0];
}

/** Makes an account. The database refuses a user name or member of staff that already has one. */
export async function makeAccount(
  tx: Tx,
  account: Account & { readonly copySecret: Uint8Array },
  now: Instant,
): Promise<void> {
  const { account: id, staff, username, passwordHash, copySecret } = account;
  const name = normalUsername(username);
  await tx.run(MAKE, [tx.tenant, id, staff, name, passwordHash, Buffer.from(copySecret), now]);
}

/** What seals the copies of an open account; undefined where the board has turned copies off. */
export async function findCopySecret(tx: Tx, account: Uuid): Promise<Buffer | undefined> {
  const found = await tx.rows<{ secret: Buffer }>(COPY_SECRET, [tx.tenant, account]);
  return found[0]?.secret;
}

/** The hash of an open account's password. */
export async function findPasswordHash(tx: Tx, account: Uuid): Promise<string | undefined> {
  const found = await tx.rows<Pick<Account, "passwordHash">>(FIND_HASH, [tx.tenant, account]);
  return found[0]?.passwordHash ?? undefined;
}

/** Changes the password of an open account, given as its hash; an invitation that was open is over with it. */
export async function changePasswordHash(
  tx: Tx,
  account: Uuid,
  passwordHash: string,
  now: Instant,
): Promise<void> {
  await tx.run(CHANGE_HASH, [tx.tenant, account, passwordHash, now]);
}

/** Notes that somebody has signed in; gives the last day of the account, null where none is set. */
export async function noteSignIn(tx: Tx, account: Uuid, now: Instant): Promise<PlainDate | null> {
  const values = [tx.tenant, account, now];
  const [row] = await tx.rows<{ endsOn: PlainDate | null }>(SIGNED_IN, values);
  return row?.endsOn ?? null;
}

/** Whether anybody can sign in to the board. */
export async function hasAccounts(tx: Tx): Promise<boolean> {
  const found = await tx.rows(ANY, [tx.tenant]);
  return found.length > 0;
}
