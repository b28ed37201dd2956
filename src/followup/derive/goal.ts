import type { MatterState } from "../../domain/akt-state.ts";
import { goalsOf } from "../../domain/measure/find-measure.ts";
import type { GoalRating, GoalState } from "../../domain/measure/measure-state.ts";
import { notAsked, type Value } from "../value.ts";

/** One goal at one follow-up. */
export interface GoalInput {
  readonly rating: GoalRating;
  readonly goal: GoalState | undefined;
}

/** The variables of a goal at a follow-up. One function a variable; a part has the id of the part. */
export const goalVariables: Readonly<Record<string, (input: GoalInput) => Value>> = {
  "FOL-05": ({ rating }) => rating.attainment ?? notAsked,
  "FOL-05.child": ({ rating }) => rating.child ?? notAsked,
  "FOL-05.guardian": ({ rating }) => rating.guardian ?? notAsked,
  "FOL-05.area": ({ goal }) => goal?.area ?? notAsked,
  "FOL-05.measurable": ({ goal }) => goal?.measurable ?? notAsked,
};

/** A rating with the goal it is of. */
export function goalInput(matter: MatterState, rating: GoalRating): GoalInput {
  return { rating, goal: goalsOf(matter).find(({ goal }) => goal === rating.goal) };
}
