import type { Account } from "../../access/accounts.ts";
import { hasFactor, readFactors } from "../../access/account-factors.ts";
import { readBoardSignIn } from "../../access/board-sign-in.ts";
import type { SignedInBy } from "../../access/sessions.ts";
import { loadOrganisation } from "../../store/commands/organisation.ts";
import { inTenant } from "../../store/in-tenant.ts";
import type { Tenant } from "../../store/tenant.ts";
import type { PublicContext } from "../http/handler.ts";
import { openFor } from "./open-session.ts";

/**
 * After a right password: signed in. Who has no second factor though the board demands one of the role gets in only to
 * choose one. Undefined for somebody who is no longer on the staff.
 */
export async function goOn(
  ctx: PublicContext,
  tenant: Tenant,
  { account, staff, username }: Account,
  via: SignedInBy,
) {
  const { store } = ctx.app;
  const [factors, board, organisation] = await inTenant(store.pools.app, tenant, (tx) =>
    Promise.all([readFactors(tx, account), readBoardSignIn(tx), loadOrganisation(store, tx)]),
  );
  const role = organisation.staff.get(staff)?.role ?? "";
  const limited = !hasFactor(factors) && board.factorRoles.includes(role);
  return openFor(ctx, { tenant, account, staff, username, via, limited });
}
