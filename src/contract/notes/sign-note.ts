import { aktCommand } from "../akt-command.ts";

/** Signs a note. */
export const signNote = aktCommand("notes", "sign-note", "note.sign", "akt.write", [
  "note.about-somebody-else",
]);
