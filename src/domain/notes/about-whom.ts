import { problem } from "../../kernel/problem.ts";
import type { Check } from "../command-definition.ts";
import { codesOf } from "../read.ts";

/** The rule that a note stands in the akt of whom it is about. */
const RULE = "R14";

/** A note is about the child or somebody the child is related to: what is about others stands in their akt. */
export const aboutSomebodyHere: Check = ({ akt, command, ctx }) => {
  const known = new Set<string>([akt.person, ...ctx.parties.map(({ person }) => person)]);
  const others = codesOf(command.data["about"]).filter((person) => !known.has(person));
  return others.length === 0
    ? []
    : [problem("note.about-somebody-else", { status: 409, ruleId: RULE, pointer: "/data/about" })];
};
