import { aktCommand } from "../akt-command.ts";

/** Decides a longer time for the preliminary assessment, for exceptional reasons. */
export const extendPreliminary = aktCommand(
  "intake",
  "extend-preliminary",
  "preliminary.extend",
  "akt.decide",
);
