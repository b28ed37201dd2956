import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Role, StaffFacts } from "../command.ts";
import type { Absence, Duty, UnitState } from "./unit-state.ts";

/** The function that stands in for those of its unit who have named nobody (codelist `duty-function`). */
export const dutyWorker = "duty-worker";
/** The function that looks after what no unit has been given yet. */
export const reception = "reception";

/** The roles that may stand in for a role: whoever does so can do all of the other's work. */
const MAY_STAND_IN: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  assistant: ["assistant", "caseworker", "first-social-worker", "unit-manager"],
  reception: ["reception", "caseworker", "first-social-worker", "unit-manager"],
  caseworker: ["caseworker", "first-social-worker", "unit-manager"],
  "first-social-worker": ["first-social-worker", "unit-manager"],
  "unit-manager": ["unit-manager"],
};

/** Whether one role can do the work of another while somebody is away. */
export function mayStandInFor(role: Role, absent: Role): boolean {
  return MAY_STAND_IN[absent]?.includes(role) === true;
}

/** What somebody has to look after on a day besides the own work. */
export interface StandIns {
  /** Those who are away, with the last day of it, in the order of their absences. */
  readonly forStaff: readonly { readonly staff: Uuid; readonly until: PlainDate }[];
  /** The units of managers among them. */
  readonly units: readonly Uuid[];
  readonly duties: readonly Duty[];
}

/** Who has a function that is a duty of the day, when somebody is there. */
export interface DutyHolder {
  readonly duty: Duty;
  readonly holder: Uuid | undefined;
}

/**
 * For whom somebody stands in on a day, and which functions are theirs: by name, else as the duty worker of the
 * unit of the one who is away. Who is away themselves stands in for nobody; then those they have named do.
 */
export function standInsOn(state: UnitState, staff: Uuid, on: PlainDate): StandIns {
  const away = state.absences.filter((each) => runs(each, on));
  const forStaff = away.filter((each) => coverOf(state, each, on) === staff);
  const absent = forStaff.flatMap((each) => memberOf(state, each.staff) ?? []);
  return {
    forStaff: forStaff.map((each) => ({ staff: each.staff, until: each.to })),
    units: absent.flatMap(({ role, unit }) =>
      role === "unit-manager" && unit !== undefined ? [unit] : [],
    ),
    duties: dutiesOn(state, on).flatMap(({ duty, holder }) => (holder === staff ? [duty] : [])),
  };
}

/** Who looks after the work of somebody who is away on a day; undefined when nobody does. */
export function coverOf(state: UnitState, absence: Absence, on: PlainDate): Uuid | undefined {
  const named = firstPresent(state, absence, on);
  if (named !== undefined) return named;
  const absent = memberOf(state, absence.staff);
  return dutiesOn(state, on).find(({ duty, holder }) => {
    const member = holder === undefined ? undefined : memberOf(state, holder);
    return (
      duty.function === dutyWorker &&
      absent?.unit === duty.unit &&
      member !== undefined &&
      mayStandInFor(member.role, absent.role)
    );
  })?.holder;
}

/** The functions of a day with who has each: the holder, else the substitute, else who stands in for the holder. */
export function dutiesOn(state: UnitState, on: PlainDate): readonly DutyHolder[] {
  return state.duties
    .filter((duty) => runs(duty, on))
    .map((duty) => ({ duty, holder: holderOf(state, duty, on) }));
}

function holderOf(state: UnitState, duty: Duty, on: PlainDate): Uuid | undefined {
  const named = [duty.holder, ...(duty.substitute === undefined ? [] : [duty.substitute])];
  const there = named.find((staff) => absenceOf(state, staff, on) === undefined);
  if (there !== undefined) return there;
  const absence = absenceOf(state, duty.holder, on);
  return absence === undefined ? undefined : firstPresent(state, absence, on);
}

/** The named substitute, or the substitute's when that one is away too; never in a circle. */
function firstPresent(state: UnitState, absence: Absence, on: PlainDate): Uuid | undefined {
  const seen = new Set<Uuid>([absence.staff]);
  let next = absence.substitute;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    const also = absenceOf(state, next, on);
    if (also === undefined) return next;
    next = also.substitute;
  }
  return undefined;
}

/** The absence of somebody on a day. */
export function absenceOf(state: UnitState, staff: Uuid, on: PlainDate): Absence | undefined {
  return state.absences.find((each) => each.staff === staff && runs(each, on));
}

function memberOf(state: UnitState, staff: Uuid): StaffFacts | undefined {
  return state.staff.find((member) => member.staff === staff);
}

function runs(period: { readonly from: PlainDate; readonly to: PlainDate }, on: PlainDate) {
  return period.from <= on && on <= period.to;
}
