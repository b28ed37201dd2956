import { policyCondition } from "../../access/policy-sql.ts";
import type { ActionId, PurposeId } from "../../contract/route.ts";
import type { Viewer } from "../../store/views/row-filter.ts";
import type { RequestContext } from "../http/handler.ts";

/** Who asks for a list, with the policy as the condition on its rows. */
export function viewerOf(ctx: RequestContext, action: ActionId, purpose: PurposeId): Viewer {
  const { actor } = ctx;
  return {
    staff: actor.staff,
    unit: actor.unit,
    ...(actor.standIn === undefined ? {} : { standIn: actor.standIn }),
    ...(actor.exceptions === undefined ? {} : { exceptions: actor.exceptions }),
    filter: (columns, parameters) => policyCondition(actor, action, purpose, columns, parameters),
  };
}
