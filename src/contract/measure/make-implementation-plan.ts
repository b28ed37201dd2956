import { aktCommand } from "../akt-command.ts";
import { planProblems } from "./plan-problems.ts";

/** Makes the implementation plan of a measure. */
export const makeImplementationPlan = aktCommand(
  "measure",
  "make-implementation-plan",
  "implementation-plan.make",
  "akt.write",
  [...planProblems, "measure.plan-made"],
);
