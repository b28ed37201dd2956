import { z } from "zod";
import type { AnswerItem, AnswerValue } from "../../../domain/event.ts";
import type { CaseEvent } from "../case-file.ts";
import { goalId, goalsSet, isPlacement } from "./goals.ts";
import { leftTo } from "./left.ts";
import {
  answersOf,
  at,
  codeOf,
  inEachMatter,
  itemOf,
  leaveOut,
  mapping,
  type KindMapping,
  type MapContext,
} from "./mapping.ts";
import { nameOf, participants, personId } from "./people.ts";
import { resultsOf } from "./results.ts";

const text = z.string().nullish();
const keys = z.array(z.string());
const count = z.int().nullish();
const perPerson = z.record(z.string(), z.string()).nullish();

const granted = z.looseObject({
  measure: z.string(),
  ksi: z.string(),
  decision: z.string(),
  providerKind: text,
  from: text,
  to: text,
});
const ordered = z.looseObject({ measure: z.string(), to: text, text });
const started = z.looseObject({ measure: z.string(), text });
const plan = z.looseObject({
  measure: text,
  text,
  childParticipation: text,
  guardianParticipation: perPerson,
  nextFollowUp: text,
});
const held = z.looseObject({
  measure: z.string(),
  type: text,
  participants: keys.nullish(),
  childParticipation: text,
  goals: z
    .array(z.looseObject({ goal: z.string(), now: text, attainment: count, evidence: text }))
    .default([]),
  childsView: text,
  riskAssessment: text,
  conclusion: text,
  contactAsPlanned: text,
});
const ended = z.looseObject({
  measure: z.string(),
  reason: text,
  childsRating: text,
  guardiansRating: perPerson,
  workersRating: text,
  livingAfter: text,
  sessionsGiven: count,
  sessionsPlanned: count,
});

const GRANTED = "measure.granted";
const HELD = "followUp.held";
const PLANS = ["implementationPlan.made", "implementationPlan.revised"];

/** An open measure, from its assignment to its end. */
export const measureKinds: Readonly<Record<string, KindMapping>> = {
  [GRANTED]: mapping(granted, () => [], { attempts: false }),
  "measure.ordered": onMeasure("measure.order", ordered, (event, data, ctx, matter) => ({
    orderedAt: event.occurredAt,
    providerKind: codeOf(ctx, "provider-kind", grantOf(ctx, data.measure, matter)?.providerKind),
    provider: data.to ? (nameOf(ctx, data.to) ?? data.to) : undefined,
    background: data.text,
  })),
  "measure.started": onMeasure("measure.start", started, (event, data) => ({
    startedAt: event.occurredAt,
    text: data.text,
  })),
  "implementationPlan.made": planKind("implementation-plan.make"),
  "implementationPlan.revised": planKind("implementation-plan.revise"),
  "measure.ended": onMeasure("measure.end", ended, (event, data, ctx, matter) => ({
    endedAt: event.occurredAt,
    reason: codeOf(ctx, "end-reason", data.reason, "reason"),
    sessionsPlanned: data.sessionsPlanned,
    sessionsGiven: data.sessionsGiven,
    childRating: codeOf(ctx, "change-rating", data.childsRating, "childsRating"),
    guardianRatings: perGuardian(event, ctx, matter, data.guardiansRating, "guardiansRating").map(
      ({ item, guardian, said }) =>
        itemOf(item, { guardian, rating: ratingOf(ctx, said, "guardiansRating") }),
    ),
    workerRating: codeOf(ctx, "change-rating", data.workersRating, "workersRating"),
    livingAfter: codeOf(ctx, "address-kind", data.livingAfter, "livingAfter"),
  })),
};

/** A follow-up of an open measure, goal by goal. */
export const measureFollowUp: KindMapping = mapping(held, (event, data, ctx) =>
  inEachMatter(event, (matter) => ({
    ...aboutMeasure(ctx, data.measure, matter, { followUp: ctx.ids.thing(event.id, matter) }),
    type: "measure.follow-up",
    data: answersOf({
      heldAt: event.occurredAt,
      kind: codeOf(ctx, "follow-up-kind", data.type, "type"),
      participants: participants(ctx, data.participants ?? [], "participants"),
      childParticipation: codeOf(
        ctx,
        "participation",
        data.childParticipation,
        "childParticipation",
      ),
      goals: data.goals.map(({ goal, now, attainment, evidence }) =>
        itemOf(ctx.ids.item(event.id, matter, `rating ${goal}`), {
          goal: goalId(ctx, goal, matter),
          now,
          attainment:
            attainment === undefined || attainment === null ? undefined : String(attainment),
          evidence,
        }),
      ),
      childsView: data.childsView,
      ...resultsOf(
        ctx,
        matter,
        event,
        placeOfLast(ctx, [HELD, "measure.started"], data.measure, matter),
      ),
      risk: codeOf(ctx, "follow-up-risk", data.riskAssessment, "riskAssessment"),
      contactAsPlanned: codeOf(
        ctx,
        "contact-as-planned",
        data.contactAsPlanned,
        "contactAsPlanned",
      ),
      conclusion: data.conclusion,
    }),
  })),
);

/** The measures a decision grants, as items of its list: a case tells them as events of their own. */
export function measuresGranted(
  event: CaseEvent,
  matter: string,
  ctx: MapContext,
): readonly AnswerItem[] {
  return ctx.timeline.after(ctx.place, matter, [GRANTED]).flatMap(({ event: later, index }) => {
    const read = granted.safeParse(later.data);
    if (!read.success || read.data.decision !== event.id) return [];
    const { measure, ksi, from, to, providerKind } = read.data;
    const path = `/timeline/${index}/data`;
    return [
      itemOf(ctx.ids.item("measure", matter, measure), {
        measureType: ctx.labels.code("measure-type", ksi, `${path}/ksi`),
        providerKind: providerKind
          ? ctx.labels.code("provider-kind", providerKind, `${path}/providerKind`)
          : undefined,
        validFrom: from,
        validTo: to,
      }),
    ];
  });
}

function onMeasure<T extends { readonly measure: string }>(
  type: string,
  shape: z.ZodType<T>,
  answers: (
    event: CaseEvent,
    data: T,
    ctx: MapContext,
    matter: string,
  ) => Readonly<Record<string, AnswerValue | null | undefined>>,
): KindMapping {
  return mapping(shape, (event, data, ctx) =>
    inEachMatter(event, (matter) => ({
      ...aboutMeasure(ctx, data.measure, matter),
      type,
      data: answersOf(answers(event, data, ctx, matter)),
    })),
  );
}

function planKind(type: string): KindMapping {
  return mapping(plan, (event, data, ctx) => {
    const { measure } = data;
    if (measure === undefined || measure === null || isPlacement(ctx, measure)) {
      leaveOut(ctx, leftTo("placement", "its implementation plan is not made"));
      return [];
    }
    return inEachMatter(event, (matter) => ({
      ...aboutMeasure(ctx, measure, matter),
      type,
      data: answersOf({
        madeAt: event.occurredAt,
        text: data.text,
        childParticipation: codeOf(
          ctx,
          "participation",
          data.childParticipation,
          "childParticipation",
        ),
        guardianParticipation: perGuardian(
          event,
          ctx,
          matter,
          data.guardianParticipation,
          "guardianParticipation",
        ).map(({ item, guardian, said }) =>
          itemOf(item, {
            guardian,
            involved: codeOf(ctx, "guardian-involved", said, "guardianParticipation"),
          }),
        ),
        newGoals: goalsSet(ctx, measure, matter, placeOfLast(ctx, PLANS, measure, matter)),
        nextFollowUp: data.nextFollowUp,
      }),
    }));
  });
}

/** The measure by its id; what happens to it needs the decision that granted it. */
function aboutMeasure(
  ctx: MapContext,
  measure: string,
  matter: string,
  more: Readonly<Record<string, ReturnType<MapContext["ids"]["thing"]>>> = {},
) {
  const decision = grantOf(ctx, measure, matter)?.decision;
  if (decision === undefined) {
    leaveOut(ctx, `${measure} is not granted in ${matter}`, at(ctx, "measure"));
  }
  return {
    ids: { measure: ctx.ids.item("measure", matter, measure), ...more },
    requires: decision === undefined ? [] : [decision],
  };
}

function grantOf(ctx: MapContext, measure: string, matter: string) {
  const grant = ctx.timeline
    .before(ctx.place, matter, [GRANTED])
    .findLast(({ event }) => event.data["measure"] === measure);
  const read = granted.safeParse(grant?.event.data);
  return read.success ? read.data : undefined;
}

function placeOfLast(
  ctx: MapContext,
  kinds: readonly string[],
  measure: string,
  matter: string,
): number {
  const last = ctx.timeline
    .before(ctx.place, matter, kinds)
    .findLast(({ event }) => event.data["measure"] === measure);
  return last?.place ?? -1;
}

function perGuardian(
  event: CaseEvent,
  ctx: MapContext,
  matter: string,
  values: Readonly<Record<string, string>> | null | undefined,
  field: string,
) {
  return Object.entries(values ?? {}).map(([key, said]) => ({
    item: ctx.ids.item(event.id, matter, `${field} ${key}`),
    guardian: personId(ctx, key, field, key),
    said,
  }));
}

/** A rating, or the reason why there is none, in the words of the list of those. */
function ratingOf(ctx: MapContext, said: string, field: string): AnswerValue | undefined {
  if (ctx.labels.find("missing", said) === "unknown") return { missing: "unknown" };
  return codeOf(ctx, "change-rating", said, field);
}
