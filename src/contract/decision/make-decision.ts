import { aktCommand } from "../akt-command.ts";

/** Makes a decision. */
export const makeDecision = aktCommand("decision", "make-decision", "decision.make", "akt.decide");
