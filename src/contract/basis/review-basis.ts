import { aktCommand } from "../akt-command.ts";

/** The manager has read the basis before communication, or returns it with comments. */
export const reviewBasis = aktCommand("basis", "review-basis", "basis.review", "akt.review");
