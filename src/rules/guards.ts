import type { Calendar } from "../kernel/calendar.ts";
import { evaluateTruth } from "../kernel/expression/evaluate.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { problem } from "../kernel/problem.ts";
import type { Problem } from "../kernel/problem.ts";
import type { GuardFacts } from "./facts.ts";
import { inForce } from "./look-up.ts";
import type { Guard, Law } from "./types.ts";

/** The days a guard is asked on. */
export interface GuardDays {
  /** The day of the act: decides which law applies. */
  readonly on: PlainDate;
  readonly today: PlainDate;
  readonly calendar: Calendar;
}

/**
 * What the law and good practice say of a command on the day of the act: block, warn, tell.
 * A guard speaks only where its condition is certainly fulfilled: what must exist is asked for with
 * isMissing, so a fact that was never told cannot pass for a good one. Each problem carries the
 * rule id, the section as people write it that day, and the text for people.
 */
export function evaluateGuards(
  law: Law,
  command: string,
  facts: GuardFacts,
  days: GuardDays,
): Problem[] {
  const fields = { ...facts, "command.on": days.on };
  const violated = (law.guards.get(command) ?? [])
    .filter((guard) => inForce(guard, days.on))
    .filter((guard) => evaluateTruth(guard.violatedWhen, { fields }, days) === true)
    .map(guardProblem);
  return [
    ...violated.filter((found) => found.severity === "block"),
    ...violated.filter((found) => found.severity === "warn"),
    ...violated.filter((found) => found.severity === "tell"),
  ];
}

/** The problem a violated guard makes: `law.<rule>.<key>`. */
export function guardProblem(guard: Guard): Problem {
  return problem(`law.${guard.id}.${guard.key}`, {
    ruleId: guard.id,
    section: guard.cited,
    severity: guard.effect,
    text: guard.message,
    ...(guard.pointer === undefined ? {} : { pointer: guard.pointer }),
  });
}
