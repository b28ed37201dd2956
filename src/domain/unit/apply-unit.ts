import type { Uuid } from "../../kernel/ids.ts";
import { parseRole, type StaffFacts } from "../command.ts";
import type { RecordedEvent } from "../event.ts";
import { textOf, truthOf } from "../read.ts";
import type { UnitState } from "./unit-state.ts";

/** The version of the fold of the organisation. */
export const unitStateVersion = 1;

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
  if (event.type === "board.made") return { board, name, units: [], staff: [] };
  if (state === undefined) throw new Error("an organisation begins with board.made");
  if (event.type === "unit.made") {
    const unit = event.body.ids["unit"];
    return unit === undefined ? state : { ...state, units: [...state.units, { unit, name }] };
  }
  if (event.type === "staff.added" || event.type === "staff.changed") {
    const staff = staffOf(event, name);
    const others = state.staff.filter((known) => known.staff !== staff.staff);
    return { ...state, staff: [...others, staff] };
  }
  throw new Error(`cannot fold event ${event.seq} of type ${event.type}`);
}

function staffOf(event: RecordedEvent, name: string): StaffFacts {
  const { staff, unit } = event.body.ids;
  if (staff === undefined) throw new Error(`event ${event.seq} lacks the id staff`);
  return {
    staff,
    name,
    role: parseRole(textOf(event.body.data["role"]) ?? ""),
    qualified: truthOf(event.body.data["qualified"]) === true,
    ...(unit === undefined ? {} : { unit }),
  };
}
