import { aktCommand } from "../akt-command.ts";

/** Makes the plan of a contact person, a contact family and others. */
export const makeContactPlan = aktCommand(
  "measure",
  "make-contact-plan",
  "contact-plan.make",
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
