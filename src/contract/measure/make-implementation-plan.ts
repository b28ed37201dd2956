import { aktCommand } from "../akt-command.ts";

/** Makes the implementation plan of a measure. */
export const makeImplementationPlan = aktCommand(
  "measure",
  "make-implementation-plan",
  "implementation-plan.make",
  "akt.write",
  [
    "measure.not-found",
    "measure.ended",
    "measure.plan-made",
    "measure.before-decision",
    "goal.unknown",
    "goal.twice",
    "goal.need-missing",
    "goal.need-unknown",
  ],
);
