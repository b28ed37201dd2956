import { z } from "zod";
import type { Answers } from "../../../domain/event.ts";
import { codeOfLabel, findCodelist } from "../../../spec/lookup.ts";
import type { IntakeType } from "../../../store/commands/intake-request.ts";
import type { CaseEvent } from "../case-file.ts";
import {
  answersOf,
  at,
  childOf,
  codeOf,
  codesOf,
  inEachMatter,
  itemOf,
  noteThat,
  mapping,
  unknownReference,
  type Action,
  type KindMapping,
  type MapContext,
} from "./mapping.ts";
import { isPerson, nameOf, personId, staffId } from "./people.ts";
import { found, openReport, unassessedReport } from "./reports.ts";

const text = z.string().nullish();
const truth = z.boolean().nullish();
const words = z.array(z.string()).nullish();

const report = z.looseObject({
  channel: text,
  deemedArrival: z.string().nullish(),
  reporter: z.looseObject({
    class: text,
    kind: text,
    personKey: text,
    externalKey: text,
    name: text,
    anonymous: truth,
    shielded: truth,
    shieldBasis: text,
  }),
  wantsFeedback: truth,
  content: z.string(),
  reasons: words,
  mainReason: text,
  concerns: text,
  violence: words,
  familyKnows: truth,
  readBack: truth,
});
const application = z.looseObject({
  applicant: z.string(),
  channel: text,
  what: z.string(),
  ownWords: text,
  guardiansView: text,
});
const assessment = z.looseObject({
  outcome: z.string(),
  lateArrival: truth,
  basis: text,
  reasons: text,
  measures: text,
});
const note = z.looseObject({
  contacts: z
    .array(z.looseObject({ who: z.string(), how: text, on: z.string().nullish() }))
    .default([]),
  childParticipation: text,
  participationReason: text,
  guardiansHeard: z.record(z.string(), z.string()).nullish(),
  text: z.string(),
});
const extension = z.looseObject({
  until: z.string().nullable(),
  reason: text,
  reasonText: text,
  level: text,
  decider: z.string(),
});

/** Reports, applications and the preliminary phase. */
export const intakeKinds: Readonly<Record<string, KindMapping>> = {
  "report.received": mapping(report, receiveReport),
  "application.received": mapping(application, receiveApplication),
  "protectionAssessment.made": mapping(assessment, (event, data, ctx) =>
    inEachMatter(event, (matter) => {
      const received = found(ctx, matter, unassessedReport(ctx, matter));
      if (received === undefined) return undefined;
      return {
        type: "protection.assess",
        ids: { report: ctx.ids.thing(received.event.id, matter) },
        data: answersOf({
          assessedAt: event.occurredAt,
          outcome: codeOf(ctx, "protection-outcome", data.outcome, "outcome"),
          basis: data.basis,
          reasons: data.reasons,
          measures: data.measures,
          lateArrival: data.lateArrival,
        }),
        requires: [received.event.id],
      };
    }),
  ),
  "preliminaryAssessment.note": mapping(note, (event, data, ctx) =>
    inEachMatter(event, (matter) => {
      const received = found(ctx, matter, openReport(ctx, matter));
      if (received === undefined) return undefined;
      return {
        type: "preliminary.note",
        ids: { report: ctx.ids.thing(received.event.id, matter) },
        data: noteAnswers(event, data, matter, ctx),
        requires: [received.event.id],
      };
    }),
  ),
  "preliminaryAssessment.extended": mapping(extension, (event, data, ctx) =>
    inEachMatter(event, (matter) => {
      const received = found(ctx, matter, openReport(ctx, matter));
      if (received === undefined) return undefined;
      return {
        type: "preliminary.extend",
        ids: {
          report: ctx.ids.thing(received.event.id, matter),
          decider: staffId(ctx, data.decider, "decider"),
        },
        data: answersOf({
          until: data.until,
          reason: codeOf(ctx, "extension-preliminary-reason", data.reason, "reason"),
          reasonText: data.reasonText,
          level: codeOf(ctx, "decision-level", data.level, "level"),
        }),
        requires: [received.event.id],
      };
    }),
  ),
};

function receiveReport(
  event: CaseEvent,
  data: z.infer<typeof report>,
  ctx: MapContext,
): readonly Action[] {
  warnOfDoubleWords(ctx, data.reasons ?? []);
  const { reporter } = data;
  const named = reporter.personKey ?? undefined;
  if (named !== undefined && !isPerson(ctx, named)) {
    unknownReference(ctx, named, at(ctx, "reporter", "personKey"));
  }
  const answers: Answers = answersOf({
    kind: "report",
    arrivedAt: event.occurredAt,
    deemedArrivalOn: data.deemedArrival,
    channel: codeOf(ctx, "channel", data.channel, "channel"),
    reporterKind: codeOf(ctx, "reporter-kind", reporter.kind, "reporter", "kind"),
    reporterClass: codeOf(ctx, "reporter-class", reporter.class, "reporter", "class"),
    reporterName: reporter.name ?? (named === undefined ? undefined : nameOf(ctx, named)),
    reporterAnonymous: reporter.anonymous,
    reporterShielded: reporter.shielded,
    shieldBasis: reporter.shieldBasis,
    wantsFeedback: data.wantsFeedback,
    familyKnows: data.familyKnows,
    readBack: data.readBack,
    reasons: codesOf(ctx, "reason", data.reasons, "reasons"),
    mainReason: codeOf(ctx, "reason", data.mainReason, "mainReason"),
    concerns: codeOf(ctx, "report-concerns", data.concerns, "concerns"),
    violence: codesOf(ctx, "violence", data.violence, "violence"),
  });
  return [intake(event, ctx, { ...answers, parts: partsOf(event, ctx, data.content) })];
}

function receiveApplication(
  event: CaseEvent,
  data: z.infer<typeof application>,
  ctx: MapContext,
): readonly Action[] {
  const answers = answersOf({
    arrivedAt: event.occurredAt,
    channel: codeOf(ctx, "channel", data.channel, "channel"),
    applicants: [personId(ctx, data.applicant, "applicant")],
    ownWords: data.ownWords,
    guardiansView: data.guardiansView,
  });
  const what = { ...answers, parts: partsOf(event, ctx, data.what) };
  return [intake(event, ctx, what, "application.receive")];
}

function intake(
  event: CaseEvent,
  ctx: MapContext,
  data: Answers,
  type: IntakeType = "report.receive",
): Action {
  return {
    on: "intake",
    type,
    data,
    children: event.matters.map((matter) => ({
      child: childOf(ctx, matter),
      matter,
      report: ctx.ids.thing(event.id, matter),
    })),
    requires: [],
  };
}

/** The text concerns every child of the event: a case does not say otherwise. */
function partsOf(event: CaseEvent, ctx: MapContext, content: string) {
  return [
    itemOf(ctx.ids.item(event.id, "", "content"), { audience: "common", text: content }),
  ] as const;
}

function noteAnswers(
  event: CaseEvent,
  data: z.infer<typeof note>,
  matter: string,
  ctx: MapContext,
): Answers {
  const item = (place: string) => ctx.ids.item(event.id, matter, place);
  return answersOf({
    contacts: data.contacts.map((contact, index) =>
      itemOf(item(`contact ${index}`), {
        who: personId(ctx, contact.who, "contacts", index, "who"),
        how: codeOf(ctx, "contact-way", contact.how, "contacts", index, "how"),
        on: contact.on ?? event.occurredAt.slice(0, 10),
      }),
    ),
    childParticipation: codeOf(ctx, "participation", data.childParticipation, "childParticipation"),
    participationReason: data.participationReason,
    guardiansHeard: Object.entries(data.guardiansHeard ?? {}).map(([guardian, heard]) =>
      itemOf(item(`heard ${guardian}`), {
        guardian: personId(ctx, guardian, "guardiansHeard", guardian),
        heard: codeOf(ctx, "guardian-heard", heard, "guardiansHeard", guardian),
      }),
    ),
    text: data.text,
  });
}

/** Words that stand for two codes are read as the first of them; the case does not say which. */
function warnOfDoubleWords(ctx: MapContext, reasons: readonly string[]): void {
  for (const [index, reason] of reasons.entries()) {
    const codes = findCodelist(ctx.pack, "reason")?.codes ?? [];
    const same = codes.filter((code) => code.label.sv === reason);
    if (same.length < 2) continue;
    const first = codeOfLabel(ctx.pack, "reason", reason);
    noteThat(
      ctx,
      `the words stand for ${same.map((code) => code.id).join(" and ")}; ${first} is taken`,
      at(ctx, "reasons", index),
    );
  }
}
