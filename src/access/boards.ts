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
