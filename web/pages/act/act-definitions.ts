import { definitions } from "../../../src/domain/definitions.ts";
import type { Endpoint } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import type { assessProtection } from "../../../src/contract/intake/assess-protection.ts";

/** Every command on an akt is sent the same way: the routes differ in path only. */
export type AktEndpoint = Endpoint<typeof assessProtection>;

/** Which endpoint each command goes to. */
export const endpointOfCommand: Readonly<Record<string, AktEndpoint>> = {
  "protection.assess": endpoints.assessProtection,
  "preliminary.note": endpoints.notePreliminary,
  "preliminary.extend": endpoints.extendPreliminary,
  "investigation.open": endpoints.openInvestigation,
  "investigation.not-open": endpoints.notOpenInvestigation,
  "report.link": endpoints.linkReport,
  "consent.give": endpoints.giveConsent,
  "consent.withdraw": endpoints.endConsent,
  "instrument.score": endpoints.scoreInstrument,
  "plan.make": endpoints.makePlan,
  "plan.revise": endpoints.revisePlan,
  "party.inform": endpoints.informParty,
  "informing.postpone": endpoints.postponeInforming,
  "investigation.extend": endpoints.extendInvestigation,
  "investigation.close": endpoints.closeInvestigation,
  "basis.fix": endpoints.fixBasis,
  "basis.review": endpoints.reviewBasis,
  "basis.communicate": endpoints.communicateBasis,
  "party.answer": endpoints.recordAnswer,
  "basis.sign": endpoints.signBasis,
  "decision.make": endpoints.makeDecision,
  "decision.notify": endpoints.notifyDecision,
  "decision.appeal": endpoints.recordAppeal,
  "note.sign": endpoints.signNote,
  "talk.sign": endpoints.signTalk,
  "act.record": endpoints.recordAct,
  "matter.close": endpoints.closeMatter,
  "matter.assign": endpoints.assignMatter,
  "matter.hand-over": endpoints.handOver,
  "matter.hand-back": endpoints.handBack,
  "measure.order": endpoints.orderMeasure,
  "measure.start": endpoints.startMeasure,
  "implementation-plan.make": endpoints.makeImplementationPlan,
  "implementation-plan.revise": endpoints.reviseImplementationPlan,
  "contact-plan.make": endpoints.makeContactPlan,
  "contact-plan.revise": endpoints.reviseContactPlan,
  "measure.follow-up": endpoints.followUpMeasure,
  "measure.read-report": endpoints.noteReportRead,
  "measure.withdraw-consent": endpoints.withdrawConsent,
  "measure.end": endpoints.endMeasure,
  "follow-up-23.decide": endpoints.decideFollowUp23,
  "follow-up-23.contact": endpoints.contactFollowUp23,
  "follow-up-23.end": endpoints.endFollowUp23,
};

/** The form of a command: the document of the specification it is answered with. */
export function documentOfCommand(command: string): string | undefined {
  return definitions[command]?.document;
}

/** Whether a command is a decision, so that the page asks who decides. */
export function isDecision(command: string): boolean {
  return definitions[command]?.decides !== undefined;
}

/** The name of the new thing a command makes: it gets its id here, once. */
export const newIdOfCommand: Readonly<Record<string, string>> = {
  "investigation.open": "investigation",
  "decision.make": "decision",
  "act.record": "act",
  "measure.follow-up": "followUp",
  "consent.give": "consent",
  "instrument.score": "result",
};

/** Answers that are the same as the button that was pressed. */
export const impliedAnswers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "investigation.open": { outcome: "open" },
  "investigation.not-open": { outcome: "not-open" },
  "report.link": { outcome: "link" },
};

/** Fields the page asks for in its own way (who decides, who investigates), or that are implied. */
export const hiddenFields: readonly string[] = [
  "decider",
  "level",
  "presenter",
  "investigator",
  "coInvestigator",
  "outcomeOfOpening",
];
