import type { MatterState } from "../../domain/akt-state.ts";
import { goalsOf } from "../../domain/measure/find-measure.ts";
import type { GoalState, MeasureState } from "../../domain/measure/measure-state.ts";
import { daysBetween, type PlainDate } from "../../kernel/plain-date.ts";
import { notAsked, notRelevant, type Value } from "../value.ts";

/** One measure, in its matter. */
export interface GenInput {
  readonly measure: MeasureState;
  readonly matter: MatterState;
}

/** The variables of a measure. One function a variable; a part has the id of the part. */
export const genVariables: Readonly<Record<string, (input: GenInput) => Value>> = {
  "GEN-01": ({ measure }) => measure.orderedOn ?? notAsked,
  "GEN-02": ({ measure }) => (isShaped(measure) ? measure.goals.length : notAsked),
  "GEN-03": share(({ measurable }) => measurable),
  "GEN-04": share(({ need }) => need !== undefined),
  "GEN-05": ({ measure }) => daysTo(measure.startedOn, measure.plan?.madeOn),
  "GEN-05.on": ({ measure }) => measure.plan?.madeOn ?? notAsked,
  "GEN-06": ({ measure }) => measure.plan?.childParticipation ?? notAsked,
  "GEN-08": ({ measure }) => daysTo(measure.grantedOn, measure.startedOn),
  "GEN-08.on": ({ measure }) => measure.startedOn ?? notAsked,
  "GEN-09": ({ measure }) => measure.providerKind ?? notAsked,
  "GEN-10": ({ measure }) => measure.sessionsGiven ?? notAsked,
  "GEN-19": workerChanges,
  "GEN-10.planned": ({ measure }) => measure.sessionsPlanned ?? notAsked,
};

/** The variables of a measure that have one value for each guardian. */
export const genGuardianVariables: Readonly<
  Record<string, (input: GenInput, guardian: string) => Value>
> = {
  "GEN-07": ({ measure }, guardian) =>
    measure.plan?.guardians.findLast((each) => each.guardian === guardian)?.involved ?? notAsked,
};

/** Whether anybody has said what the measure is to lead to. */
function isShaped(measure: MeasureState): boolean {
  return measure.orderedOn !== undefined || measure.plan !== undefined;
}

/** How many of the goals something is true of; those of which nobody has said are left out. */
function share(isTrue: (goal: GoalState) => boolean | undefined): (input: GenInput) => Value {
  return ({ measure, matter }) => {
    if (!isShaped(measure)) return notAsked;
    const goals = goalsOf(matter).filter(({ goal }) => measure.goals.includes(goal));
    if (goals.length === 0) return notRelevant;
    const known = goals.flatMap((goal) => isTrue(goal) ?? []);
    if (known.length === 0) return notAsked;
    if (known.every(Boolean)) return "all";
    return known.some(Boolean) ? "some" : "none";
  };
}

/** How often the caseworker of the matter changed from the granting of the measure to its end. */
function workerChanges({ measure, matter }: GenInput): Value {
  const until = measure.end?.on;
  return (matter.workerChanges ?? []).filter(
    (on) => on >= measure.grantedOn && (until === undefined || on <= until),
  ).length;
}

function daysTo(from: PlainDate | undefined, to: PlainDate | undefined): Value {
  if (from === undefined || to === undefined) return notAsked;
  return Math.max(0, daysBetween(from, to));
}
