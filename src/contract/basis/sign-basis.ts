import { aktCommand } from "../akt-command.ts";

/** Makes the decision basis final (fastställer). */
export const signBasis = aktCommand("basis", "sign-basis", "basis.sign", "akt.assess");
