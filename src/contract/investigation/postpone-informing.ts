import { aktCommand } from "../akt-command.ts";

/** Documents the reason to wait with informing somebody. */
export const postponeInforming = aktCommand(
  "investigation",
  "postpone-informing",
  "informing.postpone",
  "akt.write",
);
