import { aktCommand } from "../akt-command.ts";

/** Records that a consent to a measure was withdrawn. */
export const withdrawConsent = aktCommand(
  "measure",
  "withdraw-consent",
  "measure.withdraw-consent",
  "akt.write",
  ["measure.not-found", "measure.ended"],
);
