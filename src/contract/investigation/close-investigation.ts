import { aktCommand } from "../akt-command.ts";

/** Closes the investigation with its result. */
export const closeInvestigation = aktCommand(
  "investigation",
  "close-investigation",
  "investigation.close",
  "akt.assess",
);
