import { aktCommand } from "../akt-command.ts";
import { planProblems } from "./plan-problems.ts";

/** Changes the plan of a contact person, a contact family and others. */
export const reviseContactPlan = aktCommand(
  "measure",
  "revise-contact-plan",
  "contact-plan.revise",
  "akt.write",
  [...planProblems, "measure.plan-missing"],
);
