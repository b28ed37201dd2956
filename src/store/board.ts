import type { Pool } from "pg";

import type { Instant } from "../kernel/instant.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Tx } from "./in-tenant.ts";
import { statement } from "./statement.ts";
import { tenantOf, type Tenant } from "./tenant.ts";

const INSERT = statement(
  "board_insert",
  `insert into board (tenant, stream, name, synthetic, simulated_today, made_at)
   values ($1, $2, $3, $4, $5, $6)`,
);

/** The number the next board gets. Two boards made at once race for it and one is tried again. */
export async function nextTenant(pool: Pool): Promise<Tenant> {
  const answer = await pool.query<{ tenant: number }>(
    "select coalesce(max(tenant), 0) + 1 as tenant from board",
  );
  return tenantOf(answer.rows[0]?.tenant ?? 1);
}

/** Writes the board's row in the directory. */
export async function insertBoard(
  tx: Tx,
  board: {
    readonly stream: Uuid;
    readonly name: string;
    readonly synthetic: boolean;
    readonly simulatedToday: PlainDate | undefined;
    readonly at: Instant;
  },
): Promise<void> {
  await tx.run(INSERT, [
    tx.tenant,
    board.stream,
    board.name,
    board.synthetic,
    board.simulatedToday ?? null,
    board.at,
  ]);
}
