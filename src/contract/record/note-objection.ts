import { aktCommand } from "../akt-command.ts";

/** Notes that somebody finds what is recorded wrong (SoL 14:6). What it is about stays as it is. */
export const noteObjection = aktCommand("record", "note-objection", "objection.note", "akt.write", [
  "command.id-taken",
  "record.entry-missing",
  "objection.document-missing",
  "objection.about-nothing",
  "objection.paragraph-missing",
]);
