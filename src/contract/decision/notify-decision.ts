import { aktCommand } from "../akt-command.ts";

/** Records that a party got the decision, which starts the time for appeal. */
export const notifyDecision = aktCommand(
  "decision",
  "notify-decision",
  "decision.notify",
  "akt.write",
);
