/** What may be wrong with the goals of a plan, and with the measure it is for. */
export const planProblems: readonly string[] = [
  "measure.not-found",
  "measure.ended",
  "measure.before-decision",
  "goal.unknown",
  "goal.twice",
  "goal.need-missing",
  "goal.need-unknown",
];
