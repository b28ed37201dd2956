import type { Calendar } from "../kernel/calendar.ts";
import { type Clock, deriveClocks } from "../rules/clocks.ts";
import type { ClockFact } from "../rules/clock-facts.ts";
import type { Law } from "../rules/types.ts";
import type { AktState } from "./akt-state.ts";

/**
 * Every clock of an akt: running, met, replaced or never started. A pure function of the state and the
 * law, so a late registration or a correction recomputes them all.
 */
export function clocksOf(state: AktState, law: Law, calendar: Calendar): readonly Clock[] {
  const known = ofState.get(state);
  if (known !== undefined && known.law === law && known.calendar === calendar) return known.clocks;
  const facts = Object.values(state.matters).map((matter) => matter.facts);
  const clocks = clocksOfFacts(facts, law, calendar);
  ofState.set(state, { law, calendar, facts, clocks });
  return clocks;
}

function clocksOfFacts(facts: Derived["facts"], law: Law, calendar: Calendar): readonly Clock[] {
  const last = facts.at(-1);
  if (last === undefined) return [];
  const known = ofFacts.get(last);
  if (
    known !== undefined &&
    known.law === law &&
    known.calendar === calendar &&
    known.facts.length === facts.length &&
    known.facts.every((each, at) => each === facts[at])
  ) {
    return known.clocks;
  }
  const clocks = deriveClocks(facts.flat(), law, calendar);
  ofFacts.set(last, { law, calendar, facts, clocks });
  return clocks;
}

interface Derived {
  readonly law: Law;
  readonly calendar: Calendar;
  /** Of each matter. */
  readonly facts: readonly (readonly ClockFact[])[];
  readonly clocks: readonly Clock[];
}

/** A state never changes, and one command asks for its clocks several times: derived once. */
const ofState = new WeakMap<AktState, Derived>();
/**
 * Nor do facts: a note makes a new state, and starts, meets and moves no clock. By the facts of the last matter,
 * the one that mostly runs.
 */
const ofFacts = new WeakMap<readonly ClockFact[], Derived>();
