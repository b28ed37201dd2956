import { stockholmDate } from "../../kernel/instant.ts";
import { parsePlainDate } from "../../kernel/plain-date.ts";
import { addFact, type MatterReducer } from "../akt-change.ts";
import type { PlanState } from "../akt-state.ts";
import { investigationId } from "../investigation/apply-investigation.ts";
import { codesOf, itemsOf, textOf } from "../read.ts";

/** A version of the investigation plan replaces the one before; the first keeps its day. */
export function planMade(fact: "plan.made" | "plan.revised"): MatterReducer {
  return (matter, event) => {
    const data = event.body.data;
    const on = stockholmDate(event.occurredAt);
    const before = matter.plan;
    const targetOn = parsePlainDate(textOf(data["targetOn"]) ?? "");
    const took = textOf(data["childParticipation"]);
    const plan: PlanState = {
      madeOn: before?.madeOn ?? on,
      seq: event.seq,
      version: (before?.version ?? 0) + 1,
      ...(before === undefined ? {} : { revisedOn: on }),
      ...(targetOn === undefined ? {} : { targetOn }),
      questions: itemsOf(data["questions"]).map((question) => ({
        id: question.id,
        areas: codesOf(question["areas"]),
      })),
      instruments: codesOf(data["instruments"]),
      participation: [...(before?.participation ?? []), ...(took === undefined ? [] : [took])],
    };
    return addFact({ ...matter, plan }, event, fact, investigationId(matter));
  };
}
