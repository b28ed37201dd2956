import { aktCommand } from "../akt-command.ts";

/** Undoes one's own entry without legal effect on the day it was made; it stands as undone. */
export const undoEntry = aktCommand("record", "undo-entry", "record.undo", "akt.write", [
  "record.entry-missing",
  "record.already-undone",
  "record.only-new-decision",
  "record.undo-not-yours",
  "record.undo-too-late",
  "record.correct-instead",
]);
