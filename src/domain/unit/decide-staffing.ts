import type { Uuid } from "../../kernel/ids.ts";
import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import type { StaffFacts } from "../command.ts";
import { textOf } from "../read.ts";
import type { UnitCommand } from "./decide-unit.ts";
import { mayStandInFor } from "./stand-in.ts";
import type { UnitState } from "./unit-state.ts";

/** Commands about who is away, who stands in and who has which function. */
export const staffingCommands = ["absence.set", "absence.end", "duty.set", "duty.end"] as const;
export type StaffingCommandType = (typeof staffingCommands)[number];

export function isStaffingCommand(type: UnitCommand["type"]): type is StaffingCommandType {
  return staffingCommands.some((each) => each === type);
}

/**
 * What is wrong with a command on absences and duties. A manager says it of the own unit, the user administrator of
 * everybody. Problem ids: `staff.not-found`, `unit.not-found`, `staffing.*`.
 */
export function staffingProblems(state: UnitState, command: UnitCommand, by: Uuid): Problem[] {
  switch (command.type) {
    case "absence.set":
      return absenceProblems(state, command, by);
    case "duty.set":
      return dutyProblems(state, command, by);
    case "absence.end":
    case "duty.end":
      return endProblems(state, command, by);
    default:
      return [];
  }
}

function absenceProblems(state: UnitState, command: UnitCommand, by: Uuid): Problem[] {
  const { staff, substitute, absence } = command.ids;
  const away = memberOf(state, staff);
  if (away === undefined || absence === undefined) return [unknownStaff("/ids/staff")];
  const period = periodOf(command);
  const other = memberOf(state, substitute);
  const overlaps = state.absences.some(
    (known) =>
      known.absence !== absence &&
      known.staff === staff &&
      period !== undefined &&
      known.from <= period.to &&
      period.from <= known.to,
  );
  return [
    ...notYours(state, by, away.unit),
    ...periodProblems(period),
    ...(overlaps ? [problem("staffing.overlaps", { status: 409, pointer: "/data/from" })] : []),
    ...(substitute === undefined ? [] : standInProblems(away, other)),
  ];
}

function dutyProblems(state: UnitState, command: UnitCommand, by: Uuid): Problem[] {
  const { unit, holder, substitute, duty } = command.ids;
  if (duty === undefined || !state.units.some((each) => each.unit === unit)) {
    return [problem("unit.not-found", { status: 404, pointer: "/ids/unit" })];
  }
  const names = Object.entries({ holder, ...(substitute === undefined ? {} : { substitute }) });
  const strangers = names.flatMap(([name, id]) => {
    const member = memberOf(state, id);
    if (member === undefined) return [unknownStaff(`/ids/${name}`)];
    return member.unit === unit
      ? []
      : [problem("staffing.other-unit", { pointer: `/ids/${name}` })];
  });
  const same = substitute !== undefined && substitute === holder;
  return [
    ...notYours(state, by, unit),
    ...periodProblems(periodOf(command)),
    ...strangers,
    ...(same ? [problem("staffing.self", { pointer: "/ids/substitute" })] : []),
  ];
}

function endProblems(state: UnitState, command: UnitCommand, by: Uuid): Problem[] {
  const { absence, duty } = command.ids;
  const away = state.absences.find((known) => known.absence === absence);
  const had = state.duties.find((known) => known.duty === duty);
  const found = command.type === "absence.end" ? away : had;
  if (found === undefined) return [problem("staffing.not-found", { status: 404 })];
  return notYours(state, by, had?.unit ?? memberOf(state, away?.staff)?.unit);
}

function standInProblems(away: StaffFacts, other: StaffFacts | undefined): Problem[] {
  const pointer = "/ids/substitute";
  if (other === undefined) return [unknownStaff(pointer)];
  if (other.staff === away.staff) return [problem("staffing.self", { pointer })];
  if (mayStandInFor(other.role, away.role)) return [];
  return [problem("staffing.role", { pointer })];
}

/** Whose absence opens what to whom is for the manager of the unit to say, and for nobody outside it. */
function notYours(state: UnitState, by: Uuid, unit: Uuid | undefined): Problem[] {
  const actor = memberOf(state, by);
  if (actor?.role === "user-administrator") return [];
  const own = actor?.role === "unit-manager" && unit !== undefined && actor.unit === unit;
  return own ? [] : [problem("staffing.not-your-unit", { status: 403 })];
}

function periodOf(command: UnitCommand): { from: PlainDate; to: PlainDate } | undefined {
  const from = parsePlainDate(textOf(command.data["from"]) ?? "");
  const to = parsePlainDate(textOf(command.data["to"]) ?? "");
  return from === undefined || to === undefined ? undefined : { from, to };
}

function periodProblems(period: { from: PlainDate; to: PlainDate } | undefined): Problem[] {
  if (period === undefined) return [problem("staffing.no-period", { pointer: "/data/to" })];
  return period.to < period.from ? [problem("staffing.ends-early", { pointer: "/data/to" })] : [];
}

function memberOf(state: UnitState, staff: Uuid | undefined): StaffFacts | undefined {
  return state.staff.find((member) => member.staff === staff);
}

function unknownStaff(pointer: string): Problem {
  return problem("staff.not-found", { status: 404, pointer });
}
