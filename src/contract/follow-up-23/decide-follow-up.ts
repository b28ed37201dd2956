import { aktCommand } from "../akt-command.ts";

/** Decides to follow up the child's situation after an investigation without a measure. */
export const decideFollowUp23 = aktCommand(
  "follow-up-23",
  "decide-follow-up",
  "follow-up-23.decide",
  "akt.decide",
);
