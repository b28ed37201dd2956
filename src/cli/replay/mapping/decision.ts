import { z } from "zod";
import type { Answers } from "../../../domain/event.ts";
import type { CaseEvent } from "../case-file.ts";
import { leftTo } from "./left.ts";
import { eventId } from "./investigation.ts";
import { legalBasisOf } from "./legal-basis.ts";
import {
  answersOf,
  at,
  codeOf,
  codesOf,
  inEachMatter,
  itemOf,
  leaveOut,
  mapping,
  noteThat,
  type KindMapping,
  type MapContext,
} from "./mapping.ts";
import { measuresGranted } from "./measures.ts";
import { personId, personIds, staffId } from "./people.ts";

const text = z.string().nullish();
const keys = z.array(z.string());

const made = z.looseObject({
  decision: z.string(),
  type: z.string(),
  favourable: z.boolean().nullish(),
  section: z.string(),
  lawVersion: z.string(),
  level: text,
  decider: z.string(),
  presenter: text,
  reasons: text,
  bestInterests: text,
  childsView: text,
  childPosition: text,
  guardianPositions: z.record(z.string(), z.string()).nullish(),
  referredTo: keys.nullish(),
  placementForm: text,
  specialReasons: text,
});
type Made = z.infer<typeof made>;

const notified = z.looseObject({
  decision: z.string(),
  to: keys,
  receivedOn: z.string(),
  how: text,
  appealInfo: z.boolean().nullish(),
});
const appealed = z.looseObject({
  decision: z.string(),
  by: z.string(),
  text,
  arrivedInTime: z.boolean().nullish(),
});

const MADE = "decision.made";
/** Words of a type of decision that say that it prolongs a measure which is running. */
const prolonging: readonly string[] = ["insats, förlängning"];

/** Decisions, their notices and appeals. */
export const decisionKinds: Readonly<Record<string, KindMapping>> = {
  [MADE]: mapping(made, (event, data, ctx) =>
    inEachMatter(event, (matter) => ({
      type: "decision.make",
      ids: {
        decision: ctx.ids.thing(event.id, matter),
        decider: staffId(ctx, data.decider, "decider"),
      },
      data: decisionAnswers(event, data, matter, ctx),
      requires: [],
    })),
  ),
  "decision.notified": mapping(notified, (event, data, ctx) =>
    ofDecision(event, data.decision, ctx, () => ({
      type: "decision.notify",
      data: answersOf({
        to: personIds(ctx, data.to, "to"),
        receivedOn: data.receivedOn,
        how: data.how,
        appealInfo: data.appealInfo,
      }),
    })),
  ),
  "decision.appealed": mapping(appealed, (event, data, ctx) =>
    ofDecision(event, data.decision, ctx, () => ({
      type: "decision.appeal",
      data: answersOf({
        by: [personId(ctx, data.by, "by")],
        arrivedOn: event.occurredAt.slice(0, 10),
        arrivedInTime: data.arrivedInTime,
        text: data.text,
      }),
    })),
  ),
};

/** What is done about a decision, in the matters of the event where that decision was made. */
export function ofDecision(
  event: CaseEvent,
  decision: string,
  ctx: MapContext,
  make: (matter: string) => {
    readonly type: string;
    readonly data: Answers;
    readonly ids?: Readonly<Record<string, ReturnType<typeof eventId>>>;
  },
) {
  const source = ctx.timeline.find(decision);
  const path = at(ctx, "decision");
  if (source !== undefined && source.event.kind !== MADE) {
    leaveOut(ctx, leftTo("care", `${source.event.kind} is a decision of it`), path);
    return [];
  }
  return inEachMatter(event, (matter) => {
    if (source !== undefined && !source.event.matters.includes(matter)) {
      noteThat(
        ctx,
        `${decision} is no decision of ${matter}, where nothing is recorded of it`,
        path,
      );
      return undefined;
    }
    const { ids, ...more } = make(matter);
    return {
      ...more,
      ids: { ...ids, decision: eventId(ctx, decision, matter, "decision") },
      requires: [decision],
    };
  });
}

function decisionAnswers(event: CaseEvent, data: Made, matter: string, ctx: MapContext): Answers {
  const item = (place: string) => ctx.ids.item(event.id, matter, place);
  return answersOf({
    type: codeOf(ctx, "decision-type", data.type, "type"),
    wording: data.decision,
    legalBasis: legalBasisOf(ctx, data.section, data.lawVersion),
    decidedAt: event.occurredAt,
    level: codeOf(ctx, "decision-level", data.level, "level"),
    presenter: data.presenter ? staffId(ctx, data.presenter, "presenter") : undefined,
    favourable: data.favourable,
    continues: prolonging.includes(data.type) ? true : undefined,
    measures: measuresGranted(event, matter, ctx),
    placementForm: codeOf(ctx, "placement-form", data.placementForm, "placementForm"),
    specialReasons: data.specialReasons,
    reasons: data.reasons,
    bestInterests: data.bestInterests,
    childsView: data.childsView,
    childPosition: codeOf(ctx, "position-child", data.childPosition, "childPosition"),
    guardianPositions: Object.entries(data.guardianPositions ?? {}).map(([guardian, position]) =>
      itemOf(item(`position ${guardian}`), {
        guardian: personId(ctx, guardian, "guardianPositions", guardian),
        position: codeOf(ctx, "position-guardian", position, "guardianPositions", guardian),
      }),
    ),
    referredTo: codesOf(ctx, "referred-to", data.referredTo, "referredTo"),
  });
}
