import type { AktState, MatterState } from "../../domain/akt-state.ts";
import type { MeasureEndState, MeasureState } from "../../domain/measure/measure-state.ts";
import { addMonths, type PlainDate } from "../../kernel/plain-date.ts";
import { answered, notAsked, notRelevant, type Value } from "../value.ts";

/**
 * One ended measure. A matter that ended without any has a row of its own, without `measure`, so that coming
 * back is counted of it too.
 */
export interface AvsInput {
  readonly matter: MatterState;
  readonly state: AktState;
  readonly measure?: MeasureState & { readonly end: MeasureEndState };
}

/** The variables of an end. One function a variable; a part has the id of the part. */
export const avsVariables: Readonly<Record<string, (input: AvsInput) => Value>> = {
  "AVS-01": ofEnd(({ end }) => end.on),
  "AVS-02": ofEnd(({ end }) => answered(end.reason)),
  "AVS-03": ofEnd(({ end }) => end.reason === BREAKDOWN),
  "AVS-03.initiative": ofEnd(({ end }) =>
    end.reason === BREAKDOWN ? answered(end.coded["breakdownInitiator"]) : notRelevant,
  ),
  "AVS-04": ofEnd(overallAttainment),
  "AVS-05": ofEnd(({ end }) => answered(end.coded["childRating"])),
  "AVS-07": ofEnd(({ end }) => answered(end.coded["workerRating"])),
  "AVS-08": ofEnd(({ end }) => answered(end.coded["livingAfter"])),
  "AVS-09": backWithinAYear,
  "AVS-10": followUpAfter,
};

/** The variables of an end that have one value for each guardian. */
export const avsGuardianVariables: Readonly<
  Record<string, (input: AvsInput, guardian: string) => Value>
> = {
  "AVS-06": ({ measure }, guardian) => {
    if (measure === undefined) return notRelevant;
    const asked = measure.end.guardians.findLast((item) => item["guardian"] === guardian);
    return answered(asked?.["rating"]);
  },
};

/** The code of codelist `end-reason` that is a breakdown. */
const BREAKDOWN = "breakdown";
/** The code of codelist `goal-attainment` of a goal that cannot be judged. */
const NOT_JUDGED = "9";
const MONTHS_TO_COME_BACK = 12;

function ofEnd(
  variable: (measure: MeasureState & { readonly end: MeasureEndState }) => Value,
): (input: AvsInput) => Value {
  return ({ measure }) => (measure === undefined ? notRelevant : variable(measure));
}

/** The middle of the goals' last attainment, the lower of two; goals that cannot be judged are left out. */
function overallAttainment({ goals, followUps }: MeasureState): Value {
  const last = goals.flatMap((goal) => {
    const ratings = followUps.flatMap((each) =>
      each.goals.filter((rating) => rating.goal === goal),
    );
    return ratings.findLast(({ attainment }) => attainment !== undefined)?.attainment ?? [];
  });
  if (last.length === 0) return notAsked;
  const judged = last.filter((code) => code !== NOT_JUDGED).toSorted();
  return judged[Math.floor((judged.length - 1) / 2)] ?? NOT_JUDGED;
}

/** Whether another investigation was opened within a year after the matter ended; not asked while it runs. */
function backWithinAYear({ matter, state }: AvsInput): Value {
  const ended: PlainDate | undefined = matter.closedOn;
  if (ended === undefined) return notAsked;
  const latest = addMonths(ended, MONTHS_TO_COME_BACK);
  return Object.values(state.matters).some((other) => {
    const opened = other.investigation?.openedOn;
    return (
      other.matter !== matter.matter && opened !== undefined && opened >= ended && opened <= latest
    );
  });
}

/** By what the follow-up of the child's situation comes after; none where the matter closed without one. */
function followUpAfter({ matter }: AvsInput): Value {
  const decided = matter.facts.findLast(({ name }) => name === "follow-up-23.decided");
  if (decided === undefined) return matter.closedOn === undefined ? notAsked : "none";
  return decided.data?.["after"] === "placement" ? "section-2" : "section-1";
}
