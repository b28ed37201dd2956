import { z } from "zod";
import type { CaseEvent } from "../case-file.ts";
import { act } from "./act.ts";
import { at, codeOf, joined, leaveOut, type KindMapping, type MapContext } from "./mapping.ts";
import { anybody, externalKind, nameOf, participants, personIds } from "./people.ts";

const text = z.string().nullish();
const keys = z.array(z.string());

const visit = z.looseObject({
  participants: keys,
  announced: z.boolean().nullish(),
  summary: text,
  placeSecretTowards: keys.nullish(),
});
const meeting = z.looseObject({ type: text, participants: keys, text });
const requested = z.looseObject({
  to: z.string(),
  body: z.string(),
  legalGround: text,
  questions: keys.nullish(),
  answerBy: text,
});
const answered = z.looseObject({
  request: z.string().nullable(),
  answeredBy: text,
  text,
  concernsOtherPerson: z.union([z.boolean(), z.string()]).nullish(),
});
const examination = z.looseObject({ kind: text, text });
const risk = z.looseObject({
  type: text,
  method: text,
  withInstrument: z.boolean(),
  result: text,
  text,
});
const asked = z.looseObject({ by: z.string(), what: text, form: text });
const given = z.looseObject({ to: z.string(), given: text, withheld: text, ground: text });

/** The ground of a request that rests on consent, and not on the duty to answer, begins so. */
const CONSENT = /^samtycke\b/iu;

/** Acts of the investigation: visits, meetings, consultations, consent, what a party asks and objects. */
export const investigationActs: Readonly<Record<string, KindMapping>> = {
  "homeVisit.made": act("home-visit.made", visit, (_event, data, ctx) => ({
    answers: {
      participants: participants(ctx, data.participants, "participants"),
      announced: data.announced,
      text: data.summary,
      hiddenFrom: personIds(ctx, data.placeSecretTowards ?? [], "placeSecretTowards"),
    },
  })),
  "meeting.held": act("meeting.held", meeting, (_event, data, ctx) => ({
    answers: {
      participants: participants(ctx, data.participants, "participants"),
      bodies: bodiesOf(ctx, data.participants),
      // A meeting whose kind is a way of involving the network says so; any other is a meeting.
      network: data.type ? ctx.labels.find("network-involvement", data.type) : undefined,
      text: joined(data.type, data.text),
    },
  })),
  "consultation.requested": act(
    "consultation.requested",
    requested,
    (_event, data, ctx) => ({
      answers: {
        body: codeOf(ctx, "informant", data.to, "to"),
        recipient: anybody(ctx, data.body, "body"),
        legalGround: data.legalGround,
        withConsent: CONSENT.test(data.legalGround ?? "") ? true : undefined,
        questions: (data.questions ?? []).join("\n"),
        answerBy: data.answerBy,
      },
    }),
    { attempts: true },
  ),
  "consultation.answered": act("consultation.answered", answered, (_event, data, ctx) => ({
    answers: {
      body: bodyAsked(ctx, data.request, data.concernsOtherPerson),
      answeredBy: data.answeredBy,
      text: data.text,
    },
  })),
  "healthExamination.done": act("health-examination.done", examination, (_event, data) => ({
    answers: { text: joined(data.kind, data.text) },
  })),
  "riskAssessment.made": act("risk-assessment.made", risk, (_event, data) => ({
    answers: {
      violenceRiskAssessment: data.withInstrument
        ? "yes-with-instrument"
        : "yes-without-instrument",
      interpretation: data.result,
      text: joined(data.type, data.method, data.text),
    },
  })),
  "documents.requested": act("documents.requested", asked, (_event, data, ctx) => ({
    answers: { by: [anybody(ctx, data.by, "by")], text: joined(data.what, data.form) },
  })),
  "documents.disclosed": act("documents.disclosed", given, (_event, data, ctx) => ({
    answers: {
      to: [anybody(ctx, data.to, "to")],
      text: joined(data.given, data.withheld),
      reason: data.ground,
    },
  })),
};

/** The bodies at a meeting, where the words for what they are is a label of the list of informants. */
function bodiesOf(ctx: MapContext, keys: readonly string[]): readonly string[] {
  const codes = keys.flatMap((key) => {
    const kind = externalKind(ctx, key);
    return kind === undefined ? [] : (ctx.labels.find("informant", kind) ?? []);
  });
  return [...new Set(codes)];
}

/** Which body an answer is from: the one that was asked. An answer about somebody else is nobody's. */
function bodyAsked(
  ctx: MapContext,
  request: string | null,
  other: boolean | string | null | undefined,
): string | undefined {
  if (other) {
    leaveOut(
      ctx,
      "that an answer is about another person cannot be marked",
      at(ctx, "concernsOtherPerson"),
    );
    return undefined;
  }
  if (request === null) return undefined;
  const source: CaseEvent | undefined = ctx.timeline.find(request)?.event;
  const to = source?.data["to"];
  if (source?.kind !== "consultation.requested" || typeof to !== "string") {
    return codeOf(ctx, "informant", nameOf(ctx, request) ?? request, "request");
  }
  return ctx.labels.find("informant", to);
}
