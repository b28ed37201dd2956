import { noticeFacts } from "./notice-facts.ts";
import type { ExpressionSchema, ExprType, FactValue } from "../kernel/expression/types.ts";
import {
  appealabilities,
  decisionTypes,
  investigationResults,
  levels,
  placementForms,
  reporterClasses,
  reportKinds,
} from "./fact-codes.ts";
import { measureGuardFacts } from "./measure-guard-facts.ts";

/** One name that conditions of the law may ask about. */
interface FactEntry {
  readonly type: ExprType;
  readonly codelist?: readonly string[];
  readonly about: string;
}

/**
 * The dictionary of guard conditions: what the domain tells about a command, the one who gives it,
 * the child and the matter. A name that is left out counts as missing. `has...` is yes where the
 * text or choice is there and not empty. The days of the clocks are those before the command.
 */
export const guardFacts = {
  "actor.qualified": { type: "yesno", about: "the one who acts has the degree the act demands" },
  "actor.role": { type: "code", about: "role of the one who acts" },
  "application.on": { type: "date", about: "decision.demand: the day of the first application" },
  "basis.hasBestInterests": {
    type: "yesno",
    about: "the basis says how best interests were judged",
  },
  "basis.hasChildView": { type: "yesno", about: "the basis holds the child's view" },
  "basis.signed": { type: "yesno", about: "the decision basis is final" },
  "child.birthDate": { type: "date", about: "birth date, as known on the day" },
  "child.metOrReason": {
    type: "yesno",
    about: "the child's participation in the investigation is on record, or the reason why not",
  },
  "command.after": {
    type: "code",
    codelist: ["investigation", "placement"],
    about: "follow-up-23.decide: what the follow-up comes after; investigation where left out",
  },
  "command.alone": { type: "yesno", about: "talk.sign: without a guardian present" },
  "command.answerBy": { type: "date", about: "basis.communicate: last day to answer" },
  "command.childAppliesAlone": {
    type: "yesno",
    about: "application.receive: the child is the only applicant",
  },
  "command.childAsks": {
    type: "yesno",
    about: "decision.make: the child itself asked for the measure",
  },
  "command.childConsents": { type: "yesno", about: "decision.make: the child consents" },
  "command.favourable": { type: "yesno", about: "decision.make: grants something" },
  "command.guardianConsent": { type: "yesno", about: "talk.sign: the guardian agreed to the talk" },
  "command.guardiansAllConsent": {
    type: "yesno",
    about: "decision.make: every guardian consents or has had the consent replaced by a decision",
  },
  "command.guardiansConsenting": {
    type: "integer",
    about: "decision.make: how many guardians consent",
  },
  "command.hasAppealInformation": { type: "yesno", about: "decision.notify: told how to appeal" },
  "command.hasContent": { type: "yesno", about: "report.receive: what the report says is written" },
  "command.hasDecider": { type: "yesno", about: "decision.make: who decides is stated" },
  "command.hasLegalBasis": { type: "yesno", about: "decision.make: at least one provision" },
  "command.hasReasons": { type: "yesno", about: "the reasons of the act are written" },
  "command.hasRisk": { type: "yesno", about: "investigation.not-open: the judged risk is written" },
  "command.hasSpecialReasons": {
    type: "yesno",
    about: "decision.make: special reasons are written",
  },
  "command.hasWording": { type: "yesno", about: "decision.make: what is decided is written" },
  "command.investigatorQualified": {
    type: "yesno",
    about: "the investigator named has the degree; left out where nobody is named",
  },
  "command.isTransfer": {
    type: "yesno",
    about: "investigation.close: another municipality takes over",
  },
  "command.isWrittenOff": {
    type: "yesno",
    about: "investigation.close: struck off without a decision",
  },
  "command.kind": { type: "code", codelist: reportKinds, about: "report.receive: kind of arrival" },
  "command.lateArrival": {
    type: "yesno",
    about: "protection.assess: the report came late in the day",
  },
  "command.level": { type: "code", codelist: levels, about: "decision.make: who decides" },
  "command.on": { type: "date", about: "the day of the act; set by evaluateGuards" },
  "command.outcome": { type: "code", about: "outcome chosen" },
  "command.placementForm": {
    type: "code",
    codelist: placementForms,
    about: "decision.make: form of placement",
  },
  "command.reason": { type: "code", about: "extension: the code of the reason" },
  "command.receivedOn": { type: "date", about: "decision.notify: the day the party got it" },
  "command.reporterAnonymous": { type: "yesno", about: "report.receive: anonymous" },
  "command.reporterClass": {
    type: "code",
    codelist: reporterClasses,
    about: "report.receive: duty class of the reporter",
  },
  "command.type": {
    type: "code",
    codelist: decisionTypes,
    about: "decision.make: type of decision",
  },
  "command.until": { type: "date", about: "extension: the new end day" },
  "command.violenceConfirmed": {
    type: "yesno",
    about: "investigation.not-open: confirmed in spite of a violence mark",
  },
  "command.withChild": { type: "yesno", about: "talk.sign: the child took part" },
  "command.withConsent": { type: "yesno", about: "consultation.request: the family consents" },
  "command.withoutConsent": { type: "yesno", about: "follow-up-23.decide: without consent" },
  "communication.allAnsweredOrExpired": {
    type: "yesno",
    about: "every party has answered or declined, or its time to answer has ended before the day",
  },
  "communication.allDone": { type: "yesno", about: "every party has been given the basis" },
  "communication.exception": {
    type: "yesno",
    about: "an exception from communication is reasoned",
  },
  "decision.appealable": {
    type: "code",
    codelist: appealabilities,
    about: "decision.notify: of the decision notified",
  },
  "decision.made": { type: "yesno", about: "the investigation has a decision" },
  "decision.on": { type: "date", about: "decision.notify: day of the decision" },
  "followUp23.open": { type: "yesno", about: "a follow-up of the child's situation is running" },
  "guardians.count": { type: "integer", about: "guardians of the child on the day" },
  "decision.demanded": {
    type: "yesno",
    about: "decision.demand: the party has demanded a decision before",
  },
  "investigation.endsOn": {
    type: "date",
    about: "nominal end of the running time, extended or not",
  },
  "investigation.extensions": { type: "integer", about: "extensions so far" },
  "investigation.firstEndsOn": { type: "date", about: "nominal end before any extension" },
  "investigation.informedOrReason": {
    type: "yesno",
    about: "those concerned were told of the investigation, or a reason to wait is noted",
  },
  "investigation.latestOn": { type: "date", about: "legally last day of the running time" },
  "investigation.measureGranted": { type: "yesno", about: "the investigation granted a measure" },
  "investigation.open": { type: "yesno", about: "an investigation of the child is running" },
  "investigation.previousClosedOn": {
    type: "date",
    about: "when the last investigation of the child closed",
  },
  "matter.violence": {
    type: "yesno",
    about: "a report of the matter is marked with violence that may be a crime against the child",
  },
  ...measureGuardFacts,
  "placement.form": {
    type: "code",
    codelist: placementForms,
    about: "form of the placement that ended",
  },
  "police.considered": {
    type: "yesno",
    about: "it is on record whether the police were told, and why",
  },
  "preliminary.childTookPart": {
    type: "yesno",
    about: "the child took part in the preliminary phase",
  },
  "preliminary.endsOn": { type: "date", about: "nominal end of the running 14 days or extension" },
  "preliminary.hasParticipationReason": { type: "yesno", about: "why the child did not take part" },
  "preliminary.latestOn": { type: "date", about: "legally last day of the preliminary assessment" },
  "preliminary.reportMeeting": {
    type: "code",
    about: "what became of the meeting with the reporter",
  },
  "protection.assessed": {
    type: "yesno",
    about: "the report's protection assessment is documented",
  },
  "record.signed": { type: "yesno", about: "record.delete, record.change: the record is signed" },
  "report.arrivedOn": { type: "date", about: "the day the report really came, not the deemed day" },
  "report.decided": { type: "yesno", about: "opened, not opened or linked" },
  "report.kind": { type: "code", codelist: reportKinds, about: "kind of arrival" },
  "report.reporterClass": {
    type: "code",
    codelist: reporterClasses,
    about: "duty class of the reporter",
  },
  "report.violence": { type: "yesno", about: "marked with any kind of violence" },
  "transfer.agreed": { type: "yesno", about: "the other municipality has agreed to take over" },
  ...noticeFacts,
} as const satisfies Readonly<Record<string, FactEntry>>;

export type GuardFactName = keyof typeof guardFacts;

/** What is known when a guard is asked; a name left out is missing. */
export type GuardFacts = Readonly<Partial<Record<GuardFactName, FactValue | undefined>>>;

/** The dictionary as the expression checker reads it. */
export const guardFactsSchema: ExpressionSchema = { fields: guardFacts };

/**
 * The dictionary of deadline conditions. `start`, `fact` and `met` are the data of the fact that
 * starts, is tried or has met the clock; `report` those of the report the start concerns; `first`
 * the day of the first fact of a name that is linked to the start by the rule's `per`.
 */
export const clockFacts = {
  "start.on": { type: "date", about: "the day of the start fact" },
  "start.kind": { type: "code", codelist: reportKinds, about: "kind of arrival" },
  "start.lateArrival": { type: "yesno", about: "the report came late in the day" },
  "start.type": { type: "code", codelist: decisionTypes, about: "type of the decision" },
  "start.favourable": { type: "yesno", about: "the decision grants something" },
  "start.continues": { type: "yesno", about: "the decision prolongs a measure that is running" },
  "start.appealable": { type: "yesno", about: "the decision can be appealed" },
  "start.body": { type: "code", about: "consultation.requested: which kind of body was asked" },
  "start.disclosureKind": { type: "code", about: "disclosure.requested: what is asked for" },
  "start.disclosure": { type: "code", about: "disclosure.*: which request" },
  "fact.disclosure": { type: "code", about: "disclosure.*: which request" },
  "fact.outcome": { type: "code", about: "disclosure.decided: what is disclosed" },
  "start.providerReport": { type: "code", about: "provider-report.*: which report" },
  "fact.providerReport": { type: "code", about: "provider-report.*: which report" },
  "start.incident": { type: "code", about: "incident.reported: what is reported" },
  "fact.body": { type: "code", about: "consultation.answered: which kind of body answered" },
  "fact.incident": { type: "code", about: "incident.reported: what is reported" },
  "report.reporterClass": {
    type: "code",
    codelist: reporterClasses,
    about: "class of the reporter",
  },
  "report.wantsFeedback": {
    type: "yesno",
    about: "the reporter asked for feedback when reporting",
  },
  "fact.type": { type: "code", codelist: decisionTypes, about: "type of the decision tried" },
  "fact.after": {
    type: "code",
    codelist: ["investigation", "placement"],
    about: "what a follow-up comes after",
  },
  "fact.result": {
    type: "code",
    codelist: investigationResults,
    about: "result of the investigation that closed",
  },
  "met.lateArrival": { type: "yesno", about: "the assessment marks the report as late in the day" },
  "investigation.openAtStart": {
    type: "yesno",
    about: "an investigation of the child was open when the clock started",
  },
  "first.feedback.requested": { type: "date", about: "first request for feedback" },
  "first.investigation.opened": { type: "date", about: "decision to open on the report" },
  "first.investigation.not-opened": { type: "date", about: "decision not to open on the report" },
  "first.report.linked": { type: "date", about: "report added to a running investigation" },
} as const satisfies Readonly<Record<string, FactEntry>>;

/** The dictionary as the expression checker reads it. */
export const clockFactsSchema: ExpressionSchema = { fields: clockFacts };
