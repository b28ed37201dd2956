import { aktCommand } from "../akt-command.ts";

/** Ends a measure, with the reason and the ratings. */
export const endMeasure = aktCommand("measure", "end-measure", "measure.end", "akt.write", [
  "measure.not-found",
  "measure.ended",
  "measure.before-decision",
]);
