import { aktCommand } from "../akt-command.ts";

/** Closes the matter. */
export const closeMatter = aktCommand("matter", "close-matter", "matter.close", "akt.assess");
