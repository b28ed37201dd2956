import { z } from "zod";
import type { AnswerItem } from "../../../domain/event.ts";
import { leftTo } from "./left.ts";
import { itemOf, leaveOut, mapping, type KindMapping, type MapContext } from "./mapping.ts";

const text = z.string().nullish();

const set = z.looseObject({
  goal: z.string(),
  measure: z.string(),
  need: z.string(),
  text: z.string(),
  indicator: text,
  baseline: text,
  target: text,
  measurable: z.boolean().nullish(),
});
const needs = z.looseObject({
  document: z.looseObject({
    analysis: z.looseObject({ centralNeeds: z.array(z.string()).default([]) }),
  }),
});

export const GOAL = "goal.set";
const BASIS = "decisionBasis.completed";

/** Goals are content of the plan that follows: nothing is recorded when they are set. */
export const goalKinds: Readonly<Record<string, KindMapping>> = {
  [GOAL]: mapping(
    set,
    (_event, data, ctx) => {
      if (isPlacement(ctx, data.measure))
        leaveOut(ctx, leftTo("placement", "its goals are not made"));
      return [];
    },
    { attempts: false },
  ),
};

/** Whether a name of the case is that of a placement, whose plan and follow-up are not made yet. */
export function isPlacement(ctx: MapContext, name: string): boolean {
  return !ctx.file.timeline.some(
    ({ kind, data }) => kind === "measure.granted" && data["measure"] === name,
  );
}

/** The id of a goal by its name in the case. */
export function goalId(ctx: MapContext, name: string, matter: string) {
  return ctx.ids.item("goal", matter, name);
}

/** The goals set for a measure after a place and before the event at hand. */
export function goalsSet(
  ctx: MapContext,
  measure: string,
  matter: string,
  after: number,
): readonly AnswerItem[] {
  return ctx.timeline
    .before(ctx.place, matter, [GOAL])
    .filter(({ place }) => place > after)
    .flatMap(({ event }) => {
      const read = set.safeParse(event.data);
      if (!read.success || read.data.measure !== measure) return [];
      const { goal, need, text: words, indicator, baseline, target, measurable } = read.data;
      const central = needOf(ctx, need, matter);
      return [
        itemOf(goalId(ctx, goal, matter), {
          ...(central === undefined ? { area: ctx.labels.find("area", need) } : { need: central }),
          words,
          indicator,
          baseline,
          target,
          measurable,
        }),
      ];
    });
}

/** The central need of the latest basis in an area: needs begin with the code of theirs. */
function needOf(ctx: MapContext, area: string, matter: string) {
  const basis = ctx.timeline.before(ctx.place, matter, [BASIS]).at(-1);
  if (basis === undefined) return undefined;
  const read = needs.safeParse(basis.event.data);
  const words = read.success ? read.data.document.analysis.centralNeeds : [];
  const index = words.findIndex((need) => need.split(" ")[0] === area);
  return index < 0 ? undefined : ctx.ids.item(basis.event.id, matter, `need ${index}`);
}
