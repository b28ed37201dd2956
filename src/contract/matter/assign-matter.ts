import { aktCommand } from "../akt-command.ts";

/** Allocates the matter to a worker, a co-worker and a unit. */
export const assignMatter = aktCommand("matter", "assign-matter", "matter.assign", "unit.allocate");
