import type { Instant } from "../kernel/instant.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";
import { codeHash } from "./account-changes.ts";
import { readableSecret } from "./passwords.ts";

const MADE = 10;

const MAKE = statement(
  "recovery_make",
  `with gone as (delete from recovery_code where tenant = $1 and account = $2)
   insert into recovery_code (tenant, account, code_hash, made_at)
   select $1, $2, hash, $4 from unnest($3::bytea[]) as hash`,
);
const TAKE = statement(
  "recovery_take",
  `update recovery_code set used_at = $4
   where tenant = $1 and account = $2 and code_hash = $3 and used_at is null`,
);

/** Ten new codes of an account, to be shown once; those before are worth nothing. Only hashes are kept. */
export async function makeRecoveryCodes(
  tx: Tx,
  account: Uuid,
  random: (length: number) => Uint8Array,
  now: Instant,
): Promise<readonly string[]> {
  const codes = Array.from({ length: MADE }, () => readableSecret(random));
  await tx.run(MAKE, [tx.tenant, account, codes.map(codeHash), now]);
  return codes;
}

/** Uses a code up; false for one that is unknown or used. */
export async function takeRecoveryCode(
  tx: Tx,
  account: Uuid,
  code: string,
  now: Instant,
): Promise<boolean> {
  return (await tx.run(TAKE, [tx.tenant, account, codeHash(code), now])) > 0;
}
