import { rolesOf } from "../../access/policy.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail } from "../../kernel/result.ts";
import { logAccess } from "../../store/access-log.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { accessEntry, type LoggedRoute } from "../http/denied.ts";
import type { RequestContext } from "../http/handler.ts";

/** Whoever gives people their accounts and roles doesn't check what they did with them. */
export function notAsAdministrator(ctx: RequestContext): Problem | undefined {
  const gives = rolesOf(ctx.actor).includes("user-administrator");
  return gives ? problem("log-review.not-administrator", { status: 403 }) : undefined;
}

/** A refusal, with its row in the access log. */
export function refuse(
  tx: Tx,
  ctx: RequestContext,
  route: LoggedRoute,
  found: Problem,
): { readonly ok: false; readonly problems: readonly Problem[] } {
  logAccess(tx, "refused", accessEntry(ctx, route, { persons: [] }), ctx.now, found.id);
  return fail(found);
}
