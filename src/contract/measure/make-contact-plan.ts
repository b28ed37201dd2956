import { aktCommand } from "../akt-command.ts";
import { planProblems } from "./plan-problems.ts";

/** Makes the plan of a contact person, a contact family and others. */
export const makeContactPlan = aktCommand(
  "measure",
  "make-contact-plan",
  "contact-plan.make",
  "akt.write",
  [...planProblems, "measure.plan-made"],
);
