import { aktCommand } from "../akt-command.ts";

/** Records that the child has got the measure for the first time. */
export const startMeasure = aktCommand("measure", "start-measure", "measure.start", "akt.write", [
  "measure.not-found",
  "measure.ended",
  "measure.already-started",
  "measure.before-decision",
]);
