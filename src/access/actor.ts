import type { StaffFacts } from "../domain/command.ts";
import { staffOn, type RoleDay } from "../domain/unit/roles.ts";
import { standInsOn, type StandIns } from "../domain/unit/stand-in.ts";
import type { UnitState } from "../domain/unit/unit-state.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { AccessException } from "../store/access-exceptions.ts";
import type { Actor, Exceptions } from "./policy-types.ts";

/** A member of staff as the policy sees one on a day. */
export interface ActorOnDay {
  readonly facts: StaffFacts;
  readonly actor: Actor;
  readonly standIns: StandIns;
}

/**
 * Who somebody is on a day: the roles in force, whom they stand in for, and what is excepted for them by name.
 * Undefined for somebody without a role that day, who is as somebody who has left.
 */
export function actorOn(
  state: UnitState,
  member: StaffFacts,
  day: RoleDay,
  exceptions: readonly AccessException[],
): ActorOnDay | undefined {
  const facts = staffOn(state, member, day);
  if (facts === undefined) return undefined;
  const standIns = standInsOn(state, member.staff, day.today);
  const standIn = { staff: standIns.forStaff.map((each) => each.staff), units: standIns.units };
  const excepted = exceptionsOn(exceptions, day.today);
  const { staff, role, also, qualified, unit } = facts;
  const actor: Actor = {
    staff,
    role,
    qualified,
    ...(also === undefined ? {} : { also }),
    ...(unit === undefined ? {} : { unit }),
    ...(standIn.staff.length === 0 ? {} : { standIn }),
    ...(excepted === undefined ? {} : { exceptions: excepted }),
  };
  return { facts, actor, standIns };
}

function exceptionsOn(
  exceptions: readonly AccessException[],
  today: PlainDate,
): Exceptions | undefined {
  const now = exceptions.filter(
    ({ since, until }) => (since === null || since <= today) && (until === null || until >= today),
  );
  if (now.length === 0) return undefined;
  const ids = (kind: AccessException["kind"], of: (each: AccessException) => Uuid) =>
    now.filter((each) => each.kind === kind).map(of);
  const performs = ids("performs", ({ matter }) => matter);
  return {
    lent: ids("lent", ({ matter }) => matter),
    ...(performs.length === 0 ? {} : { performs }),
    barred: ids("barred", ({ akt }) => akt),
  };
}
