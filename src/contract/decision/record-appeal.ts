import { aktCommand } from "../akt-command.ts";

/** Records that an appeal arrived. */
export const recordAppeal = aktCommand("decision", "record-appeal", "decision.appeal", "akt.write");
