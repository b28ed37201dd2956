import { aktCommand } from "../akt-command.ts";
import { planProblems } from "./plan-problems.ts";

/** Changes the implementation plan of a measure. */
export const reviseImplementationPlan = aktCommand(
  "measure",
  "revise-implementation-plan",
  "implementation-plan.revise",
  "akt.write",
  [...planProblems, "measure.plan-missing"],
);
