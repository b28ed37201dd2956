import { guardedAct } from "../../../domain/guard-problems.ts";
import { parsePlainDate, type PlainDate } from "../../../kernel/plain-date.ts";
import { clockStatusOn } from "../../../rules/clock.ts";
import type { ExpectedWarning } from "../case-file.ts";
import type { Known, KnownClock } from "../known.ts";
import type { Action } from "../mapping/mapping.ts";
import { runs } from "./deadlines.ts";
import type { Tally } from "./tally.ts";

/**
 * Compares the warnings that must be shown at an event with those the product gave there, and those of a day
 * with the clocks that stood in the list of the day then. A rule that the law of the product warns by at such an
 * act, or that has a clock, is compared; any other is not covered. Further warnings are listed, not
 * counted as differences.
 */
export function compareWarnings(known: Known, tally: Tally): void {
  const { warnings } = known.plan.file.expected;
  const given = known.played.warnings;
  warnings.forEach((expected, index) => {
    const path = `/expected/warnings/${index}`;
    const { ruleId, event } = expected;
    if (event === undefined) {
      compareDay(known, tally, expected, path);
      return;
    }
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

/** A warning on a day: a clock of the rule runs then, and so stands in the list of the day. */
function compareDay(
  known: Known,
  tally: Tally,
  { ruleId, at }: ExpectedWarning,
  path: string,
): void {
  const day = parsePlainDate(at ?? "");
  if (day === undefined) tally.leave(path, `${ruleId}: neither an event nor a day is said`);
  else if (!runs(known.world.specification.law.law, ruleId)) {
    tally.leave(path, `${ruleId}: no clock of it runs yet that could warn on a day`);
  } else if (known.clocks.some((each) => each.clock.ruleId === ruleId && runsOn(each, day))) {
    tally.agree();
  } else tally.differ([{ path, expected: `${ruleId} on ${day}`, actual: null }]);
}

/** Whether a clock runs on a day: it has begun, and nothing had met or replaced it. */
function runsOn({ clock }: KnownClock, day: PlainDate): boolean {
  if (clock.from > day) return false;
  if (clock.metOn !== undefined) return clock.metOn > day;
  const status = clockStatusOn(clock, day);
  return status === "open" || status === "missed";
}

/** Why a warning that the case lists was not given. */
function whyNot(known: Known, ruleId: string, event: string): string {
  const planned = known.plan.events.find(({ placed }) => placed.event.id === event);
  const kind = planned?.placed.event.kind ?? event;
  if (planned?.covered !== true) return `${ruleId}: ${kind} has no command yet`;
  const { guards } = known.world.specification.law.law;
  const warns = planned.actions.some((action) =>
    (guards.get(guardedNameOf(action)) ?? []).some(
      ({ id, effect }) => id === ruleId && effect !== "block",
    ),
  );
  return warns
    ? `${ruleId}: the law's own condition for a warning was not met at ${event}; the product shows no other`
    : `${ruleId}: the product has no warning of this rule at ${kind} yet`;
}

/** The name the law's conditions know the command of an action by. */
function guardedNameOf(action: Action): string {
  switch (action.on) {
    case "intake":
    case "person":
      return action.type;
    case "akt":
      return guardedAct(action);
  }
}
