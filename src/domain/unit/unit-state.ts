import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { StaffFacts } from "../command.ts";
import type { IncidentState } from "../incident/incident-state.ts";
import type { RoleGrant } from "./roles.ts";

/** The board's organisation: its name, units, staff and deciding bodies. One `unit` stream a board. */
export interface UnitState {
  readonly board: Uuid;
  readonly name: string;
  readonly units: readonly { readonly unit: Uuid; readonly name: string }[];
  readonly staff: readonly StaffFacts[];
  /** Those of now and later; one that is over is in the log only. */
  readonly absences: readonly Absence[];
  /** As {@link UnitState.absences}. */
  readonly duties: readonly Duty[];
  /** Roles given beside the own one; absent when there is none. */
  readonly grants?: readonly RoleGrant[];
  /** Incidents that are open, and the latest that are closed; absent until there is one. */
  readonly incidents?: readonly IncidentState[];
  /** Variables of follow-up beyond those that every document asks for, switched on by the board. */
  readonly asked?: readonly string[];
  /** Who switched each of {@link UnitState.asked} on, and the day. */
  readonly askedBy?: Readonly<Record<string, { readonly by: Uuid; readonly on: PlainDate }>>;
}

/** Somebody is away, both days included. Without a substitute the unit's duty worker stands in. */
export interface Absence {
  readonly absence: Uuid;
  readonly staff: Uuid;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly substitute?: Uuid;
}

/** A function of a unit (codelist `duty-function`) that somebody has for some days, both included. */
export interface Duty {
  readonly duty: Uuid;
  readonly unit: Uuid;
  readonly function: string;
  readonly holder: Uuid;
  /** Who has it while the holder is away. */
  readonly substitute?: Uuid;
  readonly from: PlainDate;
  readonly to: PlainDate;
}
