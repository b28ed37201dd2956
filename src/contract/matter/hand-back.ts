import { aktCommand } from "../akt-command.ts";

/** Gives a matter back to the unit that handed it over, with what must be done first. */
export const handBack = aktCommand("matter", "hand-back", "matter.hand-back", "unit.allocate", [
  "hand-over.none",
  "hand-over.no-words",
]);
