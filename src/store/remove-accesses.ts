import type { Pool } from "pg";

import type { Uuid } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { stockholmDate } from "../kernel/instant.ts";
import { addYears } from "../kernel/plain-date.ts";
import { inTenant } from "./in-tenant.ts";
import { findLastSeal, listSeals } from "./seal.ts";
import { statement } from "./statement.ts";
import type { Tenant } from "./tenant.ts";

const COUNT = statement(
  "access_log_count_to",
  "select count(*)::int as n from access_log where tenant = $1 and no <= $2",
);

const NOTE = statement(
  "log_removal_insert",
  `insert into log_removal (tenant, removal, source, to_seal, row_count, before, removed_at)
   values ($1, $2, 'access', $3, $4, $5, $6)`,
);

const REMOVE = statement(
  "access_log_remove_to",
  "delete from access_log where tenant = $1 and no <= $2",
);

/** How long rows are kept, and what a removal is noted with. */
export interface AccessRemoval {
  readonly keepYears: number;
  readonly removal: Uuid;
  readonly now: Instant;
}

/**
 * Removes rows of the access log that have been kept for long enough, whole seals only; gives how many. `pool` is that
 * of the role of lawful destruction, the only one that may. The seals stay, so the chain still holds, and a note says
 * up to which of them the rows are gone. Time is counted by the seals themselves, which nobody can make older.
 */
export async function removeOldAccesses(
  pool: Pool,
  tenant: Tenant,
  { keepYears, removal, now }: AccessRemoval,
): Promise<number> {
  return inTenant(pool, tenant, async (tx) => {
    const last = await findLastSeal(tx, "access");
    if (last === undefined) return 0;
    const before = addYears(stockholmDate(last.sealed_at), -keepYears);
    const old = (await listSeals(tx, "access")).findLast(
      ({ sealed_at }) => stockholmDate(sealed_at) < before,
    );
    if (old === undefined) return 0;
    const [counted] = await tx.rows<{ n: number }>(COUNT, [tx.tenant, old.to_no]);
    if (counted === undefined || counted.n === 0) return 0;
    await tx.run(NOTE, [tx.tenant, removal, old.seal, counted.n, before, now]);
    return tx.run(REMOVE, [tx.tenant, old.to_no]);
  });
}
