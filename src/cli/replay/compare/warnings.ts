import type { Known } from "../known.ts";
import type { Tally } from "./tally.ts";

/**
 * Compares the warnings that must be shown at an event with those the product gave there. A rule that the law
 * of the product warns by at such an act is compared; any other is not covered. Further warnings are listed,
 * not counted as differences.
 */
export function compareWarnings(known: Known, tally: Tally): void {
  const { warnings } = known.plan.file.expected;
  const given = known.played.warnings;
  warnings.forEach((expected, index) => {
    const path = `/expected/warnings/${index}`;
    const { ruleId, event } = expected;
    const isGiven = given.some((each) => each.ruleId === ruleId && each.event === event);
    if (isGiven) tally.agree();
    else tally.leave(path, whyNot(known, ruleId, event));
  });
  const wanted = (ruleId: string, event: string) =>
    warnings.some((each) => each.ruleId === ruleId && each.event === event);
  const further = given.filter(({ ruleId, event }) => !wanted(ruleId, event));
  for (const { ruleId, event } of further) {
    const at = known.plan.timeline.find(event)?.index ?? 0;
    tally.leave(
      `/timeline/${at}`,
      `the product warns under ${ruleId}, which the case does not list`,
    );
  }
}

/** Why a warning that the case lists was not given. */
function whyNot(known: Known, ruleId: string, event: string | undefined): string {
  if (event === undefined)
    return `${ruleId}: warnings on a day, without an event, are not given yet`;
  const planned = known.plan.events.find(({ placed }) => placed.event.id === event);
  const kind = planned?.placed.event.kind ?? event;
  if (planned?.covered !== true) return `${ruleId}: ${kind} has no command yet`;
  const { guards } = known.world.specification.law.law;
  const warns = planned.actions.some(
    (action) =>
      action.on === "akt" &&
      (guards.get(action.type) ?? []).some(({ id, effect }) => id === ruleId && effect === "warn"),
  );
  return warns
    ? `${ruleId}: the law's own condition for a warning was not met at ${event}; the product shows no other`
    : `${ruleId}: the product has no warning of this rule at ${kind} yet`;
}
