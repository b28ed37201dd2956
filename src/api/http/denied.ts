import type { DenyRule } from "../../access/policy-types.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { logAccess, type AccessEntry } from "../../store/access-log.ts";
import type { Tx } from "../../store/in-tenant.ts";
import type { RequestContext } from "./handler.ts";
import { glassOf } from "./through-glass.ts";

/** What the policy's no is called in the log; an answer tells less, see `problem-answer.ts`. */
export function denial(rule: DenyRule): Problem {
  return problem(rule, { ruleId: rule });
}

/** Writes a no into the access log, in the transaction of the request, and gives the problem to answer with. */
export async function denied(
  tx: Tx,
  ctx: RequestContext,
  entry: AccessEntry,
  rule: DenyRule,
): Promise<Problem> {
  logAccess(tx, "denied", entry, ctx.now, rule);
  return denial(rule);
}

/** What the access log says of a route. */
export interface LoggedRoute {
  readonly id: string;
  readonly purpose: AccessEntry["purpose"];
}

/** The row of the access log of a request: who, by which route, for which purpose, about whom. */
export function accessEntry(
  ctx: RequestContext,
  route: LoggedRoute,
  about: Pick<AccessEntry, "akt" | "matter"> & { readonly persons: AccessEntry["persons"] },
): AccessEntry {
  const glass = glassOf(ctx);
  const through = glass === undefined ? {} : { glass: glass.opening };
  return {
    staff: ctx.staff.staff,
    action: route.id,
    purpose: route.purpose,
    ...about,
    ...through,
  };
}
