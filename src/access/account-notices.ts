import type { Instant } from "../kernel/instant.ts";
import { instantOfMillis, millisOf } from "../kernel/instant.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";

/** What the owner of an account is told. Each has words on the page of the own sign-ins. */
export const noticeKinds = [
  "invited",
  "password-set",
  "totp-added",
  "totp-removed",
  "passkey-added",
  "passkey-removed",
  "recovery-made",
  "recovery-used",
  "code-reused",
  "factors-removed",
  "sessions-ended",
  "reopened",
  "lock-lifted",
  "subject-set",
  "changed",
  "other-browser",
  "passkey-copied",
  "provider-other",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export interface NewNotice {
  readonly notice: Uuid;
  readonly kind: NoticeKind;
  /** Who did it, where it was not the owner. */
  readonly staff?: Uuid;
  readonly browser?: string;
  /** Shortened. */
  readonly address?: string;
}

export interface AccountNotice {
  readonly notice: Uuid;
  readonly kind: NoticeKind;
  readonly at: Instant;
  readonly staff: Uuid | null;
  readonly browser: string | null;
  readonly address: string | null;
}

const TELL = statement(
  "account_notice_tell",
  `with told as (
     insert into account_notice (tenant, account, notice, kind, at, staff, browser, address)
     values ($1, $2, $3, $4, $5, $6, $7, $8))
   update account set unseen = unseen + 1 where tenant = $1 and account = $2`,
);
const LIST = statement(
  "account_notice_list",
  `select notice, kind, at, staff, browser, address from account_notice
   where tenant = $1 and account = $2 order by at desc, notice desc limit $3`,
);
const SEEN = statement(
  "account_notice_seen",
  "update account set unseen = 0 where tenant = $1 and account = $2 and unseen > 0",
);
const FORGET = statement(
  "account_notice_forget",
  "delete from account_notice where tenant = $1 and at <= $2",
);
const DAY = 86_400_000;
const KEPT_DAYS = 400;
const SHOWN = 20;

/** Tells the owner of an account what happened to it, in the transaction in which it happens. */
export async function tellOwner(
  tx: Tx,
  account: Uuid,
  { notice, kind, staff, browser, address }: NewNotice,
  now: Instant,
): Promise<void> {
  const from = [staff ?? null, browser ?? null, address ?? null];
  await tx.run(TELL, [tx.tenant, account, notice, kind, now, ...from]);
}

/** The latest notices of an account. */
export function listNotices(tx: Tx, account: Uuid): Promise<readonly AccountNotice[]> {
  return tx.rows<AccountNotice>(LIST, [tx.tenant, account, SHOWN]);
}

/** The owner has read what there is. */
export async function seeNotices(tx: Tx, account: Uuid): Promise<void> {
  await tx.run(SEEN, [tx.tenant, account]);
}

/** Removes notices of long ago. */
export async function forgetNotices(tx: Tx, now: Instant): Promise<void> {
  await tx.run(FORGET, [tx.tenant, instantOfMillis(millisOf(now) - KEPT_DAYS * DAY)]);
}
