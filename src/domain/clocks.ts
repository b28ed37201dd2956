import type { Calendar } from "../kernel/calendar.ts";
import { type Clock, deriveClocks } from "../rules/clocks.ts";
import type { Law } from "../rules/types.ts";
import type { AktState } from "./akt-state.ts";

/**
 * Every clock of an akt: running, met, replaced or never started. A pure function of the state and the
 * law, so a late registration or a correction recomputes them all.
 */
export function clocksOf(state: AktState, law: Law, calendar: Calendar): readonly Clock[] {
  const facts = Object.values(state.matters).flatMap((matter) => matter.facts);
  return deriveClocks(facts, law, calendar);
}
