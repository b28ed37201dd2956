import type { Calendar } from "../kernel/calendar.ts";
import { type Clock, deriveClocks } from "../rules/clocks.ts";
import type { Law } from "../rules/types.ts";
import type { AktState } from "./akt-state.ts";

/**
 * Every clock of an akt: running, met, replaced or never started. A pure function of the state and the
 * law, so a late registration or a correction recomputes them all.
 */
export function clocksOf(state: AktState, law: Law, calendar: Calendar): readonly Clock[] {
  const known = derived.get(state);
  if (known !== undefined && known.law === law && known.calendar === calendar) return known.clocks;
  const facts = Object.values(state.matters).flatMap((matter) => matter.facts);
  const clocks = deriveClocks(facts, law, calendar);
  derived.set(state, { law, calendar, clocks });
  return clocks;
}

interface Derived {
  readonly law: Law;
  readonly calendar: Calendar;
  readonly clocks: readonly Clock[];
}

/** A state never changes, and one command asks for its clocks several times: derived once. */
const derived = new WeakMap<AktState, Derived>();
