import { aktCommand } from "../akt-command.ts";

/** Changes the implementation plan of a measure. */
export const reviseImplementationPlan = aktCommand(
  "measure",
  "revise-implementation-plan",
  "implementation-plan.revise",
  "akt.write",
  [
    "measure.not-found",
    "measure.ended",
    "measure.plan-missing",
    "measure.before-decision",
    "goal.unknown",
    "goal.twice",
    "goal.need-missing",
    "goal.need-unknown",
  ],
);
