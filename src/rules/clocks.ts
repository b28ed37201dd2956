import type { Calendar } from "../kernel/calendar.ts";
import type { Clock } from "./clock.ts";
import type { ClockFact } from "./clock-facts.ts";
import { deriveClock, startDay } from "./derive-clock.ts";
import type { ClockStart } from "./derive-clock.ts";
import { indexFacts } from "./fact-order.ts";
import type { FactIndex, PlacedFact } from "./fact-order.ts";
import { ruleOn } from "./look-up.ts";
import type { DeadlineRow, Law, StartRef } from "./types.ts";

export { clockStatusOn } from "./clock.ts";
export type { Clock, ClockCertainty, ClockStatus } from "./clock.ts";

/**
 * Every clock that the facts of one akt have started, in order of its start. Only rules whose rows
 * run are derived; a rule without force on the day it would start gives no clock. An extension
 * replaces the clock before it only where it was decided by that clock's last lawful day; one that
 * came later is kept as not applicable, and the clock before it stands.
 */
export function deriveClocks(
  facts: readonly ClockFact[],
  law: Law,
  calendar: Calendar,
): readonly Clock[] {
  const index = indexFacts(facts);
  const inTime = new Set<PlacedFact>();
  return startsIn(index, law)
    .toSorted((a, b) => a.start.place - b.start.place)
    .flatMap((candidate) => deriveClock(candidate, index, law, calendar, inTime) ?? []);
}

function startsIn(index: FactIndex, law: Law): ClockStart[] {
  const starters = startersOf(law);
  return index.all.flatMap((start) =>
    (starters.get(start.fact.name) ?? [])
      .map(({ row, ref }) => ({ row, ref, start, from: startDay(row, start.fact) }))
      .filter(({ row, from }) => ruleOn(law, row.id, from) === row),
  );
}

/** A row with one of the facts that start it. */
interface Starter {
  readonly row: DeadlineRow;
  readonly ref: StartRef;
}

const indexed = new WeakMap<Law, ReadonlyMap<string, readonly Starter[]>>();

/** What each fact may start, by its name, in the order of the law. The law does not change: indexed once. */
function startersOf(law: Law): ReadonlyMap<string, readonly Starter[]> {
  const known = indexed.get(law);
  if (known !== undefined) return known;
  const rows = [...law.deadlines.values()].flat().filter((row) => row.runs);
  const starters = rows.flatMap((row) => row.start.map((ref) => ({ row, ref })));
  const byFact = Map.groupBy(starters, ({ ref }) => ref.fact);
  indexed.set(law, byFact);
  return byFact;
}
