import { aktCommand } from "../akt-command.ts";

/** Makes the investigation plan final: its first version. */
export const makePlan = aktCommand("investigation", "make-plan", "plan.make", "akt.write", [
  "investigation.not-open",
  "plan.made-already",
]);
