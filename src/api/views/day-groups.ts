import type { ClockShape } from "../../contract/shapes.ts";
import { addDays, weekdayOf, type PlainDate } from "../../kernel/plain-date.ts";
import type { Clock } from "../../rules/clock.ts";

export const dayGroups = ["now", "today", "week", "later", "waiting"] as const;
export type DayGroup = (typeof dayGroups)[number];

/**
 * Where a clock stands in the day: past its last day or a child's safety until today = now; then the day to
 * work to. What somebody else is to do waits.
 */
export function groupOf(clock: Clock, today: PlainDate): DayGroup {
  if (clock.owner !== "authority") return "waiting";
  const { target, legalLatest, severity } = clock;
  if (legalLatest < today || (severity === "A" && target <= today)) return "now";
  if (target <= today) return "today";
  const sunday = addDays(today, 7 - weekdayOf(today));
  return target <= sunday ? "week" : "later";
}

/** Legal risk first, then the day to work to. */
export function byRisk(a: ClockShape, b: ClockShape): number {
  return compareRisk(a, b) || (a.clock < b.clock ? -1 : 1);
}

/** As {@link byRisk}, for clocks before they are made ready to be shown. */
export function clocksByRisk(a: Clock, b: Clock): number {
  return compareRisk(a, b) || (a.id < b.id ? -1 : 1);
}

type Risk = Pick<Clock, "severity"> & { readonly target: string };

function compareRisk(a: Risk, b: Risk): number {
  if (a.severity !== b.severity) return a.severity < b.severity ? -1 : 1;
  if (a.target !== b.target) return a.target < b.target ? -1 : 1;
  return 0;
}
