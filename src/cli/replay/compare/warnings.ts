import { coveredKinds } from "../mapping/kinds.ts";
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

function whyNot(known: Known, ruleId: string, event: string | undefined): string {
  if (event === undefined)
    return `${ruleId}: warnings on a day, without an event, are not given yet`;
  const kind = known.plan.timeline.find(event)?.event.kind ?? "";
  const has = coveredKinds[kind] === undefined ? "has no command yet" : "gives no such warning";
  return `${ruleId}: ${kind} ${has}`;
}
