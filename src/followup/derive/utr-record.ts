import type { InvestigationState, MatterState } from "../../domain/akt-state.ts";
import { textOf } from "../../domain/read.ts";
import { notAsked, type Value } from "../value.ts";
import type { RowPersons } from "./env.ts";
import { actsOf, isDuring } from "./matter-facts.ts";

/** What of an investigation is read from the record alone. */
interface RecordInput {
  readonly investigation: InvestigationState;
  readonly matter: MatterState;
  readonly persons: RowPersons;
}

/** Codes of `network-involvement`, the fullest first; `no` is what is left when the investigation has closed. */
const involvements = ["network-meeting", "family-group-conference", "other-contact"] as const;

/**
 * How the network took part: as answered of a meeting, else that somebody who is no guardian was met or talked to
 * (`other-contact`). Known to be none only when the investigation has closed.
 */
export function networkInvolved({ investigation, matter, persons }: RecordInput): Value {
  const answers = actsOf(matter, "meeting")
    .filter(isDuring(investigation))
    .flatMap((act) => textOf(act.coded["network"]) ?? []);
  const fullest = involvements.find((code) => answers.includes(code));
  if (fullest !== undefined) return fullest;
  const guardians = new Set<string>(persons.guardians.map(({ person }) => person));
  if (matter.talks.adults.some(({ person }) => !guardians.has(person))) return "other-contact";
  return investigation.closedOn === undefined ? notAsked : "no";
}

/** What became of a health examination while the investigation ran, the latest; none was called for when it closed. */
export function healthExamination({ investigation, matter }: RecordInput): Value {
  const last = actsOf(matter, "health-examination").filter(isDuring(investigation)).at(-1);
  if (last !== undefined) return textOf(last.coded["examination"]) ?? "done";
  return investigation.closedOn === undefined ? notAsked : "not-relevant";
}
