import type { Instant } from "../kernel/instant.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";

export interface TotpRow {
  readonly secret: Buffer;
  readonly confirmed: boolean;
}

const BEGIN = statement(
  "totp_begin",
  `insert into totp (tenant, account, secret, made_at, last_step) values ($1, $2, $3, $4, 0)
   on conflict (tenant, account) do update set secret = $3, made_at = $4, last_step = 0
     where totp.confirmed_at is null`,
);
const FIND = statement(
  "totp_find",
  `select secret, confirmed_at is not null as confirmed from totp where tenant = $1 and account = $2`,
);
const TAKE = statement(
  "totp_take",
  `update totp set last_step = $3, confirmed_at = coalesce(confirmed_at, $4)
   where tenant = $1 and account = $2 and last_step < $3`,
);
const REMOVE = statement("totp_remove", "delete from totp where tenant = $1 and account = $2");

/** Keeps a sealed secret that is not in use yet; false where one is in use. */
export async function beginTotp(
  tx: Tx,
  account: Uuid,
  secret: Buffer,
  now: Instant,
): Promise<boolean> {
  return (await tx.run(BEGIN, [tx.tenant, account, secret, now])) > 0;
}

/** The sealed secret of an account. */
export async function findTotp(tx: Tx, account: Uuid): Promise<TotpRow | undefined> {
  return (await tx.rows<TotpRow>(FIND, [tx.tenant, account]))[0];
}

/** Takes the code of a step of time, and puts the secret in use; false for one that was taken, or an earlier one. */
export async function takeTotpStep(
  tx: Tx,
  account: Uuid,
  step: number,
  now: Instant,
): Promise<boolean> {
  return (await tx.run(TAKE, [tx.tenant, account, step, now])) > 0;
}

export async function removeTotp(tx: Tx, account: Uuid): Promise<boolean> {
  return (await tx.run(REMOVE, [tx.tenant, account])) > 0;
}
