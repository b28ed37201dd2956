import type { Uuid } from "../../kernel/ids.ts";
import { parseRole, type StaffFacts } from "../command.ts";
import type { RecordedEvent } from "../event.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import { addDays, parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { applyIncident, isIncidentEvent } from "../incident/apply-incident.ts";
import { codesOf, textOf, truthOf } from "../read.ts";
import { daysOf, type RoleGrant } from "./roles.ts";
import { isAccountEvent } from "./decide-account.ts";
import type { Absence, Duty, UnitState } from "./unit-state.ts";

/** The version of the fold of the organisation. */
export const unitStateVersion = 4;

/**
 * Folds one event into the board's organisation.
 *
 * @throws Error on an unknown event type, or when the stream does not begin with `board.made`.
 */
export function applyUnit(
  state: UnitState | undefined,
  event: RecordedEvent,
  board: Uuid,
): UnitState {
  const name = textOf(event.body.data["name"]) ?? "";
  if (event.type === "board.made") {
    return { board, name, units: [], staff: [], absences: [], duties: [] };
  }
  if (state === undefined) throw new Error("an organisation begins with board.made");
  if (event.type === "unit.made") {
    const unit = event.body.ids["unit"];
    return unit === undefined ? state : { ...state, units: [...state.units, { unit, name }] };
  }
  if (event.type === "unit.renamed") {
    const { unit } = event.body.ids;
    const units = state.units.map((known) => (known.unit === unit ? { ...known, name } : known));
    return { ...state, units };
  }
  if (event.type === "staff.added" || event.type === "staff.changed") {
    const staff = staffOf(event, name);
    const others = state.staff.filter((known) => known.staff !== staff.staff);
    return { ...state, staff: [...others, staff] };
  }
  if (event.type === "absence.set" || event.type === "duty.set") return withPeriod(state, event);
  if (event.type === "absence.ended" || event.type === "duty.ended") return ended(state, event);
  if (isIncidentEvent(event.type)) return applyIncident(state, event);
  if (event.type === "variables.asked") {
    return { ...state, ...askedSince(state, event) };
  }
  if (event.type === "role.granted" || event.type === "role.ended") {
    return { ...state, grants: grantsSince(state, event) };
  }
  if (isAccountEvent(event.type)) return state;
  throw new Error(`cannot fold event ${event.seq} of type ${event.type}`);
}

/** A variable that was on before keeps who switched it on and when. */
function askedSince(state: UnitState, event: RecordedEvent): Pick<UnitState, "asked" | "askedBy"> {
  const asked = codesOf(event.body.data["variables"]);
  const now = { by: event.actor, on: stockholmDate(event.recordedAt) };
  return {
    asked,
    askedBy: Object.fromEntries(asked.map((id) => [id, state.askedBy?.[id] ?? now])),
  };
}

/** One that is changed is written whole; one that has ended is in the log only. */
function grantsSince({ grants = [] }: UnitState, event: RecordedEvent): readonly RoleGrant[] {
  const { grant, staff } = event.body.ids;
  const others = grants.filter((known) => known.grant !== grant);
  if (event.type === "role.ended") return others;
  const { from, to } = daysOf(event.body.data);
  if (grant === undefined || staff === undefined || from === undefined) {
    throw new Error(`event ${event.seq} lacks an id or a day`);
  }
  const role = parseRole(textOf(event.body.data["role"]) ?? "");
  return [...others, { grant, staff, role, from, ...(to === undefined ? {} : { to }) }];
}

function staffOf(event: RecordedEvent, name: string): StaffFacts {
  const { staff, unit } = event.body.ids;
  if (staff === undefined) throw new Error(`event ${event.seq} lacks the id staff`);
  return {
    staff,
    name,
    role: parseRole(textOf(event.body.data["role"]) ?? ""),
    qualified: truthOf(event.body.data["qualified"]) === true,
    ...daysOf(event.body.data),
    ...(unit === undefined ? {} : { unit }),
  };
}

/** A period is written whole, also when it is changed. Those that are over leave the state. */
function withPeriod(state: UnitState, event: RecordedEvent): UnitState {
  const { absence, staff, substitute, duty, unit, holder } = event.body.ids;
  const from = dayOf(event, "from");
  const to = dayOf(event, "to");
  const days = { from, to, ...(substitute === undefined ? {} : { substitute }) };
  const current = withoutOver(state, stockholmDate(event.recordedAt));
  if (absence !== undefined && staff !== undefined) {
    const others = current.absences.filter((known) => known.absence !== absence);
    return { ...current, absences: [...others, { absence, staff, ...days }] };
  }
  if (duty === undefined || unit === undefined || holder === undefined) {
    throw new Error(`event ${event.seq} lacks an id`);
  }
  const others = current.duties.filter((known) => known.duty !== duty);
  const made = { duty, unit, holder, function: textOf(event.body.data["function"]) ?? "", ...days };
  return { ...current, duties: [...others, made] };
}

/** Back the same day: yesterday was the last day of it. */
function ended(state: UnitState, event: RecordedEvent): UnitState {
  const { absence, duty } = event.body.ids;
  const today = stockholmDate(event.recordedAt);
  const to = addDays(today, -1);
  return withoutOver(
    {
      ...state,
      absences: state.absences.map((each) => (each.absence === absence ? { ...each, to } : each)),
      duties: state.duties.map((each) => (each.duty === duty ? { ...each, to } : each)),
    },
    today,
  );
}

function withoutOver(state: UnitState, today: PlainDate): UnitState {
  const remains = (period: Absence | Duty) => period.to >= today && period.to >= period.from;
  return {
    ...state,
    absences: state.absences.filter(remains),
    duties: state.duties.filter(remains),
  };
}

function dayOf(event: RecordedEvent, field: string): PlainDate {
  const day = parsePlainDate(textOf(event.body.data[field]) ?? "");
  if (day === undefined) throw new Error(`event ${event.seq} lacks the day ${field}`);
  return day;
}
