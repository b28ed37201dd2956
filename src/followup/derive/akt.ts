import type {
  ActState,
  AktState,
  MatterState,
  PreliminaryState,
  ReportState,
} from "../../domain/akt-state.ts";
import { matterEndedOn } from "../../domain/matter/matter-end.ts";
import { codesOf, textOf, truthOf } from "../../domain/read.ts";
import { stockholmDate, stockholmLocal } from "../../kernel/instant.ts";
import { addMonths, daysBetween, type PlainDate } from "../../kernel/plain-date.ts";
import {
  answered,
  answeredSet,
  isMissing,
  notAsked,
  notRelevant,
  orElse,
  type Value,
} from "../value.ts";
import { bestParticipation, type DeriveEnv } from "./env.ts";
import { actsOfReport, isReportOfConcern, speaksOfNoViolence } from "./matter-facts.ts";

/** One report or application of one child, with the matter and the whole akt it stands in. */
export interface AktInput {
  readonly report: ReportState;
  readonly matter: MatterState;
  readonly state: AktState;
  readonly env: DeriveEnv;
}

/** The variables of a report or application. One function a variable; a part has the id of the part. */
export const aktVariables: Readonly<Record<string, (input: AktInput) => Value>> = {
  "AKT-01": ({ report }) => answered(report.coded["kind"]),
  "AKT-02": arrival,
  "AKT-03": ({ report }) => answered(report.coded["reporterKind"]),
  "AKT-04": ofReports(({ report }) => answered(report.coded["reporterClass"])),
  "AKT-05": ({ report }) => answered(report.coded["channel"]),
  "AKT-06": ({ report }) => answeredSet(report.coded["reasons"]),
  "AKT-06.main": mainReason,
  "AKT-07": ({ report }) => answered(report.coded["concerns"]),
  "AKT-08": ({ report }) => answeredSet(report.coded["violence"]),
  "AKT-09": knownBefore,
  "AKT-10": reportsInTwelveMonths,
  "AKT-11": ofReports(protectionTiming),
  "AKT-11.at": ofReports(protectionAssessedAt),
  "AKT-12": ofReports(({ report }) => report.protection?.outcome ?? notAsked),
  "AKT-13": ofPreliminary(participation),
  "AKT-14": ofPreliminary(notTakenPart),
  "AKT-16": ofReports(({ report }) => report.outcome ?? notAsked),
  "AKT-17": ofReports(daysToDecision),
  "AKT-18": ofPreliminary(({ report }) => report.extendedUntil !== undefined),
  "AKT-18.reason": ofPreliminary(extensionReason),
  "AKT-19": notOpenReason,
  "AKT-20": ofPreliminary(reportMeeting),
  "AKT-21": feedback,
  "AKT-21.on": feedbackOn,
  "AKT-22": policeReport,
};

/** The variables of a report that have one value for each guardian. */
export const aktGuardianVariables: Readonly<
  Record<string, (input: AktInput, guardian: string) => Value>
> = {
  "AKT-15": (input, guardian) => ofPreliminary((each) => guardianHeard(each, guardian))(input),
};

type AktVariable = (input: AktInput) => Value;

/** What the law asks of reports of concern only: not relevant for an application unless recorded. */
function ofReports(variable: AktVariable): AktVariable {
  return (input) =>
    isReportOfConcern(input.report) ? variable(input) : orElse(variable(input), notRelevant);
}

/** There is no preliminary assessment where the information went to an investigation that was running. */
function ofPreliminary(variable: AktVariable): AktVariable {
  return (input) => {
    const { report } = input;
    const assessed = isReportOfConcern(report) && report.outcome !== "link";
    return assessed || preliminaryOf(input).length > 0 ? variable(input) : notRelevant;
  };
}

/** Local day and time; a letter that is deemed to have arrived another day has that day only. */
function arrival({ report }: AktInput): Value {
  const deemed = report.arrivedOn !== stockholmDate(report.receivedAt);
  return deemed ? `${report.arrivedOn}T00:00` : stockholmLocal(report.receivedAt);
}

/** The main reason as chosen; where only one reason was given, that is the main one. */
function mainReason({ report }: AktInput): Value {
  const reasons = codesOf(report.coded["reasons"]);
  const [only] = reasons;
  const main = answered(report.coded["mainReason"]);
  return reasons.length === 1 && only !== undefined ? orElse(main, only) : main;
}

/** Whether the board had a matter about the child when the report arrived, or had had one before. */
function knownBefore({ report, matter, state, env }: AktInput): Value {
  const others = Object.values(state.matters).filter((other) => beganBefore(other, report));
  const ends = others.map((other) => (other === matter ? undefined : matterEndedOn(other)));
  if (ends.some((end) => end === undefined || end > report.arrivedOn)) return "ongoing";
  const recent = addMonths(report.arrivedOn, -env.settings.knownWithinMonths);
  if (ends.some((end) => end !== undefined && end >= recent)) return "closed-within-year";
  return ends.length > 0 ? "earlier" : "no";
}

function beganBefore(matter: MatterState, report: ReportState): boolean {
  if (matter.reports.some((each) => each !== report && isEarlier(each, report))) return true;
  const opened = matter.investigation;
  return opened !== undefined && opened.openedOn < report.arrivedOn;
}

function isEarlier(a: ReportState, b: ReportState): boolean {
  return a.receivedAt === b.receivedAt ? a.seq < b.seq : a.receivedAt < b.receivedAt;
}

/** Reports of concern about the child in the twelve months before this one, in any matter. */
function reportsInTwelveMonths({ report, state, env }: AktInput): Value {
  const from = addMonths(report.arrivedOn, -env.settings.knownWithinMonths);
  return Object.values(state.matters)
    .flatMap((matter) => matter.reports)
    .filter(
      (other) => isReportOfConcern(other) && other.arrivedOn >= from && isEarlier(other, report),
    ).length;
}

function protectionTiming({ report }: AktInput): Value {
  if (report.protection === undefined) return notAsked;
  const days = daysBetween(report.arrivedOn, report.protection.assessedOn);
  if (days <= 0) return "same-day";
  return days === 1 ? "next-day" : "later";
}

function protectionAssessedAt({ report }: AktInput): Value {
  return report.protection === undefined ? notAsked : stockholmLocal(report.protection.assessedAt);
}

/** What was noted in the preliminary assessment of this report: up to the day it was decided. */
function preliminaryOf({ report, matter }: AktInput): readonly PreliminaryState[] {
  return matter.preliminary.filter((note) =>
    note.report === undefined
      ? note.on >= report.arrivedOn &&
        (report.outcomeOn === undefined || note.on <= report.outcomeOn)
      : note.report === report.report,
  );
}

/** What was done about a meeting with the reporter before the report was decided. */
function meetingsOf({ report, matter }: AktInput): readonly ActState[] {
  return actsOfReport(matter, report, "report-meeting").filter(
    (act) => report.outcomeOn === undefined || act.on <= report.outcomeOn,
  );
}

/** By notes and by the meeting with the reporter, in the order they came. */
function participation(input: AktInput): Value {
  const noted = preliminaryOf(input).map((note) => [note.on, note.childParticipation] as const);
  const met = meetingsOf(input).map(
    (act) => [act.on, textOf(act.coded["childParticipation"])] as const,
  );
  const codes = [...noted, ...met].toSorted(byDay).map(([, code]) => code);
  return (
    bestParticipation(
      codes.filter((code) => code !== undefined),
      input.env,
    ) ?? notAsked
  );
}

function byDay([a]: readonly [PlainDate, ...unknown[]], [b]: readonly [PlainDate, ...unknown[]]) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The reason is a question only where the child did not take part. */
function notTakenPart(input: AktInput): Value {
  const part = participation(input);
  return typeof part === "string" && input.env.tookPart.has(part) ? notRelevant : part;
}

/** Heard once is heard; else what was noted last. */
function guardianHeard(input: AktInput, guardian: string): Value {
  const answers = preliminaryOf(input)
    .flatMap((note) => note.guardiansHeard)
    .filter((item) => item["guardian"] === guardian)
    .map((item) => answered(item["heard"]));
  return answers.find((answer) => answer === "yes") ?? answers.at(-1) ?? notAsked;
}

function daysToDecision({ report }: AktInput): Value {
  if (report.outcomeOn === undefined) return notAsked;
  return Math.max(0, daysBetween(report.arrivedOn, report.outcomeOn));
}

function extensionReason({ report }: AktInput): Value {
  if (report.extendedUntil === undefined) return notRelevant;
  return answered(report.extensionReason);
}

function notOpenReason({ report }: AktInput): Value {
  if (report.outcome === "not-open") return answered(report.outcomeCoded?.["notOpenReason"]);
  return report.outcome === undefined ? notAsked : notRelevant;
}

/** What became of the meeting with the reporter; decided without a word of one, none was offered. */
function reportMeeting(input: AktInput): Value {
  const noted = preliminaryOf(input).map((note) => note.reportMeeting);
  const done = meetingsOf(input).map((act) => textOf(act.coded["reportMeeting"]));
  const said = [...noted, ...done].findLast((code) => code !== undefined);
  return said ?? (input.report.outcome === undefined ? notAsked : "not-offered");
}

/** Feedback to the reporter: what was done last, else whether it was asked for. */
function feedback({ report, matter }: AktInput): Value {
  const acts = actsOfReport(matter, report, "feedback");
  if (acts.some((act) => feedbackCode(act.kind, act.coded["feedback"]) === "given")) return "given";
  const last = acts.at(-1);
  if (last !== undefined) return feedbackCode(last.kind, last.coded["feedback"]);
  if (!isReportOfConcern(report)) return notRelevant;
  const wanted = truthOf(report.coded["wantsFeedback"]);
  if (wanted === undefined) return notAsked;
  return wanted ? "requested" : "not-requested";
}

const feedbackCodes: Readonly<Record<string, string>> = {
  "feedback.given": "given",
  "feedback.refused": "unsuitable",
  "feedback.requested": "requested",
};

function feedbackCode(kind: string, said: Parameters<typeof answered>[0]): Value {
  return textOf(said) ?? feedbackCodes[kind] ?? notAsked;
}

function feedbackOn(input: AktInput): Value {
  const value = feedback(input);
  if (isMissing(value)) return value;
  const given = actsOfReport(input.matter, input.report, "feedback").findLast(
    (act) => feedbackCode(act.kind, act.coded["feedback"]) === "given",
  );
  return given?.on ?? notRelevant;
}

/** The stand taken on a report to the police; without a suspicion of violence it is not applicable. */
function policeReport({ report, matter, env }: AktInput): Value {
  const results = actsOfReport(matter, report, "police-report").map((act) =>
    answered(act.coded["policeReport"]),
  );
  const made = results.find((result) => result === "made");
  const last = made ?? results.at(-1);
  if (last !== undefined) return last;
  if (speaksOfNoViolence(report, env)) return "not-applicable";
  return isReportOfConcern(report) ? notAsked : notRelevant;
}
