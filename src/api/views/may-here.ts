import { mayReadAkt, type AktFacts } from "../../access/akt-reach.ts";
import type { ActionId, PurposeId } from "../../contract/route.ts";
import { glassOf } from "../http/through-glass.ts";
import type { RequestContext } from "../http/handler.ts";

/** What the pages about a child lead to, beside reading, and what for. */
const offered: readonly (readonly [ActionId, PurposeId])[] = [
  ["akt.write", "case-handling"],
  ["person.write", "case-handling"],
  ["draft.write", "case-handling"],
  ["print.make", "case-handling"],
  ["akt.disclose", "case-handling"],
  ["akt.bar", "case-handling"],
  ["log.read", "access-control"],
];

/** The actions that the policy lets somebody take in at least one matter of an akt: what its page offers. */
export function mayHere(ctx: RequestContext, facts: AktFacts): ActionId[] {
  // Who looks in an emergency reads, and nothing else.
  if (glassOf(ctx) !== undefined) return [];
  return offered.flatMap(([action, purpose]) =>
    "deny" in mayReadAkt(ctx.actor, action, purpose, facts) ? [] : [action],
  );
}
