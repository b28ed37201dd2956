import { z } from "zod";
import { act, type ActParts } from "./act.ts";
import { ofDecision } from "./decision.ts";
import { eventId } from "./investigation.ts";
import { leftTo } from "./left.ts";
import {
  answersOf,
  at,
  codeOf,
  leaveOut,
  mapping,
  type KindMapping,
  type MapContext,
} from "./mapping.ts";
import { isPlacement } from "./goals.ts";
import { measureFollowUp } from "./measures.ts";
import { nameOf, participants } from "./people.ts";

const text = z.string().nullish();
const keys = z.array(z.string());

const placed = z.looseObject({
  placement: z.string(),
  form: z.string(),
  home: text,
  decision: z.string().nullable(),
  siblingsTogether: text,
  schoolReady: z.boolean().nullish(),
});
const moved = z.looseObject({
  placement: z.string(),
  reason: text,
  breakdown: z.boolean().nullish(),
  initiativeBy: text,
  text,
});
const relatives = z.looseObject({ result: z.string(), text });
const followUp = z.looseObject({
  participants: keys.nullish(),
  childParticipation: text,
  childsView: text,
  conclusion: text,
});
const court = z.looseObject({ decision: z.string(), court: text, result: z.string(), text });

/** What a court's answer to an appeal means for the decision. */
const appealOutcomes: Readonly<Record<string, string>> = {
  avslag: "unchanged",
  bifall: "changed",
  "bifall delvis": "changed",
  återförvisning: "changed",
  avvisning: "unchanged",
};

/** Measures and placements, their follow-up, and what a court decided. */
export const measureActs: Readonly<Record<string, KindMapping>> = {
  "placement.started": act("placement.started", placed, (_event, data, ctx, matter) => ({
    answers: {
      placementForm: codeOf(ctx, "placement-form", data.form, "form"),
      home: data.home ? (nameOf(ctx, data.home) ?? data.home) : undefined,
      siblingsTogether: codeOf(ctx, "siblings-together", data.siblingsTogether, "siblingsTogether"),
      schoolReady: data.schoolReady,
    },
    ...placementIds(ctx, data, matter),
  })),
  "placement.ended": act("placement.ended", moved, (_event, data, ctx, matter) => ({
    ids: { placement: measureId(ctx, data.placement, matter) },
    answers: {
      breakdown: data.breakdown,
      breakdownInitiator: codeOf(ctx, "breakdown-initiator", data.initiativeBy, "initiativeBy"),
      reason: data.reason,
      text: data.text,
    },
  })),
  "relatives.considered": act("relatives.considered", relatives, (_event, data, ctx) => ({
    answers: {
      relativesConsidered: codeOf(ctx, "relatives-considered", data.result, "result"),
      text: data.text,
    },
  })),
  "followUp.held": followUpKind(
    act(
      "follow-up.held",
      followUp,
      (_event, data, ctx) => ({
        answers: {
          participants: participants(ctx, data.participants ?? [], "participants"),
          childParticipation: codeOf(
            ctx,
            "participation",
            data.childParticipation,
            "childParticipation",
          ),
          childsWords: data.childsView,
          text: data.conclusion,
        },
      }),
      { attempts: true },
    ),
  ),
  "court.decided": mapping(
    court,
    (event, data, ctx) =>
      ofDecision(event, data.decision, ctx, (matter) => ({
        type: "act.record",
        ids: { act: ctx.ids.thing(event.id, matter) },
        data: answersOf({
          kind: "court.decided",
          occurredAt: event.occurredAt,
          court: data.court,
          result: data.result,
          appealOutcome:
            appealOutcomes[data.result] ?? codeOf(ctx, "appeal-outcome", data.result, "result"),
          text: data.text,
        }),
      })),
    { attempts: false },
  ),
};

/** The id of a measure or placement, by its name in the case. */
function measureId(ctx: MapContext, name: string, matter: string) {
  return ctx.ids.item("measure", matter, name);
}

/** The placement, and the decision it carries out where that is recorded as one. */
function placementIds(
  ctx: MapContext,
  { placement, decision }: { readonly placement: string; readonly decision: string | null },
  matter: string,
): Omit<ActParts, "answers"> {
  const own = { placement: measureId(ctx, placement, matter) };
  if (decision === null) return { ids: own };
  const source = ctx.timeline.find(decision);
  if (source !== undefined && source.event.kind !== "decision.made") {
    leaveOut(ctx, leftTo("care", `${source.event.kind} is a decision of it`), at(ctx, "decision"));
    return { ids: own };
  }
  return {
    ids: { ...own, decision: eventId(ctx, decision, matter, "decision") },
    requires: [decision],
  };
}

/** A follow-up is of an open measure, or of a placement, which is only recorded. */
function followUpKind(ofPlacement: KindMapping): KindMapping {
  return {
    attempts: true,
    map: (event, ctx) => {
      const measure = event.data["measure"];
      const isOpen = typeof measure === "string" && !isPlacement(ctx, measure);
      return (isOpen ? measureFollowUp : ofPlacement).map(event, ctx);
    },
  };
}
