import type { Instant } from "../kernel/instant.ts";
import { parseUuid, type Uuid } from "../kernel/ids.ts";
import type { Queryable } from "./queryable.ts";

/** A local account of one board. */
export interface Account {
  readonly account: Uuid;
  readonly staff: Uuid;
  readonly username: string;
  readonly passwordHash: string;
}

/** User names are written in any case and stored in lower case. */
export function normalUsername(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

/** The open account of a user name in one board. */
export async function findAccount(
  tx: Queryable,
  tenant: number,
  username: string,
): Promise<Account | undefined> {
  const found = await tx.query<{
    account: string;
    staff: string;
    username: string;
    password_hash: string;
  }>({
    name: "account-find",
    text: `select account, staff, username, password_hash from account
           where tenant = $1 and username = $2 and closed_at is null`,
    values: [tenant, normalUsername(username)],
  });
  const row = found.rows[0];
  const account = parseUuid(row?.account ?? "");
  const staff = parseUuid(row?.staff ?? "");
  if (row === undefined || account === undefined || staff === undefined) return undefined;
  return { account, staff, username: row.username, passwordHash: row.password_hash };
}

/** Makes an account. The database refuses a user name or member of staff that already has one. */
export async function makeAccount(
  tx: Queryable,
  tenant: number,
  account: Account,
  now: Instant,
): Promise<void> {
  await tx.query({
    name: "account-make",
    text: `insert into account (tenant, account, staff, username, password_hash, made_at, changed_at)
           values ($1, $2, $3, $4, $5, $6, $6)`,
    values: [
      tenant,
      account.account,
      account.staff,
      normalUsername(account.username),
      account.passwordHash,
      now,
    ],
  });
}

/** Whether anybody can sign in to a board. */
export async function hasAccounts(tx: Queryable, tenant: number): Promise<boolean> {
  const found = await tx.query({
    name: "account-any",
    text: "select 1 from account where tenant = $1 and closed_at is null limit 1",
    values: [tenant],
  });
  return found.rows.length > 0;
}
