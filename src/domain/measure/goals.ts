import type { AnswerItem, RecordedEvent } from "../event.ts";
import type { MatterState } from "../akt-state.ts";
import { itemsOf, textOf, truthOf } from "../read.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { goalsOf, measuresOf } from "./find-measure.ts";
import type { GoalState } from "./measure-state.ts";

/**
 * The goals after a version of the decision basis: those it lists, by their ids. One that a measure works
 * towards stays, also where a later version no longer lists it.
 */
export function withBasisGoals(matter: MatterState, event: RecordedEvent): MatterState {
  const { content } = event.body;
  if (content === undefined) return matter;
  const listed = itemsOf(content["goals"])
    .filter((item) => textOf(item["words"]) !== undefined)
    .map((item) => goalOf(item, matter, event));
  const known = goalsOf(matter);
  const kept = known.filter(
    ({ goal, addedBy }) =>
      listed.every((each) => each.goal !== goal) &&
      (addedBy !== undefined || measuresOf(matter).some(({ goals }) => goals.includes(goal))),
  );
  const goals = [...listed, ...kept];
  return goals.length === 0 && known.length === 0 ? matter : { ...matter, goals };
}

/** The goals a plan adds for a measure. */
export function addedGoals(
  matter: MatterState,
  event: RecordedEvent,
  measure: Uuid,
): readonly GoalState[] {
  return itemsOf(event.body.data["newGoals"]).map((item) => ({
    ...goalOf(item, matter, event),
    addedBy: measure,
  }));
}

function goalOf(item: AnswerItem, matter: MatterState, event: RecordedEvent): GoalState {
  const need = textOf(item["need"]);
  const area = matter.basis?.needs.find(({ id }) => id === need)?.area ?? textOf(item["area"]);
  const measurable = truthOf(item["measurable"]);
  return {
    goal: item.id,
    ...(need === undefined ? {} : { need }),
    ...(area === undefined ? {} : { area }),
    ...(measurable === undefined ? {} : { measurable }),
    seq: event.seq,
  };
}
