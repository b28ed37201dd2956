import type { communicateBasis } from "../../src/contract/basis/communicate-basis.ts";
import type { fixBasis } from "../../src/contract/basis/fix-basis.ts";
import type { recordAnswer } from "../../src/contract/basis/record-answer.ts";
import type { listComments, meetComment, writeComment } from "../../src/contract/basis/comments.ts";
import type { reviewBasis } from "../../src/contract/basis/review-basis.ts";
import type { signBasis } from "../../src/contract/basis/sign-basis.ts";
import type { makeDecision } from "../../src/contract/decision/make-decision.ts";
import type { notifyDecision } from "../../src/contract/decision/notify-decision.ts";
import type { recordAppeal } from "../../src/contract/decision/record-appeal.ts";
import type { discardDraft } from "../../src/contract/drafts/discard-draft.ts";
import type { followDraft } from "../../src/contract/drafts/follow-draft.ts";
import type { listPast } from "../../src/contract/drafts/list-past.ts";
import type { openDraft } from "../../src/contract/drafts/open-draft.ts";
import type { readDraft } from "../../src/contract/drafts/read-draft.ts";
import type { saveDraft } from "../../src/contract/drafts/save-draft.ts";
import type { decideFollowUp23 } from "../../src/contract/follow-up-23/decide-follow-up.ts";
import type { endFollowUp23 } from "../../src/contract/follow-up-23/end-follow-up.ts";
import type { contactFollowUp23 } from "../../src/contract/follow-up-23/note-contact.ts";
import type { askVariables } from "../../src/contract/followup/ask-variables.ts";
import type { downloadExtract, makeExtract } from "../../src/contract/followup/download-extract.ts";
import type { downloadTable } from "../../src/contract/followup/download-table.ts";
import type { makeTable } from "../../src/contract/followup/make-table.ts";
import type { downloadCodebook } from "../../src/contract/followup/download-codebook.ts";
import type { openCell } from "../../src/contract/followup/open-cell.ts";
import type { readRelease, releaseTable } from "../../src/contract/followup/release-table.ts";
import type { readFill } from "../../src/contract/followup/read-fill.ts";
import type { readIndicator, readOverview } from "../../src/contract/followup/indicators.ts";
import type { listReports, printReport, readReport } from "../../src/contract/followup/report.ts";
import type { readCatalogue } from "../../src/contract/followup/read-catalogue.ts";
import type { assessProtection } from "../../src/contract/intake/assess-protection.ts";
import type { extendPreliminary } from "../../src/contract/intake/extend-preliminary.ts";
import type { linkReport } from "../../src/contract/intake/link-report.ts";
import type { notOpenInvestigation } from "../../src/contract/intake/not-open-investigation.ts";
import type { notePreliminary } from "../../src/contract/intake/note-preliminary.ts";
import type { openInvestigation } from "../../src/contract/intake/open-investigation.ts";
import type { receiveApplication } from "../../src/contract/intake/receive-application.ts";
import type { receiveReport } from "../../src/contract/intake/receive-report.ts";
import type { closeInvestigation } from "../../src/contract/investigation/close-investigation.ts";
import type { extendInvestigation } from "../../src/contract/investigation/extend-time.ts";
import type { makePlan } from "../../src/contract/investigation/make-plan.ts";
import type { revisePlan } from "../../src/contract/investigation/revise-plan.ts";
import type { giveConsent } from "../../src/contract/matter/give-consent.ts";
import type { endConsent } from "../../src/contract/matter/withdraw-consent.ts";
import type { scoreInstrument } from "../../src/contract/investigation/score-instrument.ts";
import type { informParty } from "../../src/contract/investigation/inform-party.ts";
import type { postponeInforming } from "../../src/contract/investigation/postpone-informing.ts";
import type { listLetters } from "../../src/contract/letters/list-letters.ts";
import type { makeLetter } from "../../src/contract/letters/make-letter.ts";
import type { previewLetter } from "../../src/contract/letters/preview-letter.ts";
import type { recordLetterAnswer } from "../../src/contract/letters/record-letter-answer.ts";
import type { sendLetter } from "../../src/contract/letters/send-letter.ts";
import type { handBack } from "../../src/contract/matter/hand-back.ts";
import type { handOver } from "../../src/contract/matter/hand-over.ts";
import type { endAbsence } from "../../src/contract/staffing/end-absence.ts";
import type { endDuty } from "../../src/contract/staffing/end-duty.ts";
import type { readStaffing } from "../../src/contract/staffing/read-staffing.ts";
import type { setAbsence } from "../../src/contract/staffing/set-absence.ts";
import type { setDuty } from "../../src/contract/staffing/set-duty.ts";
import type { assignMatter } from "../../src/contract/matter/assign-matter.ts";
import type { closeMatter } from "../../src/contract/matter/close-matter.ts";
import type { recordAct } from "../../src/contract/matter/record-act.ts";
import type { endMeasure } from "../../src/contract/measure/end-measure.ts";
import type { followUpMeasure } from "../../src/contract/measure/follow-up-measure.ts";
import type { noteReportRead } from "../../src/contract/measure/note-report-read.ts";
import type { makeContactPlan } from "../../src/contract/measure/make-contact-plan.ts";
import type { makeImplementationPlan } from "../../src/contract/measure/make-implementation-plan.ts";
import type { orderMeasure } from "../../src/contract/measure/order-measure.ts";
import type { reviseContactPlan } from "../../src/contract/measure/revise-contact-plan.ts";
import type { reviseImplementationPlan } from "../../src/contract/measure/revise-implementation-plan.ts";
import type { startMeasure } from "../../src/contract/measure/start-measure.ts";
import type { withdrawConsent } from "../../src/contract/measure/withdraw-consent.ts";
import type { correctEntry } from "../../src/contract/record/correct-entry.ts";
import type { moveEntry } from "../../src/contract/record/move-entry.ts";
import type { readSealed } from "../../src/contract/record/read-sealed.ts";
import type { findDoubles, listDoubles } from "../../src/contract/persons/find-doubles.ts";
import type {
  joinPersons,
  mendNumber,
  partPersons,
} from "../../src/contract/persons/join-persons.ts";
import type { undoEntry } from "../../src/contract/record/undo-entry.ts";
import type { noteObjection } from "../../src/contract/record/note-objection.ts";
import type { signNote } from "../../src/contract/notes/sign-note.ts";
import type { signTalk } from "../../src/contract/notes/sign-talk.ts";
import type { listPhrases } from "../../src/contract/phrases/list-phrases.ts";
import type { removePhrase } from "../../src/contract/phrases/remove-phrase.ts";
import type { savePhrase } from "../../src/contract/phrases/save-phrase.ts";
import type { changePerson } from "../../src/contract/persons/change-person.ts";
import type { readPerson } from "../../src/contract/persons/read-person.ts";
import type { readProtection } from "../../src/contract/persons/read-protection.ts";
import type { registerPerson } from "../../src/contract/persons/register-person.ts";
import type { searchPersons } from "../../src/contract/persons/search-persons.ts";
import type { makePrint } from "../../src/contract/print/make-print.ts";
import type { listReceived } from "../../src/contract/received/list-received.ts";
import type { makeReceivedCopy } from "../../src/contract/received/make-copy.ts";
import type { readOriginal } from "../../src/contract/received/read-original.ts";
import type { receiveDocument } from "../../src/contract/received/receive-document.ts";
import type { listEarlier } from "../../src/contract/sources/list-earlier.ts";
import type { listSources } from "../../src/contract/sources/list-sources.ts";
import type { uploadFile } from "../../src/contract/received/upload-file.ts";
import type { printStory } from "../../src/contract/print/print-story.ts";
import type { readFile } from "../../src/contract/print/read-file.ts";
import type { makeBoard } from "../../src/contract/session/make-board.ts";
import type { makeDemoBoard } from "../../src/contract/session/make-demo-board.ts";
import type { readCopyKey } from "../../src/contract/session/read-copy-key.ts";
import type { readMe } from "../../src/contract/session/read-me.ts";
import type { readSetup } from "../../src/contract/session/read-setup.ts";
import type { signIn } from "../../src/contract/session/sign-in.ts";
import type { changePassword } from "../../src/contract/session/change-password.ts";
import type { signOut } from "../../src/contract/session/sign-out.ts";
import type { listStaff } from "../../src/contract/spec/list-staff.ts";
import type { readSpec } from "../../src/contract/spec/read-spec.ts";
import type { childPage } from "../../src/contract/views/child-page.ts";
import type {
  chronology,
  chronologyEntry,
  chronologyShape,
} from "../../src/contract/views/chronology.ts";
import type { findText } from "../../src/contract/views/find-text.ts";
import type { handover } from "../../src/contract/views/handover.ts";
import type { myDay } from "../../src/contract/views/my-day.ts";
import type { myGaps } from "../../src/contract/views/my-gaps.ts";
import type { network } from "../../src/contract/views/network.ts";
import type { occasions } from "../../src/contract/views/occasions.ts";
import type { glassOffer } from "../../src/contract/glass/glass-offer.ts";
import type { listGlass } from "../../src/contract/glass/list-glass.ts";
import type { openGlass } from "../../src/contract/glass/open-glass.ts";
import type { reviewGlass } from "../../src/contract/glass/review-glass.ts";
import type {
  judgeRow,
  signReview,
  startReview,
} from "../../src/contract/log-review/change-review.ts";
import type { listReviews } from "../../src/contract/log-review/list-reviews.ts";
import type { readReview } from "../../src/contract/log-review/read-review.ts";
import type { printAccesses } from "../../src/contract/print/print-accesses.ts";
import type { accesses } from "../../src/contract/views/accesses.ts";
import type { siblings } from "../../src/contract/views/siblings.ts";
import type { unitClocks } from "../../src/contract/views/unit-clocks.ts";
import type { unitPlan } from "../../src/contract/views/unit-plan.ts";
import { accountEndpoints } from "./account-endpoints.ts";
import { get, post } from "./endpoint.ts";
import { officeEndpoints } from "./office-endpoints.ts";

/** Every route of the contract by name; the schemas stay on the server, only their types come along. */
export const endpoints = {
  communicateBasis: post<typeof communicateBasis>("/api/v1/basis/communicate-basis"),
  fixBasis: post<typeof fixBasis>("/api/v1/basis/fix-basis"),
  recordAnswer: post<typeof recordAnswer>("/api/v1/basis/record-answer"),
  reviewBasis: post<typeof reviewBasis>("/api/v1/basis/review-basis"),
  listComments: get<typeof listComments>("/api/v1/akt/:akt/matter/:matter/comments"),
  writeComment: post<typeof writeComment>("/api/v1/basis/write-comment"),
  meetComment: post<typeof meetComment>("/api/v1/basis/meet-comment"),
  signBasis: post<typeof signBasis>("/api/v1/basis/sign-basis"),
  makeDecision: post<typeof makeDecision>("/api/v1/decision/make-decision"),
  notifyDecision: post<typeof notifyDecision>("/api/v1/decision/notify-decision"),
  recordAppeal: post<typeof recordAppeal>("/api/v1/decision/record-appeal"),
  discardDraft: post<typeof discardDraft>("/api/v1/drafts/discard-draft"),
  followDraft: post<typeof followDraft>("/api/v1/drafts/follow-draft"),
  listPast: post<typeof listPast>("/api/v1/drafts/list-past"),
  openDraft: post<typeof openDraft>("/api/v1/drafts/open-draft"),
  readDraft: get<typeof readDraft>("/api/v1/drafts/:draft"),
  saveDraft: post<typeof saveDraft>("/api/v1/drafts/save-draft"),
  decideFollowUp23: post<typeof decideFollowUp23>("/api/v1/follow-up-23/decide-follow-up"),
  endFollowUp23: post<typeof endFollowUp23>("/api/v1/follow-up-23/end-follow-up"),
  contactFollowUp23: post<typeof contactFollowUp23>("/api/v1/follow-up-23/note-contact"),
  makeTable: post<typeof makeTable>("/api/v1/followup/make-table"),
  downloadTable: get<typeof downloadTable>("/api/v1/followup/table-file"),
  downloadCodebook: get<typeof downloadCodebook>("/api/v1/followup/codebook"),
  makeExtract: post<typeof makeExtract>("/api/v1/followup/make-extract"),
  downloadExtract: get<typeof downloadExtract>("/api/v1/followup/extract/:extract/file"),
  openCell: post<typeof openCell>("/api/v1/followup/open-cell"),
  releaseTable: post<typeof releaseTable>("/api/v1/followup/release-table"),
  readRelease: get<typeof readRelease>("/api/v1/followup/releases/:release"),
  askVariables: post<typeof askVariables>("/api/v1/followup/ask-variables"),
  readCatalogue: get<typeof readCatalogue>("/api/v1/followup/catalogue"),
  readFill: get<typeof readFill>("/api/v1/followup/fill"),
  readOverview: get<typeof readOverview>("/api/v1/followup/overview"),
  readIndicator: get<typeof readIndicator>("/api/v1/followup/indicator/:id"),
  listReports: get<typeof listReports>("/api/v1/followup/reports"),
  readReport: get<typeof readReport>("/api/v1/followup/report/:name"),
  printReport: get<typeof printReport>("/api/v1/followup/report/:name/report.pdf"),
  assessProtection: post<typeof assessProtection>("/api/v1/intake/assess-protection"),
  extendPreliminary: post<typeof extendPreliminary>("/api/v1/intake/extend-preliminary"),
  linkReport: post<typeof linkReport>("/api/v1/intake/link-report"),
  notOpenInvestigation: post<typeof notOpenInvestigation>("/api/v1/intake/not-open-investigation"),
  notePreliminary: post<typeof notePreliminary>("/api/v1/intake/note-preliminary"),
  openInvestigation: post<typeof openInvestigation>("/api/v1/intake/open-investigation"),
  receiveApplication: post<typeof receiveApplication>("/api/v1/intake/receive-application"),
  receiveReport: post<typeof receiveReport>("/api/v1/intake/receive-report"),
  closeInvestigation: post<typeof closeInvestigation>("/api/v1/investigation/close-investigation"),
  extendInvestigation: post<typeof extendInvestigation>("/api/v1/investigation/extend-time"),
  makePlan: post<typeof makePlan>("/api/v1/investigation/make-plan"),
  revisePlan: post<typeof revisePlan>("/api/v1/investigation/revise-plan"),
  giveConsent: post<typeof giveConsent>("/api/v1/matter/give-consent"),
  endConsent: post<typeof endConsent>("/api/v1/matter/withdraw-consent"),
  scoreInstrument: post<typeof scoreInstrument>("/api/v1/investigation/score-instrument"),
  informParty: post<typeof informParty>("/api/v1/investigation/inform-party"),
  postponeInforming: post<typeof postponeInforming>("/api/v1/investigation/postpone-informing"),
  listLetters: get<typeof listLetters>("/api/v1/akt/:akt/letters"),
  makeLetter: post<typeof makeLetter>("/api/v1/letters/make-letter"),
  previewLetter: post<typeof previewLetter>("/api/v1/letters/preview-letter"),
  recordLetterAnswer: post<typeof recordLetterAnswer>("/api/v1/letters/record-letter-answer"),
  sendLetter: post<typeof sendLetter>("/api/v1/letters/send-letter"),
  assignMatter: post<typeof assignMatter>("/api/v1/matter/assign-matter"),
  handOver: post<typeof handOver>("/api/v1/matter/hand-over"),
  handBack: post<typeof handBack>("/api/v1/matter/hand-back"),
  closeMatter: post<typeof closeMatter>("/api/v1/matter/close-matter"),
  recordAct: post<typeof recordAct>("/api/v1/matter/record-act"),
  correctEntry: post<typeof correctEntry>("/api/v1/record/correct-entry"),
  moveEntry: post<typeof moveEntry>("/api/v1/record/move-entry"),
  readSealed: get<typeof readSealed>("/api/v1/akt/:akt/chronology/:seq/sealed"),
  findDoubles: post<typeof findDoubles>("/api/v1/persons/find-doubles"),
  listDoubles: get<typeof listDoubles>("/api/v1/persons/:person/doubles"),
  joinPersons: post<typeof joinPersons>("/api/v1/persons/join-persons"),
  partPersons: post<typeof partPersons>("/api/v1/persons/part-persons"),
  mendNumber: post<typeof mendNumber>("/api/v1/persons/mend-number"),
  undoEntry: post<typeof undoEntry>("/api/v1/record/undo-entry"),
  noteObjection: post<typeof noteObjection>("/api/v1/record/note-objection"),
  orderMeasure: post<typeof orderMeasure>("/api/v1/measure/order-measure"),
  startMeasure: post<typeof startMeasure>("/api/v1/measure/start-measure"),
  makeImplementationPlan: post<typeof makeImplementationPlan>(
    "/api/v1/measure/make-implementation-plan",
  ),
  reviseImplementationPlan: post<typeof reviseImplementationPlan>(
    "/api/v1/measure/revise-implementation-plan",
  ),
  makeContactPlan: post<typeof makeContactPlan>("/api/v1/measure/make-contact-plan"),
  reviseContactPlan: post<typeof reviseContactPlan>("/api/v1/measure/revise-contact-plan"),
  followUpMeasure: post<typeof followUpMeasure>("/api/v1/measure/follow-up-measure"),
  withdrawConsent: post<typeof withdrawConsent>("/api/v1/measure/withdraw-consent"),
  noteReportRead: post<typeof noteReportRead>("/api/v1/measure/note-report-read"),
  endMeasure: post<typeof endMeasure>("/api/v1/measure/end-measure"),
  signNote: post<typeof signNote>("/api/v1/notes/sign-note"),
  signTalk: post<typeof signTalk>("/api/v1/notes/sign-talk"),
  changePerson: post<typeof changePerson>("/api/v1/persons/change-person"),
  readPerson: get<typeof readPerson>("/api/v1/persons/:person"),
  readProtection: get<typeof readProtection>("/api/v1/persons/:person/protection"),
  registerPerson: post<typeof registerPerson>("/api/v1/persons/register-person"),
  searchPersons: post<typeof searchPersons>("/api/v1/persons/search-persons"),
  makePrint: post<typeof makePrint>("/api/v1/print/make-print"),
  printStory: get<typeof printStory>("/api/v1/akt/:akt/story-print"),
  uploadFile: post<typeof uploadFile>("/api/v1/received/upload-file"),
  receiveDocument: post<typeof receiveDocument>("/api/v1/received/receive-document"),
  listSources: get<typeof listSources>("/api/v1/akt/:akt/matter/:matter/sources"),
  listEarlier: get<typeof listEarlier>("/api/v1/akt/:akt/matter/:matter/earlier/:document"),
  listReceived: get<typeof listReceived>("/api/v1/akt/:akt/received"),
  makeReceivedCopy: post<typeof makeReceivedCopy>("/api/v1/received/make-copy"),
  readOriginal: get<typeof readOriginal>("/api/v1/received/:file"),
  readFile: get<typeof readFile>("/api/v1/files/:file"),
  makeBoard: post<typeof makeBoard>("/api/v1/setup/make-board"),
  makeDemoBoard: post<typeof makeDemoBoard>("/api/v1/setup/make-demo-board"),
  readCopyKey: get<typeof readCopyKey>("/api/v1/session/copy-key"),
  readMe: get<typeof readMe>("/api/v1/session/me"),
  readSetup: get<typeof readSetup>("/api/v1/setup"),
  signIn: post<typeof signIn>("/api/v1/session/sign-in"),
  changePassword: post<typeof changePassword>("/api/v1/session/change-password"),
  ...accountEndpoints,
  signOut: post<typeof signOut>("/api/v1/session/sign-out"),
  readStaffing: get<typeof readStaffing>("/api/v1/staffing"),
  setAbsence: post<typeof setAbsence>("/api/v1/staffing/set-absence"),
  endAbsence: post<typeof endAbsence>("/api/v1/staffing/end-absence"),
  setDuty: post<typeof setDuty>("/api/v1/staffing/set-duty"),
  endDuty: post<typeof endDuty>("/api/v1/staffing/end-duty"),
  listStaff: get<typeof listStaff>("/api/v1/staff"),
  listPhrases: get<typeof listPhrases>("/api/v1/phrases"),
  savePhrase: post<typeof savePhrase>("/api/v1/phrases/save-phrase"),
  removePhrase: post<typeof removePhrase>("/api/v1/phrases/remove-phrase"),
  readSpec: get<typeof readSpec>("/api/v1/spec/:digest"),
  childPage: get<typeof childPage>("/api/v1/akt/:akt"),
  chronology: get<typeof chronology>("/api/v1/akt/:akt/chronology"),
  chronologyEntry: get<typeof chronologyEntry>("/api/v1/akt/:akt/chronology/:seq"),
  findText: post<typeof findText>("/api/v1/views/find-text"),
  chronologyShape: get<typeof chronologyShape>("/api/v1/akt/:akt/chronology-shape"),
  handover: get<typeof handover>("/api/v1/akt/:akt/matter/:matter/handover"),
  myDay: get<typeof myDay>("/api/v1/my-day"),
  myGaps: get<typeof myGaps>("/api/v1/my-gaps"),
  network: get<typeof network>("/api/v1/akt/:akt/network"),
  occasions: get<typeof occasions>("/api/v1/akt/:akt/matter/:matter/occasions"),
  printAccesses: get<typeof printAccesses>("/api/v1/akt/:akt/access-extract"),
  listReviews: get<typeof listReviews>("/api/v1/log-review"),
  readReview: get<typeof readReview>("/api/v1/log-review/:review"),
  startReview: post<typeof startReview>("/api/v1/log-review/start-review"),
  judgeRow: post<typeof judgeRow>("/api/v1/log-review/judge-row"),
  signReview: post<typeof signReview>("/api/v1/log-review/sign-review"),
  glassOffer: get<typeof glassOffer>("/api/v1/glass/offer"),
  listGlass: get<typeof listGlass>("/api/v1/glass"),
  openGlass: post<typeof openGlass>("/api/v1/glass/open-glass"),
  reviewGlass: post<typeof reviewGlass>("/api/v1/glass/review-glass"),
  accesses: get<typeof accesses>("/api/v1/akt/:akt/accesses"),
  siblings: get<typeof siblings>("/api/v1/akt/:akt/siblings"),
  unitClocks: get<typeof unitClocks>("/api/v1/unit"),
  unitPlan: get<typeof unitPlan>("/api/v1/unit/plan"),
  ...officeEndpoints,
} as const;
