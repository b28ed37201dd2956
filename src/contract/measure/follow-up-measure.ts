import { aktCommand } from "../akt-command.ts";

/** Follows up a measure: how far each goal has come, and what the child and the guardians say. */
export const followUpMeasure = aktCommand(
  "measure",
  "follow-up-measure",
  "measure.follow-up",
  "akt.assess",
  [
    "measure.not-found",
    "measure.ended",
    "measure.not-started",
    "measure.before-decision",
    "goal.unknown",
    "goal.twice",
  ],
);
