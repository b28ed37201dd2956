import type { DomainEvent } from "./event.ts";
import { codesOf, textOf } from "./read.ts";

/** A piece of a chronology sentence that is resolved by the specification or the person register. */
export type LineParam =
  | { readonly code: string; readonly codelist: string }
  | { readonly persons: readonly string[] }
  | { readonly staff: string }
  | { readonly unit: string }
  | { readonly date: string }
  | { readonly text: string };

/** One line of the child's story: the id of its sentence, what fills it, and the beginning of what was written. */
export interface ChronologyLine {
  readonly textId: string;
  readonly params: Readonly<Record<string, LineParam>>;
  readonly excerpt?: string;
}

type ParamReader = (event: DomainEvent) => LineParam | undefined;

const excerptLength = 200;

function code(field: string, codelist: string): ParamReader {
  return (event) => {
    const value = textOf(event.body.data[field]);
    return value === undefined ? undefined : { code: value, codelist };
  };
}

function date(field: string): ParamReader {
  return (event) => {
    const value = textOf(event.body.data[field]);
    return value === undefined ? undefined : { date: value };
  };
}

function persons(field: string): ParamReader {
  return (event) => {
    const value = codesOf(event.body.data[field]);
    return value.length === 0 ? undefined : { persons: value };
  };
}

const decider: ParamReader = (event) => {
  const value = textOf(event.body.data["decider"]);
  return value === undefined ? undefined : { staff: value };
};

const staffId: ParamReader = (event) => {
  const { staff } = event.body.ids;
  return staff === undefined ? undefined : { staff };
};

interface LineDefinition {
  readonly params?: Readonly<Record<string, ParamReader>>;
  /** The narrative answer whose beginning is shown. */
  readonly excerpt?: string;
}

const plan: LineDefinition = {
  params: { took: code("childParticipation", "participation"), next: date("nextFollowUp") },
  excerpt: "text",
};

const planLines: Readonly<Record<string, LineDefinition>> = {
  "implementation-plan.made": plan,
  "implementation-plan.revised": plan,
  "contact-plan.made": plan,
  "contact-plan.revised": plan,
};

/** What each event type says of itself in one line. The reporter is named by kind only, never by name. */
const lines: Readonly<Record<string, LineDefinition>> = {
  "akt.created": {},
  "report.received": {
    params: { from: code("reporterKind", "reporter-kind"), channel: code("channel", "channel") },
  },
  "application.received": {
    params: { who: persons("applicants"), channel: code("channel", "channel") },
    excerpt: "ownWords",
  },
  "protection.assessed": {
    params: { outcome: code("outcome", "protection-outcome") },
    excerpt: "reasons",
  },
  "preliminary.noted": {
    params: { took: code("childParticipation", "participation") },
    excerpt: "text",
  },
  "preliminary.extended": { params: { until: date("until"), by: decider }, excerpt: "reasonText" },
  "investigation.opened": { params: { by: decider }, excerpt: "reason" },
  "investigation.not-opened": { params: { by: decider }, excerpt: "reason" },
  "report.linked": {},
  "party.informed": { params: { who: persons("who") }, excerpt: "text" },
  "informing.postponed": { params: { who: persons("who") }, excerpt: "reason" },
  "investigation.extended": {
    params: { until: date("until"), by: decider },
    excerpt: "reasonText",
  },
  "plan.made": {
    params: { target: date("targetOn"), took: code("childParticipation", "participation") },
    excerpt: "reason",
  },
  "consent.given": {
    params: { who: persons("by"), kind: code("consentKind", "consent-kind") },
    excerpt: "concerns",
  },
  "consent.withdrawn": { params: { who: persons("by") }, excerpt: "text" },
  "disclosure.requested": {
    params: { who: persons("by"), kind: code("disclosureKind", "disclosure-kind") },
    excerpt: "wants",
  },
  "disclosure.decided": {
    params: { outcome: code("disclosureOutcome", "disclosure-outcome") },
    excerpt: "reasons",
  },
  "disclosure.handed-over": { params: { way: code("disclosureWay", "disclosure-way") } },
  "access.lent": {
    params: { who: staffId, until: date("until") },
    excerpt: "reachReason",
  },
  "access.loan-ended": { excerpt: "reachReason" },
  "access.appointed": {
    params: { who: staffId, from: date("from"), until: date("until") },
  },
  "access.appointment-ended": { excerpt: "reachReason" },
  "access.barred": { params: { who: staffId }, excerpt: "reachReason" },
  "access.bar-lifted": { excerpt: "reachReason" },
  "record.corrected": { excerpt: "correctionReason" },
  "record.undone": {},
  // Not who: that stands in the access log, for those who check it.
  "glass.opened": {},
  "glass.reviewed": {},
  "akt.linked": {},
  "akt.unlinked": {},
  "akt.thinned": {},
  "record.moved": { excerpt: "movedReason" },
  "objection.noted": { params: { who: persons("by") }, excerpt: "text" },
  "instrument.scored": {
    params: {
      instrument: code("instrument", "instrument"),
      from: code("respondentKind", "instrument-respondent"),
    },
    excerpt: "interpretation",
  },
  "plan.revised": { params: { target: date("targetOn") }, excerpt: "changes" },
  "note.signed": { excerpt: "text" },
  "document.received": {
    params: { from: code("sender", "received-from"), kind: code("kind", "received-kind") },
    excerpt: "about",
  },
  "talk.signed": { params: { who: persons("withPersons") }, excerpt: "summary" },
  "basis.fixed": {},
  "basis.reviewed": { params: { outcome: code("outcome", "review-outcome") }, excerpt: "text" },
  "basis.communicated": { params: { who: persons("to"), answerBy: date("answerBy") } },
  "party.answered": {
    params: { who: persons("party"), position: code("position", "party-position") },
    excerpt: "text",
  },
  "basis.signed": {},
  "decision.made": {
    params: { type: code("type", "decision-type"), by: decider },
    excerpt: "wording",
  },
  "decision.notified": { params: { who: persons("to"), on: date("receivedOn") } },
  "decision.appealed": { params: { who: persons("by") }, excerpt: "text" },
  "investigation.closed": {
    params: { result: code("result", "investigation-result") },
    excerpt: "reason",
  },
  "follow-up-23.decided": {
    params: { consent: code("consent", "follow-up-consent"), by: decider },
    excerpt: "reason",
  },
  "follow-up-23.contact": { excerpt: "text" },
  "measure.ordered": {
    params: { to: code("providerKind", "provider-kind"), from: date("validFrom") },
    excerpt: "extent",
  },
  "measure.started": { excerpt: "text" },
  ...planLines,
  "measure.followed-up": {
    params: {
      kind: code("kind", "follow-up-kind"),
      took: code("childParticipation", "participation"),
      outcome: code("outcome", "measure-conclusion"),
    },
    excerpt: "conclusion",
  },
  "measure.report-read": { excerpt: "text" },
  "measure.consent-withdrawn": { params: { who: persons("by") }, excerpt: "text" },
  "measure.ended": { params: { reason: code("reason", "end-reason") }, excerpt: "text" },
  "follow-up-23.ended": {
    params: { outcome: code("outcome", "follow-up-outcome") },
    excerpt: "text",
  },
  "letter.sent": {
    params: {
      kind: code("letter", "letter-kind"),
      to: code("recipient", "letter-recipient"),
      who: persons("to"),
    },
  },
  "letter.answered": { params: { on: date("answeredOn") }, excerpt: "text" },
  "matter.assigned": { params: { to: (event) => workerOf(event) } },
  "matter.handed-over": { params: { to: unitOf }, excerpt: "remaining" },
  "matter.handed-back": { excerpt: "text" },
  "matter.closed": { excerpt: "reason" },
  "act.recorded": {
    params: { kind: code("kind", "act-kind"), result: code("result", "act-result") },
    excerpt: "text",
  },
};

function workerOf(event: DomainEvent): LineParam | undefined {
  const worker = event.body.ids["worker"];
  return worker === undefined ? undefined : { staff: worker };
}

function unitOf(event: DomainEvent): LineParam | undefined {
  const unit = event.body.ids["unit"];
  return unit === undefined ? undefined : { unit };
}

/** Every event type that has a line, for the test that none is forgotten. */
export const lineTypes: readonly string[] = Object.keys(lines);

/** The line of an event; the sentence for `textId` is in the specification's chronology texts. */
export function chronologyLine(event: DomainEvent): ChronologyLine {
  const definition = lines[event.type] ?? {};
  const params: Record<string, LineParam> = {};
  for (const [name, read] of Object.entries(definition.params ?? {})) {
    const value = read(event);
    if (value !== undefined) params[name] = value;
  }
  const written =
    definition.excerpt === undefined ? undefined : textOf(event.body.data[definition.excerpt]);
  return {
    textId: event.type,
    params,
    ...(written === undefined ? {} : { excerpt: beginningOf(written) }),
  };
}

/** The beginning of a text on one line, cut at a word. */
function beginningOf(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  if (line.length <= excerptLength) return line;
  const cut = line.slice(0, excerptLength);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), excerptLength / 2))} …`;
}
