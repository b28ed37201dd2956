import { hash } from "node:crypto";
import type { Instant } from "../kernel/instant.ts";
import { instantOfMillis, millisOf } from "../kernel/instant.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";

const HOUR = 3_600_000;
/** Long enough to hand over a code, also over a weekend; short enough not to lie about. */
export const INVITATION_MS = 72 * HOUR;

/** An account as whoever runs accounts sees it: nothing that opens anything. */
export interface AccountFacts {
  readonly account: Uuid;
  readonly staff: Uuid;
  readonly username: string;
  readonly hasPassword: boolean;
  readonly invitedUntil: Instant | null;
  readonly subject: string | null;
  /** The provider has signed this person in before. */
  readonly linked: boolean;
  /** When the provider last sent somebody who was taken for another person. */
  readonly providerRefusedAt: Instant | null;
  readonly endsOn: PlainDate | null;
  readonly signedInAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly totp: boolean;
  readonly passkeys: number;
  readonly sessions: number;
}

const LIST = statement(
  "account_list",
  `select a.account, a.staff, a.username, a.password_hash is not null as "hasPassword",
     a.invite_until as "invitedUntil", a.subject,
     a.provider_sub is not null as linked, a.provider_refused_at as "providerRefusedAt",
     a.ends_on as "endsOn", a.signed_in_at as "signedInAt",
     a.closed_at as "closedAt",
     exists (select 1 from totp t where t.tenant = a.tenant and t.account = a.account
       and t.confirmed_at is not null) as totp,
     (select count(*)::int from passkey p where p.tenant = a.tenant and p.account = a.account
       and p.refused_at is null) as passkeys,
     (select count(*)::int from session s where s.tenant = a.tenant and s.account = a.account
       and s.ends_at > $2 and s.used_at > $3) as sessions
   from account a where a.tenant = $1 order by a.username`,
);
const FIND_ANY = statement(
  "account_find_any",
  "select account, staff, username from account where tenant = $1 and account = $2",
);
const TAKEN = statement(
  "account_taken",
  "select account, staff, username from account where tenant = $1 and (username = $2 or staff = $3)",
);
const BY_SUBJECT = statement(
  "account_by_subject",
  "select account, staff, username from account where tenant = $1 and subject = $2",
);
const INVITE = statement(
  "account_invite",
  `update account set invite_hash = $3, invite_until = $4, changed_at = $5
   where tenant = $1 and account = $2 and closed_at is null`,
);
const INVITED = statement(
  "account_invited",
  `select account from account
   where tenant = $1 and account = $2 and invite_hash = $3 and invite_until > $4 and closed_at is null`,
);
const ACCEPT = statement(
  "account_accept_invitation",
  `update account set password_hash = $5, invite_hash = null, invite_until = null, changed_at = $4
   where tenant = $1 and account = $2 and invite_hash = $3 and invite_until > $4 and closed_at is null`,
);
const CLOSE = statement(
  "account_close",
  `update account set closed_at = $3, changed_at = $3, invite_hash = null, invite_until = null
   where tenant = $1 and account = $2 and closed_at is null`,
);
const REOPEN = statement(
  "account_reopen",
  `update account set closed_at = null, changed_at = $3
   where tenant = $1 and account = $2 and closed_at is not null`,
);
const SET_END = statement(
  "account_set_end",
  "update account set ends_on = $3, changed_at = $4 where tenant = $1 and account = $2",
);
const SET_SUBJECT = statement(
  "account_set_subject",
  `update account set subject = $3, provider_iss = null, provider_sub = null, provider_refused_at = null,
     changed_at = $4
   where tenant = $1 and account = $2`,
);

/** Every account of the board, closed ones too. `idleSince`: a session not used since then is over. */
export function listAccounts(
  tx: Tx,
  now: Instant,
  idleSince: Instant,
): Promise<readonly AccountFacts[]> {
  return tx.rows<AccountFacts>(LIST, [tx.tenant, now, idleSince]);
}

/** Whose an account is. */
export interface OwnedAccount {
  readonly account: Uuid;
  readonly staff: Uuid;
  readonly username: string;
}

/** An account by its id, also a closed one. */
export async function findAnyAccount(tx: Tx, account: Uuid): Promise<OwnedAccount | undefined> {
  return (await tx.rows<OwnedAccount>(FIND_ANY, [tx.tenant, account]))[0];
}

/** Whether a user name, or somebody of the staff, already has an account. */
export async function accountTaken(
  tx: Tx,
  wanted: Pick<OwnedAccount, "staff" | "username">,
): Promise<readonly OwnedAccount[]> {
  return tx.rows<OwnedAccount>(TAKEN, [tx.tenant, wanted.username, wanted.staff]);
}

/** The account that has a subject of the identity provider already. */
export async function findBySubject(tx: Tx, subject: string): Promise<OwnedAccount | undefined> {
  return (await tx.rows<OwnedAccount>(BY_SUBJECT, [tx.tenant, subject]))[0];
}

/** A code for choosing a password, of which a hash is kept; the one before is worth nothing then. Gives its end. */
export async function inviteAccount(
  tx: Tx,
  account: Uuid,
  code: string,
  now: Instant,
): Promise<Instant> {
  const until = instantOfMillis(millisOf(now) + INVITATION_MS);
  await tx.run(INVITE, [tx.tenant, account, codeHash(code), until, now]);
  return until;
}

/** Whether a code invites to an account now. */
export async function isInvited(
  tx: Tx,
  account: Uuid,
  code: string,
  now: Instant,
): Promise<boolean> {
  const found = await tx.rows(INVITED, [tx.tenant, account, codeHash(code), now]);
  return found.length > 0;
}

/** Sets the password that its owner chose with a code, and uses the code up; false when somebody was first. */
export async function acceptInvitation(
  tx: Tx,
  account: Uuid,
  { code, passwordHash }: { readonly code: string; readonly passwordHash: string },
  now: Instant,
): Promise<boolean> {
  const values = [tx.tenant, account, codeHash(code), now, passwordHash];
  return (await tx.run(ACCEPT, values)) > 0;
}

/** Nobody signs in with it any more; its rows stay, so that the logs can be read. */
export async function closeAccount(tx: Tx, account: Uuid, now: Instant): Promise<void> {
  await tx.run(CLOSE, [tx.tenant, account, now]);
}

/** A closed account can be signed in with again. */
export async function reopenAccount(tx: Tx, account: Uuid, now: Instant): Promise<void> {
  await tx.run(REOPEN, [tx.tenant, account, now]);
}

/** The last day of an account; null for none. */
export async function setAccountEnd(
  tx: Tx,
  account: Uuid,
  endsOn: PlainDate | null,
  now: Instant,
): Promise<void> {
  await tx.run(SET_END, [tx.tenant, account, endsOn, now]);
}

/** What the identity provider must say of the person; forgets whom it said before. */
export async function setSubject(
  tx: Tx,
  account: Uuid,
  subject: string | null,
  now: Instant,
): Promise<void> {
  await tx.run(SET_SUBJECT, [tx.tenant, account, subject, now]);
}

/** Codes are read aloud and typed: dashes, spaces and case are not part of them. */
export function plainCode(code: string): string {
  return code.toLowerCase().replace(/[^a-z0-9]/gu, "");
}

/** A code of 79 random bits needs no slow hash. */
export function codeHash(code: string): Buffer {
  return hash("sha256", plainCode(code), "buffer");
}
