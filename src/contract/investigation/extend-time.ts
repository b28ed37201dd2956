import { aktCommand } from "../akt-command.ts";

/** Decides a longer time for the investigation, until a set day. */
export const extendInvestigation = aktCommand(
  "investigation",
  "extend-time",
  "investigation.extend",
  "akt.decide",
);
