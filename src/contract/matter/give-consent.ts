import { aktCommand } from "../akt-command.ts";

/** Records a consent: by whom, to what, in which form. */
export const giveConsent = aktCommand("matter", "give-consent", "consent.give", "akt.write", [
  "command.id-taken",
]);
