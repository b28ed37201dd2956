import type { MatterState } from "../../domain/akt-state.ts";
import type { MeasureFollowUpState, MeasureState } from "../../domain/measure/measure-state.ts";
import { answered, answeredSet, notAsked, notRelevant, orElse, type Value } from "../value.ts";
import { actsOf } from "./matter-facts.ts";

/** One follow-up of a measure. */
export interface FolInput {
  readonly followUp: MeasureFollowUpState;
  readonly measure: MeasureState;
  readonly matter: MatterState;
}

/** The variables of a follow-up. One function a variable; a part has the id of the part. */
export const folVariables: Readonly<Record<string, (input: FolInput) => Value>> = {
  "FOL-01": coded("kind"),
  "FOL-01.on": ({ followUp }) => followUp.on,
  "FOL-02": coded("childParticipation"),
  "FOL-03": ({ followUp }) => followUp.talks,
  "FOL-03.alone": ({ followUp }) => followUp.alone,
  "FOL-04": ({ followUp }) => followUp.visits,
  "FOL-07": coded("risk"),
  "FOL-08": coded("childRating"),
  "FOL-10": coded("childSatisfaction"),
  "FOL-11": coordinatedPlan,
  "FOL-12": coded("schoolAttendance"),
  "FOL-12.level": coded("schoolLevel"),
  "FOL-13": coded("health"),
  "FOL-14": coded("contactAsPlanned"),
  "FOL-16": ({ followUp }) => answeredSet(followUp.coded["instruments"]),
  "FOL-17": planRevised,
};

/** The variables of a follow-up that have one value for each guardian. */
export const folGuardianVariables: Readonly<
  Record<string, (input: FolInput, guardian: string) => Value>
> = {
  "FOL-09": ({ followUp }, guardian) =>
    followUp.guardians.findLast((each) => each.guardian === guardian)?.rating ?? notAsked,
};

function coded(field: string): (input: FolInput) => Value {
  return ({ followUp }) => answered(followUp.coded[field]);
}

/** As answered, else by the plan on record. */
function coordinatedPlan({ followUp, matter }: FolInput): Value {
  const made = actsOf(matter, "sip").some(
    ({ kind, on }) => kind === "sip.made" && on <= followUp.on,
  );
  return orElse(answered(followUp.coded["sip"]), made ? true : notAsked);
}

/** The day the plan was last changed before the follow-up; not relevant where it has not been. */
function planRevised({ followUp, measure }: FolInput): Value {
  const revised = measure.plan?.revisedOn;
  return revised === undefined || revised > followUp.on ? notRelevant : revised;
}
