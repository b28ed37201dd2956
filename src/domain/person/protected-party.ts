import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { DecideContext } from "../command.ts";
import { isProtectedOn } from "./person-state.ts";

/**
 * Whether the child or another party has protected data, own or through whom it lives with (O-11). What the parties
 * say is known of today; the child's own level is asked for the day.
 */
export function isProtectedParty(
  { child, parties, today }: Pick<DecideContext, "child" | "parties" | "today">,
  person: Uuid,
  on: PlainDate = today,
): boolean {
  if (person === child.person && isProtectedOn(child, on)) return true;
  return parties.some((party) => party.person === person && party.protected === true);
}
