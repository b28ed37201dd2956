import type { Instant } from "../kernel/instant.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";
import type { SecretBox } from "./secret-box.ts";

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
const LIST = statement(
  "totp_list",
  "select account, secret from totp where tenant = $1 order by account for update",
);
const RESEAL = statement(
  "totp_reseal",
  "update totp set secret = $3 where tenant = $1 and account = $2",
);
const REMOVE = statement("totp_remove", "delete from totp where tenant = $1 and account = $2");

/** Whose secret it is, sealed into it: moved to another account it does not open. */
export function sealedFor(tenant: number, account: Uuid): string {
  return `totp ${tenant} ${account}`;
}

/** How many secrets of a board were sealed anew, and how many no key opens. */
export interface Resealed {
  readonly sealed: number;
  readonly lost: number;
}

/** Seals every secret of a board anew with the first key of the box; what no key opens is left as it is. */
export async function resealTotp(tx: Tx, box: SecretBox): Promise<Resealed> {
  const all = await tx.rows<{ account: Uuid; secret: Buffer }>(LIST, [tx.tenant]);
  let lost = 0;
  for (const { account, secret } of all) {
    const about = sealedFor(tx.tenant, account);
    const opened = box.open(secret, about);
    if (opened === undefined) lost += 1;
    else await tx.run(RESEAL, [tx.tenant, account, box.seal(opened, about)]);
  }
  return { sealed: all.length - lost, lost };
}

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
