import { aktCommand } from "../akt-command.ts";

/** Fixes the version of the decision basis that the parties will read. */
export const fixBasis = aktCommand("basis", "fix-basis", "basis.fix", "akt.assess");
