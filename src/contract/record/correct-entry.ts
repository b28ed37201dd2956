import { aktCommand } from "../akt-command.ts";

/** Corrects an entry without legal effect; what it said stays readable (M-03). */
export const correctEntry = aktCommand("record", "correct-entry", "record.correct", "akt.write", [
  "record.entry-missing",
  "record.already-undone",
  "record.only-new-decision",
  "record.kind-stays",
  "record.nothing-corrected",
  "record.after-what-followed",
]);
