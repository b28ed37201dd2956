import type { z } from "zod";
import type { FieldClass } from "../../access/policy-types.ts";
import type { matterView } from "../../contract/views/child-page.ts";
import type { DecisionState, MatterState, ReportState } from "../../domain/akt-state.ts";
import { earlierContacts } from "../../domain/intake/came-back.ts";
import { applicationKind } from "../../domain/intake/report-kinds.ts";
import { phaseOf } from "../../domain/phase.ts";
import { itemsOf, textOf } from "../../domain/read.ts";
import { withoutCitations } from "../../domain/sources/citations.ts";
import { knownWithinMonths } from "../../spec/known-before.ts";
import type { Pack } from "../../spec/types.ts";
import type { EventView } from "../../store/views/read-akt.ts";
import type { Given, RequestContext } from "../http/handler.ts";
import { eventAbout } from "./child-sources.ts";
import { staffName, staffRef, unitRef } from "./labels.ts";
import { instrumentResults } from "./instrument-results.ts";
import { measuresPart } from "./measure-view.ts";
import { participationOf } from "./participation.ts";
import { contactsOfSiblings, type SiblingMatters } from "./sibling-contacts.ts";
import { visibleAnswers, withoutReporter, type ShownAnswers } from "./visible-answers.ts";

type MatterView = Given<z.input<typeof matterView>>;

/** What the parts of a matter are shown from. */
export interface MatterSources {
  readonly pack: Pack;
  readonly classes: readonly FieldClass[];
  readonly events: readonly EventView[];
  /** The matters that the reader may see: what a report follows on. */
  readonly reached: readonly MatterState[];
  /** Brothers and sisters, while a report waits for its decision. */
  readonly siblings: readonly SiblingMatters[];
}

/** A matter on the child's page, but for its steps and clocks. */
export function matterPart(
  ctx: RequestContext,
  matter: MatterState,
  sources: MatterSources,
): Omit<MatterView, "steps" | "clocks"> {
  return {
    matter: matter.matter,
    number: matter.number ?? null,
    startedOn: matter.startedOn,
    closedOn: matter.closedOn ?? null,
    phase: phaseOf(matter),
    worker: staffRef(ctx, matter.worker),
    coWorker: staffRef(ctx, matter.coWorker),
    unit: unitRef(ctx, matter.unit),
    reports: matter.reports.map((report) => reportPart(ctx, report, sources)),
    investigation: investigationPart(matter),
    plan: planPart(matter, sources),
    followUp23: followUpPart(matter),
    consents: consentsPart(matter),
    instruments: instrumentResults(matter, sources),
    basis: basisPart(matter),
    decisions: matter.decisions.map((decision) => decisionPart(ctx, decision, sources)),
    ...measuresPart(matter, sources),
    participation: participationOf(ctx, sources.pack, matter),
  };
}

function reportPart(
  ctx: RequestContext,
  report: ReportState,
  sources: MatterSources,
): MatterView["reports"][number] {
  const { report: id } = report;
  const data =
    answersOf(ctx, sources, "report.received", "report", id, "report") ??
    withKind(answersOf(ctx, sources, "application.received", "report", id, "application"));
  const protection = answersOf(
    ctx,
    sources,
    "protection.assessed",
    "report",
    report.report,
    "protection-assessment",
  );
  return {
    report: report.report,
    arrivedOn: report.arrivedOn,
    receivedAt: report.receivedAt,
    data: report.shielded ? withoutReporter(data ?? {}) : (data ?? {}),
    moreChildren: report.moreChildren,
    protection: protection ?? null,
    outcome: report.outcome ?? null,
    outcomeOn: report.outcomeOn ?? null,
    cameBack: {
      months: knownWithinMonths,
      contacts: earlierContacts(report, sources.reached, knownWithinMonths).map((each) => ({
        ...each,
        code: each.code ?? null,
      })),
      siblings: contactsOfSiblings(report, sources.siblings, knownWithinMonths).map((each) => ({
        ...each,
        code: each.code ?? null,
      })),
    },
  };
}

/** An application is shown beside reports: what it is need not be asked of it. */
function withKind(data: ShownAnswers | undefined): ShownAnswers | undefined {
  return data === undefined ? undefined : { ...data, kind: applicationKind };
}

/** The answers of the newest event about a thing, by the specification they were written with. */
function answersOf(
  ctx: RequestContext,
  { pack, classes, events }: MatterSources,
  type: string,
  name: string,
  id: string,
  document: string,
): ShownAnswers | undefined {
  const found = eventAbout(events, type, name, id);
  if (found === undefined) return undefined;
  const written = ctx.app.store.packs.find(found.specDigest)?.pack ?? pack;
  return visibleAnswers(written, document, found.event.body.data, classes);
}

function investigationPart({ investigation }: MatterState): MatterView["investigation"] {
  if (investigation === undefined) return null;
  return {
    investigation: investigation.investigation,
    openedOn: investigation.openedOn,
    extendedUntil: investigation.extendedUntil ?? null,
    closedOn: investigation.closedOn ?? null,
    result: investigation.result ?? null,
  };
}

/** The plan that holds; its questions in words, read from the version that holds. */
function planPart({ plan }: MatterState, { events, classes }: MatterSources): MatterView["plan"] {
  if (plan === undefined) return null;
  const event = events.find((each) => each.event.seq === plan.seq)?.event;
  const asked = classes.includes("narrative")
    ? itemsOf(withoutCitations(event?.body.data ?? {})["questions"])
    : [];
  const words = new Map(asked.map((each) => [each.id, textOf(each["text"]) ?? ""]));
  return {
    version: plan.version,
    madeOn: plan.madeOn,
    revisedOn: plan.revisedOn ?? null,
    targetOn: plan.targetOn ?? null,
    questions: plan.questions.map(({ id, areas }) => ({
      id,
      text: words.get(id) ?? "",
      areas: [...areas],
    })),
  };
}

function consentsPart({ consents = [] }: MatterState): MatterView["consents"] {
  return consents.map(({ consent, on, by, kind, bodies, until, withdrawnOn }) => ({
    consent,
    on,
    by: [...by],
    kind: kind ?? null,
    bodies: [...bodies],
    until: until ?? null,
    withdrawnOn: withdrawnOn ?? null,
  }));
}

function basisPart({ basis }: MatterState): MatterView["basis"] {
  if (basis === undefined) return null;
  return {
    document: basis.document,
    version: basis.version,
    status: basis.status,
    reviewedOn: basis.reviewedOn ?? null,
    returned: basis.returned === true,
    communicated: basis.communicated.map(({ party, on, answerBy, answeredOn, position }) => ({
      party,
      on,
      answerBy,
      answeredOn: answeredOn ?? null,
      position: position ?? null,
    })),
    signedOn: basis.signedOn ?? null,
  };
}

function decisionPart(
  ctx: RequestContext,
  decision: DecisionState,
  { classes, events }: MatterSources,
): MatterView["decisions"][number] {
  const made = eventAbout(events, "decision.made", "decision", decision.decision)?.event;
  const showsText = classes.includes("narrative");
  return {
    decision: decision.decision,
    on: decision.on,
    type: decision.type,
    wording: showsText ? (textOf(made?.body.data["wording"]) ?? "") : "",
    level: decision.level,
    decider: staffName(ctx, textOf(made?.body.data["decider"])),
    appealable: decision.appealable,
    notified: decision.notified.map(({ party, receivedOn }) => ({ party, receivedOn })),
  };
}

function followUpPart({ followUp23 }: MatterState): MatterView["followUp23"] {
  if (followUp23 === undefined) return null;
  const { decidedOn, until = null, nextOn = null, endedOn = null } = followUp23;
  const { contacts = 0, childAlone = 0 } = followUp23;
  return { decidedOn, until, nextOn, contacts, childAlone, endedOn };
}
