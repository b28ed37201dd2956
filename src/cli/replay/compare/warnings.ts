import { guardedAct } from "../../../domain/guard-problems.ts";
import { parsePlainDate, type PlainDate } from "../../../kernel/plain-date.ts";
import { clockStatusOn } from "../../../rules/clock.ts";
import type { ExpectedWarning } from "../case-file.ts";
import type { Known, KnownClock } from "../known.ts";
import type { Action } from "../mapping/mapping.ts";
import { reasonOfKind } from "../mapping/kinds.ts";
import { leftToRule } from "../mapping/left.ts";
import type { GivenWarning } from "../play.ts";
import { runs } from "./deadlines.ts";
import { doublesRule, doubleShownOn } from "./doubles.ts";
import type { Tally } from "./tally.ts";

/**
 * Compares the warnings that must be shown at an event with those the product gave there, and those of a day
 * with the clocks that stood in the list of the day then. What an event only tells for the document that
 * follows is warned of there. Further warnings are noted, not counted as differences.
 */
export function compareWarnings(known: Known, tally: Tally): void {
  const { warnings } = known.plan.file.expected;
  const given = new Set(known.played.warnings);
  warnings.forEach((expected, index) => {
    const path = `/expected/warnings/${index}`;
    const { ruleId, event } = expected;
    if (event === undefined) {
      compareDay(known, tally, expected, path);
      return;
    }
    const found = [...given].filter((each) => each.ruleId === ruleId && isAt(known, each, event));
    if (found.length === 0) {
      tally.leave(path, whyNot(known, ruleId, event));
      return;
    }
    for (const each of found) given.delete(each);
    tally.agree();
  });
  for (const { ruleId, event } of given) {
    const at = known.plan.timeline.find(event)?.index ?? 0;
    tally.note(`/timeline/${at}`, `the product also tells ${ruleId}`);
  }
}

/** Whether a warning was given at an event, or at the document that carries what the event told before it. */
function isAt(known: Known, given: GivenWarning, event: string): boolean {
  if (given.event === event) return true;
  const told = known.plan.events.find(({ placed }) => placed.event.id === event);
  const carrier = known.plan.events.find(({ placed }) => placed.event.id === given.event);
  if (told === undefined || carrier === undefined) return false;
  const { matters } = carrier.placed.event;
  return (
    told.covered &&
    told.actions.length === 0 &&
    told.placed.place < carrier.placed.place &&
    told.placed.event.matters.every((matter) => matters.includes(matter))
  );
}

/**
 * A warning on a day: a clock of the rule runs then, and so stands in the list of the day; or it stands on the page of
 * the child as long as it is so.
 */
function compareDay(
  known: Known,
  tally: Tally,
  { ruleId, at }: ExpectedWarning,
  path: string,
): void {
  const day = parsePlainDate(at ?? "");
  if (day !== undefined && ruleId === doublesRule) {
    if (doubleShownOn(known, day)) tally.agree();
    else tally.differ([{ path, expected: `${ruleId} on ${day}`, actual: null }]);
    return;
  }
  if (day === undefined) tally.leave(path, `${ruleId}: neither an event nor a day is said`);
  else if (!runs(known.world.specification.law.law, ruleId)) {
    tally.leave(path, leftToRule(ruleId, `no clock of ${ruleId} runs that could warn on a day`));
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
  if (planned?.covered !== true) return reasonOfKind(kind);
  const { guards } = known.world.specification.law.law;
  const warns = planned.actions.some((action) =>
    (guards.get(guardedNameOf(action)) ?? []).some(
      ({ id, effect }) => id === ruleId && effect !== "block",
    ),
  );
  return warns
    ? `${ruleId}: the law's own condition for a warning was not met at ${event}; the product shows no other`
    : `${ruleId}: the product has no warning of this rule at ${kind}`;
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
