import { z } from "zod";
import { act, type ActParts } from "./act.ts";
import { ofDecision } from "./decision.ts";
import { eventId } from "./investigation.ts";
import {
  answersOf,
  at,
  codeOf,
  leaveOut,
  mapping,
  type KindMapping,
  type MapContext,
} from "./mapping.ts";
import { nameOf, participants } from "./people.ts";

const text = z.string().nullish();
const keys = z.array(z.string());

const granted = z.looseObject({
  measure: z.string(),
  type: text,
  ksi: z.string(),
  decision: z.string(),
  provider: text,
  providerKind: text,
  from: text,
  to: text,
});
const ordered = z.looseObject({ measure: z.string(), to: text, text });
const started = z.looseObject({ measure: z.string(), text });
const ended = z.looseObject({ measure: z.string(), reason: text });
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
  "measure.granted": act("measure.granted", granted, (_event, data, ctx, matter) => ({
    answers: {
      measureTypes: [ctx.labels.code("measure-type", data.ksi, at(ctx, "ksi"))],
      providerKind: codeOf(ctx, "provider-kind", data.providerKind, "providerKind"),
      provider: data.provider ? (nameOf(ctx, data.provider) ?? data.provider) : undefined,
      validFrom: data.from,
      validTo: data.to,
      text: data.type,
    },
    ids: {
      decision: eventId(ctx, data.decision, matter, "decision"),
      measure: measureId(ctx, data.measure, matter),
    },
    requires: [data.decision],
  })),
  "measure.ordered": act("measure.ordered", ordered, (_event, data, ctx, matter) =>
    ofMeasure(ctx, data.measure, matter, {
      provider: data.to ? (nameOf(ctx, data.to) ?? data.to) : undefined,
      text: data.text,
    }),
  ),
  "measure.started": act("measure.started", started, (_event, data, ctx, matter) =>
    ofMeasure(ctx, data.measure, matter, { text: data.text }),
  ),
  "measure.ended": act("measure.ended", ended, (_event, data, ctx, matter) =>
    ofMeasure(ctx, data.measure, matter, {
      endReason: codeOf(ctx, "end-reason", data.reason, "reason"),
    }),
  ),
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
  "followUp.held": act(
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

/** An act on a measure belongs to the decision that granted it. */
function ofMeasure(
  ctx: MapContext,
  measure: string,
  matter: string,
  answers: ActParts["answers"],
): ActParts {
  const source = ctx.timeline
    .before(ctx.place, matter, ["measure.granted"])
    .findLast(({ event }) => event.data["measure"] === measure);
  const decision = source?.event.data["decision"];
  if (source === undefined || typeof decision !== "string") {
    leaveOut(ctx, `${measure} is not granted in ${matter}`, at(ctx, "measure"));
    return { answers };
  }
  return {
    answers,
    ids: {
      decision: ctx.ids.thing(decision, matter),
      measure: measureId(ctx, measure, matter),
    },
    requires: [source.event.id],
  };
}

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
    leaveOut(ctx, `${source.event.kind} is not recorded as a decision yet`, at(ctx, "decision"));
    return { ids: own };
  }
  return {
    ids: { ...own, decision: eventId(ctx, decision, matter, "decision") },
    requires: [decision],
  };
}
