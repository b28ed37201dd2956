import { clockStatusOn } from "../../../rules/clock.ts";
import type { Known } from "../known.ts";
import { leftToRule } from "../mapping/left.ts";
import { runs } from "./deadlines.ts";
import type { Tally } from "./tally.ts";

/** Compares the breaches that must be shown with the clocks that were met too late or not at all. */
export function compareViolations(known: Known, tally: Tally): void {
  const { violations } = known.plan.file.expected;
  const { law } = known.world.specification.law;
  const shown = violationsOf(known);
  violations.forEach((expected, index) => {
    const path = `/expected/violations/${index}`;
    if (!runs(law, expected.ruleId)) {
      tally.leave(path, leftToRule(expected.ruleId, `no clock of ${expected.ruleId} runs`));
      return;
    }
    const found = shown.some(
      ({ ruleId, event }) => ruleId === expected.ruleId && event === expected.event,
    );
    if (found) tally.agree();
    else tally.differ([{ path, expected: expected.ruleId, actual: null }]);
  });
  for (const { ruleId, event, matter } of shown) {
    const wanted = violations.some((each) => each.ruleId === ruleId && each.event === event);
    if (wanted) continue;
    const actual = `${ruleId} in ${matter} at ${event ?? "no event"}`;
    tally.differ([{ path: "/expected/violations", expected: null, actual }]);
  }
}

/** The breaches the product shows on the day the case is judged. */
function violationsOf(known: Known) {
  return known.clocks
    .filter(({ clock }) => {
      if (clock.reminder === true) return false;
      const status = clockStatusOn(clock, known.plan.file.asOf);
      return status === "late" || status === "missed";
    })
    .map(({ clock, matter, startEvent, metEvent }) => ({
      ruleId: clock.ruleId,
      matter,
      event: metEvent ?? startEvent,
    }));
}
