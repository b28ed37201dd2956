import { aktCommand } from "../akt-command.ts";

/** Records that somebody has withdrawn a consent. */
export const endConsent = aktCommand(
  "matter",
  "withdraw-consent",
  "consent.withdraw",
  "akt.write",
  ["consent.not-found", "consent.withdrawn-already", "consent.not-theirs"],
);
