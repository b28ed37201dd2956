import { logView, type AccessEntry } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import type { Scope } from "../../followup/engine/deps.ts";
import { accessEntry } from "../http/denied.ts";
import type { RequestContext } from "../http/handler.ts";

/** Whose rows are counted: the whole board's, which is what the board's managers follow up. */
export function scopeOf(ctx: RequestContext): Scope {
  const { units } = ctx.organisation.state;
  return { tenant: ctx.tenant, units, today: ctx.today };
}

/**
 * Notes that follow-up was asked, before it is answered: the counts are read by another login role, which
 * has no access to the log. Without the row there is no answer.
 */
export async function logQuestion(
  ctx: RequestContext,
  route: { readonly id: string; readonly purpose: AccessEntry["purpose"] },
): Promise<void> {
  const entry = accessEntry(ctx, route, { persons: [] });
  await inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => logView(tx, entry, ctx.now));
}
