import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";
import { tenantOf, type Tenant } from "../store/tenant.ts";

/** A board as the directory of the installation lists it. */
export interface ListedBoard {
  readonly tenant: Tenant;
  readonly name: string;
  readonly synthetic: boolean;
}

const LIST = statement("board_list", "select tenant, name, synthetic from board order by tenant");

/** The boards of this installation. The directory is the one thing that is read without choosing a board. */
export async function listBoards(tx: Tx): Promise<readonly ListedBoard[]> {
  const rows = await tx.rows<{ tenant: number; name: string; synthetic: boolean }>(LIST);
  return rows.map((row) => ({ ...row, tenant: tenantOf(row.tenant) }));
}

const LOCAL_COPY = statement(
  "board_set_local_copy",
  "update board set local_copy = $2 where tenant = $1",
);

/** Whether browsers may keep a sealed copy of what is typed and not saved yet. */
export async function setLocalCopy(tx: Tx, on: boolean): Promise<void> {
  await tx.run(LOCAL_COPY, [tx.tenant, on]);
}
