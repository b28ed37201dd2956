import type { Uuid } from "../../kernel/ids.ts";
import { stockholmDate, type Instant } from "../../kernel/instant.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import type { Decision } from "../command.ts";
import type { Answers } from "../event.ts";
import {
  incidentProblems,
  isIncidentCommand,
  type IncidentCommandType,
} from "../incident/decide-incident.ts";
import { textOf } from "../read.ts";
import {
  accountProblems,
  eventOfAccountCommand,
  isAccountCommand,
  type AccountCommandType,
} from "./decide-account.ts";
import {
  isStaffingCommand,
  staffingProblems,
  type StaffingCommandType,
} from "./decide-staffing.ts";
import { roleProblems, type RoleGiver } from "./roles.ts";
import type { UnitState } from "./unit-state.ts";

export interface UnitCommand {
  readonly type:
    | "board.make"
    | "unit.make"
    | "unit.rename"
    | "staff.add"
    | "staff.change"
    | "variables.ask"
    | "role.grant"
    | "role.end"
    | StaffingCommandType
    | AccountCommandType
    | IncidentCommandType;
  readonly ids: Readonly<Record<string, Uuid>>;
  readonly data: Answers;
}

const eventOfCommand = {
  "board.make": "board.made",
  "unit.make": "unit.made",
  "unit.rename": "unit.renamed",
  "staff.add": "staff.added",
  "staff.change": "staff.changed",
  "variables.ask": "variables.asked",
  "role.grant": "role.granted",
  "role.end": "role.ended",
  "absence.set": "absence.set",
  "absence.end": "absence.ended",
  "duty.set": "duty.set",
  "duty.end": "duty.ended",
  ...eventOfAccountCommand,
  "incident.note": "incident.noted",
  "incident.step": "incident.stepped",
} as const;

/**
 * Decides on units and staff, who is away and who stands in, and what is asked for beyond the documents. Refuses with `unit.name-missing`,
 * `board.known`, `unit.known`, `unit.not-found`, `staff.known`, `staff.not-found`, `staffing.*`, `role.*`, `account.own`, `incident.*`.
 */
export function decideUnit(
  state: UnitState | undefined,
  command: UnitCommand,
  ctx: { readonly now: Instant; readonly actor: Uuid },
): Decision {
  const problems = isIncidentCommand(command.type)
    ? checkIncident(state, command, ctx.now)
    : check(state, command, { by: ctx.actor, today: stockholmDate(ctx.now) });
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    warnings: [],
    events: [
      {
        type: eventOfCommand[command.type],
        occurredAt: ctx.now,
        recordedAt: ctx.now,
        actor: ctx.actor,
        body: { ids: command.ids, data: command.data },
      },
    ],
  };
}

function checkIncident(state: UnitState | undefined, command: UnitCommand, now: Instant) {
  if (state === undefined) return [problem("board.not-found", { status: 404 })];
  return incidentProblems(state, command, now);
}

function check(state: UnitState | undefined, command: UnitCommand, giver: RoleGiver): Problem[] {
  const { by } = giver;
  if (command.type === "variables.ask") {
    return state === undefined ? [problem("board.not-found", { status: 404 })] : [];
  }
  if (isStaffingCommand(command.type)) {
    if (state === undefined) return [problem("board.not-found", { status: 404 })];
    return staffingProblems(state, command, by);
  }
  if (command.type === "role.grant" || command.type === "role.end") {
    if (state === undefined) return [problem("board.not-found", { status: 404 })];
    return roleProblems(state, command, giver);
  }
  if (isAccountCommand(command.type)) {
    if (state === undefined) return [problem("board.not-found", { status: 404 })];
    return accountProblems(state, command, by);
  }
  if (textOf(command.data["name"]) === undefined)
    return [problem("unit.name-missing", { pointer: "/data/name" })];
  if (command.type === "board.make")
    return state === undefined ? [] : [problem("board.known", { status: 409 })];
  if (state === undefined) return [problem("board.not-found", { status: 404 })];
  const { staff, unit } = command.ids;
  const known = state.staff.some((member) => member.staff === staff);
  if (command.type === "staff.add" && known) return [problem("staff.known", { status: 409 })];
  if (command.type === "staff.change" && !known)
    return [problem("staff.not-found", { status: 404 })];
  const isKnown = state.units.some((entry) => entry.unit === unit);
  if (command.type === "unit.make" && isKnown) return [problem("unit.known", { status: 409 })];
  const needsUnit = command.type !== "unit.make" && unit !== undefined;
  if (needsUnit && !isKnown) return [problem("unit.not-found", { status: 404 })];
  return roleProblems(state, command, giver);
}
