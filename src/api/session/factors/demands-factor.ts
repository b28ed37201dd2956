import { readBoardSignIn } from "../../../access/board-sign-in.ts";
import { rolesOf } from "../../../access/policy.ts";
import type { StaffFacts } from "../../../domain/command.ts";
import type { Tx } from "../../../store/in-tenant.ts";

/** Whether the board demands a second factor of one of somebody's roles: of a role that was lent too. */
export async function demandsFactor(
  tx: Tx,
  staff: Pick<StaffFacts, "role" | "also">,
): Promise<boolean> {
  const { factorRoles } = await readBoardSignIn(tx);
  return rolesOf(staff).some((role) => factorRoles.includes(role));
}
