import { aktCommand } from "../akt-command.ts";

/** Records that a party got the fixed version, with the last day to answer. */
export const communicateBasis = aktCommand(
  "basis",
  "communicate-basis",
  "basis.communicate",
  "akt.assess",
);
