import type { DecisionState, InvestigationState, MatterState } from "../../domain/akt-state.ts";
import { itemsOf, textOf } from "../../domain/read.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { DeriveEnv } from "./env.ts";
import { answered, answeredSet, notAsked, notRelevant, orElse, type Value } from "../value.ts";

/**
 * One decision, in its matter. An investigation that is closed without a decision has a row of its own,
 * without `decision`, so that its result is counted.
 */
export interface BesInput {
  readonly matter: MatterState;
  readonly on: PlainDate;
  readonly decision?: DecisionState;
  /** The investigation this decision ended: it is the last one before the closing. */
  readonly ends?: InvestigationState;
  readonly env: DeriveEnv;
}

/** The variables of a decision. One function a variable. */
export const besVariables: Readonly<Record<string, (input: BesInput) => Value>> = {
  "BES-01": result,
  "BES-02": measures,
  "BES-03": ofDecision((decision) => answeredSet(decision.coded["legalBasis"])),
  "BES-04": ({ on }) => on,
  "BES-05": ofDecision((decision) => (decision.level === "" ? notAsked : decision.level)),
  "BES-06": ofDecision((decision) => answered(decision.coded["childPosition"])),
  "BES-08": ofDecision((decision) =>
    orElse(answeredSet(decision.coded["referredTo"]), notRelevant),
  ),
  "BES-09": followUpDecided,
  "BES-10": ofDecision(appealed),
};

/** The variables of a decision that have one value for each guardian. */
export const besGuardianVariables: Readonly<
  Record<string, (input: BesInput, guardian: string) => Value>
> = {
  "BES-07": ({ decision }, guardian) => {
    if (decision === undefined) return notRelevant;
    const items = itemsOf(decision.coded["guardianPositions"]);
    return answered(items.findLast((item) => item["guardian"] === guardian)?.["position"]);
  },
};

/** The type of a decision to follow up the child's situation: it never ends an investigation. */
const followUpType = "follow-up-23";

/** The rows of a matter: each decision, and a closing that no decision came before. */
export function besInputs(matter: MatterState, env: DeriveEnv): readonly BesInput[] {
  const { investigation, decisions } = matter;
  const ending = endingDecision(matter);
  const rows: BesInput[] = decisions.map((decision) => ({
    matter,
    on: decision.on,
    decision,
    env,
    ...(decision === ending && investigation !== undefined ? { ends: investigation } : {}),
  }));
  if (investigation?.closedOn === undefined || ending !== undefined) return rows;
  return [...rows, { matter, on: investigation.closedOn, ends: investigation, env }];
}

/** The last decision before the investigation was closed; follow-up of the situation is not one. */
function endingDecision(matter: MatterState): DecisionState | undefined {
  const { openedOn, closedOn } = matter.investigation ?? {};
  if (openedOn === undefined || closedOn === undefined) return undefined;
  return matter.decisions
    .filter((made) => made.type !== followUpType && made.on >= openedOn && made.on <= closedOn)
    .toSorted((a, b) => (a.on === b.on ? a.seq - b.seq : a.on < b.on ? -1 : 1))
    .at(-1);
}

function ofDecision(variable: (decision: DecisionState) => Value): (input: BesInput) => Value {
  return ({ decision }) => (decision === undefined ? notRelevant : variable(decision));
}

/** The result belongs to the decision that ended the investigation. */
function result({ ends }: BesInput): Value {
  if (ends === undefined) return notRelevant;
  return ends.result === undefined || ends.result === "" ? notAsked : ends.result;
}

/**
 * The kinds of measure granted: as chosen, else what the form of placement is. They are a question only of
 * a decision that grants something.
 */
function measures({ decision, env }: BesInput): Value {
  const chosen = answeredSet(decision?.coded["measureTypes"]);
  if (decision?.favourable !== true) return orElse(chosen, notRelevant);
  const placed = env.settings.measureOfPlacement[textOf(decision.coded["placementForm"]) ?? ""];
  return orElse(chosen, placed === undefined ? notAsked : [placed]);
}

/** By the decision's own words, else by the follow-up that was decided in the matter. */
function followUpDecided({ decision, ends, matter }: BesInput): Value {
  const own = textOf(decision?.coded["followUp23"]);
  if (own !== undefined) return own;
  if (ends === undefined) return notRelevant;
  const consent = matter.followUp23?.consent ?? "";
  return consent === "" ? "no" : consent;
}

function appealed(decision: DecisionState): Value {
  if (decision.appealed === undefined) return "no";
  return decision.appealed.outcome ?? "pending";
}
