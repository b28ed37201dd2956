import { readBoardSignIn } from "../../../access/board-sign-in.ts";
import type { Tx } from "../../../store/in-tenant.ts";

/** Whether the board demands a second factor of a role. */
export async function demandsFactor(tx: Tx, role: string): Promise<boolean> {
  return (await readBoardSignIn(tx)).factorRoles.includes(role);
}
