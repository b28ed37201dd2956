import { glassFollowUpBy, isToFollowUp } from "../../access/glass.ts";
import { actionsOf } from "../../access/policy.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { listWaitingGlass } from "../../store/views/glass.ts";
import type { RequestContext } from "../http/handler.ts";
import { openerOf } from "./list-glass.ts";

/** How many openings wait for somebody to follow them up, and how many for too long; null where it is no task. `isAny`: whether the board has one. */
export async function waitingGlass(
  tx: Tx,
  ctx: RequestContext,
  isAny: boolean,
): Promise<{ readonly waiting: number; readonly late: number } | null> {
  if (!actionsOf(ctx.actor).includes("glass.review")) return null;
  const all = isAny ? await listWaitingGlass(tx) : [];
  const mine = all.filter(({ staff, units }) =>
    isToFollowUp(ctx.actor, openerOf(ctx, staff), units),
  );
  const late = mine.filter(({ openedAt }) => glassFollowUpBy(openedAt) < ctx.today);
  return { waiting: mine.length, late: late.length };
}
