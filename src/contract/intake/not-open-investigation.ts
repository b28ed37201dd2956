import { aktCommand } from "../akt-command.ts";

/** Decides not to open an investigation, with reasons. */
export const notOpenInvestigation = aktCommand(
  "intake",
  "not-open-investigation",
  "investigation.not-open",
  "akt.decide",
);
