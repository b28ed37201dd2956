import { aktCommand } from "../akt-command.ts";

/** Hands a matter over to another unit, with what is missing; it stays where it is until it is received. */
export const handOver = aktCommand("matter", "hand-over", "matter.hand-over", "akt.write", [
  "unit.not-found",
  "hand-over.same-unit",
]);
