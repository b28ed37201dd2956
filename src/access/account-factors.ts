import type { Uuid } from "../kernel/ids.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";

/** What an account can show beside its password. */
export interface FactorFacts {
  readonly totp: boolean;
  readonly passkeys: number;
  /** Recovery codes that are left. */
  readonly recovery: number;
}

const READ = statement(
  "factors_read",
  `select exists (select 1 from totp where tenant = $1 and account = $2 and confirmed_at is not null) as totp,
     (select count(*)::int from passkey where tenant = $1 and account = $2 and refused_at is null) as passkeys,
     (select count(*)::int from recovery_code where tenant = $1 and account = $2 and used_at is null) as recovery`,
);
const REMOVE_TOTP = statement(
  "factors_remove_totp",
  "delete from totp where tenant = $1 and account = $2",
);
const REMOVE_KEYS = statement(
  "factors_remove_keys",
  "delete from passkey where tenant = $1 and account = $2",
);
const REMOVE_CODES = statement(
  "factors_remove_codes",
  "delete from recovery_code where tenant = $1 and account = $2",
);

/** What an account has to show. */
export async function readFactors(tx: Tx, account: Uuid): Promise<FactorFacts> {
  const [row] = await tx.rows<FactorFacts>(READ, [tx.tenant, account]);
  return row ?? { totp: false, passkeys: 0, recovery: 0 };
}

/** Whether it has anything beside a password. */
export function hasFactor({ totp, passkeys }: FactorFacts): boolean {
  return totp || passkeys > 0;
}

/** Takes everything of it away, recovery codes too. */
export async function removeFactors(tx: Tx, account: Uuid): Promise<void> {
  await tx.run(REMOVE_TOTP, [tx.tenant, account]);
  await tx.run(REMOVE_KEYS, [tx.tenant, account]);
  await tx.run(REMOVE_CODES, [tx.tenant, account]);
}
