import type { Calendar } from "../../kernel/calendar.ts";
import { instantOfLocal, stockholmDate } from "../../kernel/instant.ts";
import type { Clock } from "../../rules/clock.ts";
import type { ClockFact } from "../../rules/clock-facts.ts";
import { deriveClocks } from "../../rules/clocks.ts";
import type { Law } from "../../rules/types.ts";
import type { IncidentState, IncidentStep } from "./incident-state.ts";

/** Codes of codelist `incident-concerns`, and the facts of the law that start with them. */
const startOf: Readonly<Record<string, string>> = {
  "data-breach": "incident.reported",
  cyber: "cyber-incident.known",
};

/** The facts of the law that a step (codelist `incident-step`) is; other steps are none. */
const factOfStep: Readonly<Record<string, string>> = {
  "early-notice": "cyber-incident.early-notice",
  "incident-report": "cyber-incident.reported",
  "final-report": "cyber-incident.final-report",
  "authority-notified": "incident.reported",
  "not-notified": "incident.reported",
};

/**
 * The clocks of one incident: 72 hours to the data protection authority (GDPR 33), 24 and 72 hours and a month to the
 * cyber security authority (2025:1506 2:5-8).
 */
export function clocksOfIncident(
  incident: IncidentState,
  law: Law,
  calendar: Calendar,
): readonly Clock[] {
  return deriveClocks(factsOf(incident), law, calendar);
}

function factsOf(incident: IncidentState): readonly ClockFact[] {
  const { concerns, knownAt, seq } = incident;
  const at = instantOfLocal(knownAt);
  const on = stockholmDate(at);
  const matter = incident.incident;
  const started = concerns.flatMap((kind): readonly ClockFact[] => {
    const name = startOf[kind];
    const data = { incident: kind, knownAt };
    return name === undefined ? [] : [{ name, on, at, id: `${seq}.${kind}`, matter, data }];
  });
  return [...started, ...incident.steps.flatMap((step) => factsOfStep(matter, step))];
}

function factsOfStep(matter: string, { step, at, seq }: IncidentStep): readonly ClockFact[] {
  const name = factOfStep[step];
  if (name === undefined) return [];
  return [{ name, on: stockholmDate(at), at, id: `${seq}`, matter, data: { incident: step } }];
}
