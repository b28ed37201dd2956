import type { Uuid } from "../../kernel/ids.ts";
import type { StaffFacts } from "../command.ts";

/** The board's organisation: its name, units, staff and deciding bodies. One `unit` stream a board. */
export interface UnitState {
  readonly board: Uuid;
  readonly name: string;
  readonly units: readonly { readonly unit: Uuid; readonly name: string }[];
  readonly staff: readonly StaffFacts[];
}
