import { aktCommand } from "../akt-command.ts";

/** Decides to open an investigation: the start of its time. */
export const openInvestigation = aktCommand(
  "intake",
  "open-investigation",
  "investigation.open",
  "akt.decide",
);
