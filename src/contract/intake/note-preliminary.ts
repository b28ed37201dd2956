import { aktCommand } from "../akt-command.ts";

/** Documents a contact or finding during the preliminary assessment. */
export const notePreliminary = aktCommand(
  "intake",
  "note-preliminary",
  "preliminary.note",
  "akt.write",
);
