import { aktCommand } from "../akt-command.ts";

/** Makes a changed investigation plan final, as a new version. */
export const revisePlan = aktCommand("investigation", "revise-plan", "plan.revise", "akt.write", [
  "investigation.not-open",
  "plan.none",
]);
