import { instantOfLocal, parseLocalDateTime, type Instant } from "../../kernel/instant.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { textOf } from "../read.ts";
import type { UnitCommand } from "../unit/decide-unit.ts";
import type { UnitState } from "../unit/unit-state.ts";
import { isClosed } from "./incident-state.ts";

/** Commands about incidents of the board. */
export const incidentCommands = ["incident.note", "incident.step"] as const;
export type IncidentCommandType = (typeof incidentCommands)[number];

export function isIncidentCommand(type: UnitCommand["type"]): type is IncidentCommandType {
  return incidentCommands.some((each) => each === type);
}

/**
 * What is wrong with a command on an incident, whose answers have been checked against their document. Problem ids:
 * `incident.known`, `incident.not-found`, `incident.closed`, `command.time-later-than-now`.
 */
export function incidentProblems(state: UnitState, command: UnitCommand, now: Instant): Problem[] {
  const { incident } = command.ids;
  const known = state.incidents?.find((each) => each.incident === incident);
  const field = command.type === "incident.note" ? "knownAt" : "doneAt";
  const later = timeProblems(command, field, now);
  if (command.type === "incident.note") {
    return known === undefined ? later : [problem("incident.known", { status: 409 })];
  }
  if (known === undefined) return [problem("incident.not-found", { status: 404 })];
  return isClosed(known) ? [problem("incident.closed", { status: 409 })] : later;
}

function timeProblems({ data }: UnitCommand, field: string, now: Instant): Problem[] {
  const local = parseLocalDateTime(textOf(data[field]) ?? "");
  const pointer = `/data/${field}`;
  if (local === undefined) return [problem("answer.wrong-type", { pointer })];
  return instantOfLocal(local) > now ? [problem("command.time-later-than-now", { pointer })] : [];
}
