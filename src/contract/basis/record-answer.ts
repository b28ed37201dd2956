import { aktCommand } from "../akt-command.ts";

/** Records a party's answer to what was communicated. */
export const recordAnswer = aktCommand("basis", "record-answer", "party.answer", "akt.write");
