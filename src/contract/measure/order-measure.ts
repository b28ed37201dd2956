import { aktCommand } from "../akt-command.ts";

/** Gives the assignment of a measure to its provider, with goals of the decision basis. */
export const orderMeasure = aktCommand("measure", "order-measure", "measure.order", "akt.write", [
  "measure.not-found",
  "measure.ended",
  "measure.before-decision",
  "goal.unknown",
  "goal.twice",
]);
