import { aktCommand } from "../akt-command.ts";

/** Changes the plan of a contact person, a contact family and others. */
export const reviseContactPlan = aktCommand(
  "measure",
  "revise-contact-plan",
  "contact-plan.revise",
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
