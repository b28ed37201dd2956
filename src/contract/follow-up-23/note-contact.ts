import { aktCommand } from "../akt-command.ts";

/** Documents a contact during the follow-up of the child's situation. */
export const contactFollowUp23 = aktCommand(
  "follow-up-23",
  "note-contact",
  "follow-up-23.contact",
  "akt.write",
);
