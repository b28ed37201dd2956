import { aktCommand } from "../akt-command.ts";

/** Ends the follow-up of the child's situation. */
export const endFollowUp23 = aktCommand(
  "follow-up-23",
  "end-follow-up",
  "follow-up-23.end",
  "akt.assess",
);
