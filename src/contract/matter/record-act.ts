import { aktCommand } from "../akt-command.ts";

/** Records a smaller act of a kind named in the specification. */
export const recordAct = aktCommand("matter", "record-act", "act.record", "akt.write");
