import { plainDate } from "../../kernel/plain-date.ts";
import type { ClockFact } from "../clock-facts.ts";
import { clockStatusOn, deriveClocks } from "../clocks.ts";
import type { Clock, ClockStatus } from "../clocks.ts";
import { readCalendar, readLaw } from "./law-files.ts";

const law = readLaw();
const calendar = readCalendar();

/** A fact of the one matter of a test; its id is its name and day unless another is given. */
export function fact(name: string, on: string, more: Partial<ClockFact> = {}): ClockFact {
  return { name, on: plainDate(on), id: `${name} ${on}`, matter: "matter-1", ...more };
}

/** The clocks of some facts by the shipped law. */
export function clocksOf(...facts: readonly ClockFact[]): readonly Clock[] {
  return deriveClocks(facts, law, calendar);
}

/** The only clock of a rule. Throws where there is none or more than one. */
export function clockOf(ruleId: string, ...facts: readonly ClockFact[]): Clock {
  const clocks = clocksOf(...facts).filter((clock) => clock.ruleId === ruleId);
  const [clock] = clocks;
  if (clock === undefined || clocks.length > 1)
    throw new Error(`${clocks.length} clocks ${ruleId}`);
  return clock;
}

/** How the only clock of a rule stands on a day. */
export function statusOf(
  ruleId: string,
  today: string,
  ...facts: readonly ClockFact[]
): ClockStatus {
  return clockStatusOn(clockOf(ruleId, ...facts), plainDate(today));
}
