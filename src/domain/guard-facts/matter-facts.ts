import { stockholmDate } from "../../kernel/instant.ts";
import { ageOn, type PlainDate } from "../../kernel/plain-date.ts";
import type { Clock } from "../../rules/clocks.ts";
import type { GuardFacts } from "../../rules/facts.ts";
import { findCode } from "../../spec/lookup.ts";
import type { AktState, MatterState, ReportState } from "../akt-state.ts";
import { clocksOf } from "../clocks.ts";
import type { CommandSubject } from "../command-definition.ts";
import { reportOf, runningMatter } from "../demands.ts";
import { measureFacts } from "../measure/measure-facts.ts";
import { investigationRunning } from "../notes/apply-notes.ts";
import { birthDateOf } from "../person/person-state.ts";
import { codesOf, textOf } from "../read.ts";

/** Clock rules whose days the conditions name: the running time and its extension. */
const clockRules = { preliminary: ["A-04", "A-05"], investigation: ["B-02", "B-03"] } as const;
/** Commands that ask whether the child has a running investigation in any matter. */
const aboutTheChild: readonly string[] = ["investigation.open", "report.link"];
/** Types of decision (codelist `decision-type`) that grant a measure. */
const measureTypes: readonly string[] = [
  "open-measure",
  "measure-without-assessment",
  "consent-replaced",
  "care-outside-home",
];
/** Acts about the meeting with the reporter (codelist `act-kind`). */
const meetingKinds: readonly string[] = ["report-meeting.offered", "report-meeting.held"];
/** Kind of arrival (codelist `report-kind`) by which a party itself begins the matter. */
const application = "application";
const noViolence = "none";
const noCrime: readonly string[] = [noViolence, "neglect", "peer"];
const tookPart = "took-part";
/** Age at which the child pleads its own case and is a party to communicate with (SoL 2025 3:4). */
const ownParty = 15;

/** Acts by which it is settled whether another municipality takes over (codelist `act-kind`). */
const transferAnswers: readonly string[] = [
  "transfer.answered",
  "transfer.answer-received",
  "ivo.decided",
];

/** Whether the last answer says that the matter is to be moved; nothing while nobody has answered (SoL 2025 29:9). */
function transferFacts({ acts }: MatterState): GuardFacts {
  const last = acts.findLast(({ kind }) => transferAnswers.includes(kind));
  return last === undefined ? {} : { "transfer.agreed": last.coded["transferAgreed"] === true };
}

/** What is on record about the child and the matter, as the conditions of the law name it. */
export function matterFacts(subject: CommandSubject, on: PlainDate): GuardFacts {
  const { akt, matter, ctx, command } = subject;
  const running = aboutTheChild.includes(command.type)
    ? runningMatter(akt) !== undefined
    : matter !== undefined && investigationRunning(matter);
  return {
    "actor.qualified": ctx.actor.qualified,
    "actor.role": ctx.actor.role,
    "child.birthDate": birthDateOf(ctx.child, on),
    "record.signed": true,
    "investigation.open": running,
    "investigation.previousClosedOn": previousClosedOn(akt),
    ...(matter === undefined
      ? {}
      : {
          ...reportFacts(subject),
          ...recordedFacts(matter),
          ...transferFacts(matter),
          ...investigationFacts(subject, matter),
          ...basisFacts(subject, matter, on),
          ...measureFacts(subject),
        }),
  };
}

/** What the reports and smaller acts of the whole matter say. */
function recordedFacts(matter: MatterState): GuardFacts {
  const recorded = (kind: string): boolean => matter.acts.some((act) => act.kind === kind);
  const applied = [
    ...matter.reports.filter((report) => textOf(report.coded["kind"]) === application),
    ...matter.facts
      .filter((fact) => fact.name === "application.received")
      .map(({ on }) => ({ arrivedOn: on })),
  ];
  return {
    "application.on": applied.map(({ arrivedOn }) => arrivedOn).toSorted()[0],
    "decision.demanded": recorded("decision.demanded"),
    "matter.violence": matter.reports.some(suspectsCrime),
    "police.considered": recorded("police-report.considered"),
  };
}

function reportFacts(subject: CommandSubject): GuardFacts {
  const report = reportOf(subject);
  if (report === undefined) return {};
  const ends = endOf(subject, clockRules.preliminary, (clock) => clock.report === report.report);
  return {
    "report.arrivedOn": stockholmDate(report.receivedAt),
    "report.decided": report.outcome !== undefined,
    "report.kind": textOf(report.coded["kind"]),
    "report.reporterClass": textOf(report.coded["reporterClass"]),
    "report.violence": hasViolence(report),
    "protection.assessed": report.protection !== undefined,
    "preliminary.endsOn": ends?.nominal,
    "preliminary.latestOn": ends?.legalLatest,
    ...preliminaryFacts(subject),
  };
}

function hasViolence(report: ReportState): boolean {
  return codesOf(report.coded["violence"]).some((code) => code !== noViolence);
}

/** Neglect and trouble between children are marked as violence, but are not by themselves a crime to report. */
function suspectsCrime(report: ReportState): boolean {
  return codesOf(report.coded["violence"]).some((code) => !noCrime.includes(code));
}

function preliminaryFacts({ matter, ctx }: CommandSubject): GuardFacts {
  const notes = matter?.preliminary ?? [];
  const meetings = (matter?.acts ?? []).filter(({ kind }) => meetingKinds.includes(kind));
  const codes = [
    ...notes.map((note) => note.childParticipation),
    ...meetings.map(({ coded }) => textOf(coded["childParticipation"])),
  ].flatMap((code) => code ?? []);
  const groups = codes.map((code) => findCode(ctx.pack, "participation", code)?.group);
  return {
    "preliminary.childTookPart": groups.includes(tookPart),
    "preliminary.hasParticipationReason": notes.some((note) => note.hasReason),
    "preliminary.reportMeeting": [
      ...notes.map((note) => note.reportMeeting),
      ...meetings.map(({ coded }) => textOf(coded["reportMeeting"])),
    ].findLast((code) => code !== undefined),
  };
}

function investigationFacts(subject: CommandSubject, matter: MatterState): GuardFacts {
  const investigation = matter.investigation;
  if (investigation === undefined) return {};
  const of = (clock: Clock): boolean => clock.matter === matter.matter;
  const ends = endOf(subject, clockRules.investigation, of);
  const first = clocksOf(subject.akt, subject.ctx.law, subject.ctx.calendar).find(
    (clock) => clock.ruleId === clockRules.investigation[0] && of(clock),
  );
  const since = matter.decisions.filter((made) => made.on >= investigation.openedOn);
  const decision = matter.decisions.find(
    (made) => made.decision === subject.command.ids["decision"],
  );
  return {
    "investigation.endsOn": ends?.nominal,
    "investigation.latestOn": ends?.legalLatest,
    "investigation.firstEndsOn": first?.nominal,
    "investigation.closedOn": investigation.closedOn,
    "investigation.extensions": investigation.extensions,
    "investigation.informedOrReason":
      investigation.informed.length + investigation.postponed.length > 0,
    "investigation.measureGranted": since.some(
      (made) => made.favourable && measureTypes.includes(made.type),
    ),
    "decision.made": since.length > 0,
    "decision.appealable": decision?.appealable,
    "decision.on": decision?.on,
    "followUp23.open": matter.followUp23 !== undefined && matter.followUp23.endedOn === undefined,
    "placement.form": textOf(
      matter.acts.findLast((act) => act.kind === "placement.started")?.coded["placementForm"],
    ),
  };
}

function basisFacts(subject: CommandSubject, matter: MatterState, on: PlainDate): GuardFacts {
  const content = subject.command.content;
  const basis = matter.basis;
  const answered =
    textOf(content?.["childParticipation"] ?? basis?.coded["childParticipation"]) !== undefined;
  return {
    "basis.signed": basis?.status === "signed",
    "basis.hasChildView":
      content === undefined ? basis?.hasChildView : textOf(content["childView"]) !== undefined,
    "basis.hasBestInterests":
      content === undefined
        ? basis?.hasBestInterests
        : textOf(content["bestInterests"]) !== undefined,
    "child.metOrReason":
      matter.talks.withChild > 0 || matter.talks.participation.length > 0 || answered,
    ...communicationFacts(subject, matter, on),
  };
}

/** Who must have been given the basis: every guardian in force, and the child from fifteen. */
export function partiesToReach(subject: CommandSubject, on: PlainDate): readonly string[] {
  const born = birthDateOf(subject.ctx.child, on);
  const childIsParty = born !== undefined && ageOn(born, on) >= ownParty;
  const guardians = subject.ctx.parties
    .filter((party) => party.kind === "guardian")
    .map((party) => party.person);
  return childIsParty ? [...guardians, subject.akt.person] : guardians;
}

function communicationFacts(
  subject: CommandSubject,
  matter: MatterState,
  on: PlainDate,
): GuardFacts {
  const basis = matter.basis;
  const parties = partiesToReach(subject, on);
  const sent = (basis?.communicated ?? []).filter(
    (entry) => entry.version >= (basis?.fixedVersion ?? 0),
  );
  const reached = parties.filter((party) => sent.some((entry) => entry.party === party));
  const heard = parties.filter((party) =>
    sent.some(
      (entry) => entry.party === party && (entry.answeredOn !== undefined || entry.answerBy < on),
    ),
  );
  return {
    "communication.allDone": basis !== undefined && reached.length === parties.length,
    "communication.allAnsweredOrExpired": basis !== undefined && heard.length === parties.length,
  };
}

/** The running end: that of the extension when there is one, else of the first period. */
function endOf(
  subject: CommandSubject,
  rules: readonly string[],
  of: (clock: Clock) => boolean,
): Clock | undefined {
  const clocks = clocksOf(subject.akt, subject.ctx.law, subject.ctx.calendar).filter(
    (clock) => rules.includes(clock.ruleId) && of(clock),
  );
  return clocks.toSorted((a, b) => (a.nominal < b.nominal ? -1 : 1)).at(-1);
}

function previousClosedOn(akt: AktState): PlainDate | undefined {
  return Object.values(akt.matters)
    .flatMap((matter) => matter.investigation?.closedOn ?? [])
    .toSorted()
    .at(-1);
}
