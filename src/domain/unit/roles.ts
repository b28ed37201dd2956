import type { Uuid } from "../../kernel/ids.ts";
import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { roles, type Role, type StaffFacts } from "../command.ts";
import type { Answers } from "../event.ts";
import { textOf } from "../read.ts";
import type { UnitState } from "./unit-state.ts";

/** A role beside somebody's own, for some days, both included; without a last day until it is taken back. */
export interface RoleGrant {
  readonly grant: Uuid;
  readonly staff: Uuid;
  readonly role: Role;
  readonly from: PlainDate;
  readonly to?: PlainDate;
}

/**
 * The roles that one person may have at the same time, each pair once. All others are kept apart: whoever checks the
 * log gives no accounts and does no casework, whoever counts knows nobody, whoever runs the system sees nothing.
 */
const TOGETHER: readonly (readonly [Role, Role])[] = [
  ["registrator", "assistant"],
  ["registrator", "reception"],
  ["registrator", "secretary"],
  ["assistant", "reception"],
  ["reception", "caseworker"],
  ["reception", "first-social-worker"],
  ["reception", "out-of-hours"],
  ["caseworker", "out-of-hours"],
  ["caseworker", "trainer"],
  ["first-social-worker", "out-of-hours"],
  ["first-social-worker", "trainer"],
  ["unit-manager", "out-of-hours"],
  ["chair", "board-member"],
];

/** The roles that are for a time: an inspection ends, and access with it. */
const FOR_A_TIME: ReadonlySet<Role> = new Set<Role>(["inspector"]);

/** Whether a role has to have a last day. */
export function isForATime(role: Role): boolean {
  return FOR_A_TIME.has(role);
}

/** Whether one person may have both roles. */
export function mayBeTogether(one: Role, other: Role): boolean {
  return TOGETHER.some(
    ([first, second]) => (first === one && second === other) || (first === other && second === one),
  );
}

/** A day on a board: a role of training is in force among invented persons only. */
export interface RoleDay {
  readonly today: PlainDate;
  readonly synthetic: boolean;
}

/** The roles of a member of staff that are in force on a day, the own one first; empty when none is. */
export function rolesOn(
  state: Pick<UnitState, "grants">,
  member: StaffFacts,
  { today, synthetic }: RoleDay,
): readonly Role[] {
  const runs = ({ from, to }: { readonly from?: PlainDate; readonly to?: PlainDate }) =>
    (from === undefined || from <= today) && (to === undefined || today <= to);
  const granted = (state.grants ?? []).filter((each) => each.staff === member.staff && runs(each));
  const all = [...(runs(member) ? [member.role] : []), ...granted.map(({ role }) => role)];
  return [...new Set(all)].filter((role) => role !== "trainer" || synthetic);
}

/** A member of staff with the roles of a day; undefined when none is in force. */
export function staffOn(
  state: Pick<UnitState, "grants">,
  member: StaffFacts,
  day: RoleDay,
): StaffFacts | undefined {
  const { also: _before, ...rest } = member;
  const [role, ...also] = rolesOn(state, member, day);
  if (role === undefined) return undefined;
  return { ...rest, role, ...(also.length === 0 ? {} : { also }) };
}

/** The days of a role in a command or an event; both may be missing. */
export function daysOf(data: Answers): Pick<StaffFacts, "from" | "to"> {
  const from = parsePlainDate(textOf(data["from"]) ?? "");
  const to = parsePlainDate(textOf(data["to"]) ?? "");
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** A command that says which role somebody has. */
export interface RoleCommand {
  readonly type: string;
  readonly ids: Readonly<Record<string, Uuid>>;
  readonly data: Answers;
}

/** Who gives a role, and when. */
export interface RoleGiver {
  readonly by: Uuid;
  readonly today: PlainDate;
}

/**
 * What is wrong with giving somebody a role, or taking it back. Nobody does it to themselves, but for the first of a
 * board. Problem ids: `role.self`, `role.unknown`, `role.apart`, `role.no-days`, `role.needs-end`, `role.twice`,
 * `role.not-found`, `staff.not-found`.
 */
export function roleProblems(
  state: UnitState,
  command: RoleCommand,
  { by, today }: RoleGiver,
): Problem[] {
  switch (command.type) {
    case "staff.add":
    case "staff.change":
      return ownRoleProblems(state, command, { by, today });
    case "role.grant":
      return grantProblems(state, command, { by, today });
    case "role.end": {
      const found = state.grants?.find(({ grant }) => grant === command.ids["grant"]);
      if (found === undefined) return [problem("role.not-found", { status: 404 })];
      return found.staff === by ? [itsOwn()] : [];
    }
    default:
      return [];
  }
}

function ownRoleProblems(
  state: UnitState,
  { ids, data }: RoleCommand,
  { by, today }: RoleGiver,
): Problem[] {
  const { staff } = ids;
  const before = state.staff.find((member) => member.staff === staff);
  const role = roleIn(data);
  if (role === undefined) return [unknownRole()];
  const days = daysOf(data);
  if (days.from !== undefined && days.to !== undefined && days.to < days.from) return [noDays()];
  const isFirst = !state.staff.some((member) => member.role === "user-administrator");
  const same = before?.role === role && before.from === days.from && before.to === days.to;
  if (staff === by && !same && !isFirst) return [itsOwn()];
  // A change of the name alone is not refused for what was lawful when it was given.
  if (!same && isForATime(role) && days.to === undefined) return [needsEnd()];
  const others = (state.grants ?? []).filter((each) => each.staff === staff);
  const own = { role, ...days };
  return others.some((each) => areApart(own, each, today)) ? [apart()] : [];
}

function grantProblems(
  state: UnitState,
  { ids, data }: RoleCommand,
  { by, today }: RoleGiver,
): Problem[] {
  const member = state.staff.find(({ staff }) => staff === ids["staff"]);
  if (member === undefined || ids["grant"] === undefined) {
    return [problem("staff.not-found", { status: 404, pointer: "/ids/staff" })];
  }
  if (member.staff === by) return [itsOwn()];
  const role = roleIn(data);
  if (role === undefined) return [unknownRole()];
  const { from, to } = daysOf(data);
  if (from === undefined || (to !== undefined && to < from)) return [noDays()];
  if (isForATime(role) && to === undefined) return [needsEnd()];
  const given = { role, from, ...(to === undefined ? {} : { to }) };
  const grants = (state.grants ?? []).filter((each) => each.grant !== ids["grant"]);
  const had = [member, ...grants.filter((each) => each.staff === member.staff)];
  if (had.some((each) => each.role === role && meet(given, each, today))) return [twice()];
  return had.some((each) => areApart(given, each, today)) ? [apart()] : [];
}

/** A role for some days; without a first or last day it has none. */
interface RoleDays extends Pick<StaffFacts, "from" | "to"> {
  readonly role: Role;
}

/** Two roles that one person may not have, and would have on the same day. */
function areApart(one: RoleDays, other: RoleDays, today: PlainDate): boolean {
  return one.role !== other.role && !mayBeTogether(one.role, other.role) && meet(one, other, today);
}

/** Whether both are in force on some day that is not over. */
function meet(
  one: Pick<StaffFacts, "from" | "to">,
  other: Pick<StaffFacts, "from" | "to">,
  today: PlainDate,
): boolean {
  const first = [one.from, other.from].reduce<PlainDate>(
    (latest, day) => (day !== undefined && day > latest ? day : latest),
    today,
  );
  return [one.to, other.to].every((last) => last === undefined || last >= first);
}

function roleIn(data: Answers): Role | undefined {
  const named = textOf(data["role"]);
  return roles.find((role) => role === named);
}

function itsOwn(): Problem {
  return problem("role.self", { status: 403, pointer: "/ids/staff" });
}

function unknownRole(): Problem {
  return problem("role.unknown", { pointer: "/data/role" });
}

function apart(): Problem {
  return problem("role.apart", { pointer: "/data/role" });
}

function noDays(): Problem {
  return problem("role.no-days", { pointer: "/data/to" });
}

function needsEnd(): Problem {
  return problem("role.needs-end", { pointer: "/data/to" });
}

function twice(): Problem {
  return problem("role.twice", { status: 409, pointer: "/data/role" });
}
