import { aktCommand } from "../akt-command.ts";

/** Documents the immediate protection assessment of one child on one report. */
export const assessProtection = aktCommand(
  "intake",
  "assess-protection",
  "protection.assess",
  "akt.assess",
);
