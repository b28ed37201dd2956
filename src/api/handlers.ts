import { listCommentsHandler, meetCommentHandler, writeCommentHandler } from "./basis/comments.ts";
import { communicateBasis } from "../contract/basis/communicate-basis.ts";
import { fixBasis } from "../contract/basis/fix-basis.ts";
import { recordAnswer } from "../contract/basis/record-answer.ts";
import { reviewBasis } from "../contract/basis/review-basis.ts";
import { signBasis } from "../contract/basis/sign-basis.ts";
import { makeDecision } from "../contract/decision/make-decision.ts";
import { notifyDecision } from "../contract/decision/notify-decision.ts";
import { recordAppeal } from "../contract/decision/record-appeal.ts";
import { decideFollowUp23 } from "../contract/follow-up-23/decide-follow-up.ts";
import { endFollowUp23 } from "../contract/follow-up-23/end-follow-up.ts";
import { contactFollowUp23 } from "../contract/follow-up-23/note-contact.ts";
import { assessProtection } from "../contract/intake/assess-protection.ts";
import { extendPreliminary } from "../contract/intake/extend-preliminary.ts";
import { linkReport } from "../contract/intake/link-report.ts";
import { notOpenInvestigation } from "../contract/intake/not-open-investigation.ts";
import { notePreliminary } from "../contract/intake/note-preliminary.ts";
import { openInvestigation } from "../contract/intake/open-investigation.ts";
import { closeInvestigation } from "../contract/investigation/close-investigation.ts";
import { extendInvestigation } from "../contract/investigation/extend-time.ts";
import { makePlan } from "../contract/investigation/make-plan.ts";
import { revisePlan } from "../contract/investigation/revise-plan.ts";
import { giveConsent } from "../contract/matter/give-consent.ts";
import { endConsent } from "../contract/matter/withdraw-consent.ts";
import { scoreInstrument } from "../contract/investigation/score-instrument.ts";
import { informParty } from "../contract/investigation/inform-party.ts";
import { postponeInforming } from "../contract/investigation/postpone-informing.ts";
import { recordLetterAnswer } from "../contract/letters/record-letter-answer.ts";
import { sendLetter } from "../contract/letters/send-letter.ts";
import { handBack } from "../contract/matter/hand-back.ts";
import { handOver } from "../contract/matter/hand-over.ts";
import { assignMatter } from "../contract/matter/assign-matter.ts";
import { closeMatter } from "../contract/matter/close-matter.ts";
import { recordAct } from "../contract/matter/record-act.ts";
import { measureRoutes } from "../contract/measure/measure-routes.ts";
import { correctEntry } from "../contract/record/correct-entry.ts";
import { undoEntry } from "../contract/record/undo-entry.ts";
import {
  decideDisclosure,
  handOverDisclosure,
  noteRequest,
} from "../contract/disclosure/disclosure-routes.ts";
import {
  appointProvider,
  barAccess,
  endAppointment,
  endLoan,
  lendAccess,
  liftBar,
} from "../contract/reach/reach-routes.ts";
import { noteObjection } from "../contract/record/note-objection.ts";
import { signNote } from "../contract/notes/sign-note.ts";
import { signTalk } from "../contract/notes/sign-talk.ts";
import { aktCommandHandler } from "./command/akt-command.ts";
import { discardDraftHandler } from "./drafts/discard-draft.ts";
import { followDraftHandler } from "./drafts/follow-draft.ts";
import { listPastHandler } from "./drafts/list-past.ts";
import { openDraftHandler } from "./drafts/open-draft.ts";
import { readDraftHandler } from "./drafts/read-draft.ts";
import { saveDraftHandler } from "./drafts/save-draft.ts";
import { askVariablesHandler } from "./followup/ask-variables.ts";
import { downloadExtractHandler } from "./followup/download-extract.ts";
import { downloadTableHandler } from "./followup/download-table.ts";
import { makeExtractHandler } from "./followup/make-extract.ts";
import { makeTableHandler } from "./followup/make-table.ts";
import { downloadCodebookHandler } from "./followup/download-codebook.ts";
import { readCatalogueHandler } from "./followup/read-catalogue.ts";
import { readFillHandler } from "./followup/read-fill.ts";
import { readIndicatorHandler, readOverviewHandler } from "./followup/read-overview.ts";
import {
  listReportsHandler,
  printReportHandler,
  readReportHandler,
} from "./followup/read-report.ts";
import { openCellHandler } from "./followup/open-cell.ts";
import { readReleaseHandler, releaseTableHandler } from "./followup/release-table.ts";
import type { BoundHandler } from "./http/handler.ts";
import { receiveApplicationHandler } from "./intake/receive-application.ts";
import { receiveReportHandler } from "./intake/receive-report.ts";
import { listLettersHandler } from "./letters/list-letters.ts";
import { makeLetterHandler } from "./letters/make-letter.ts";
import { previewLetterHandler } from "./letters/preview-letter.ts";
import { listPhrasesHandler, removePhraseHandler, savePhraseHandler } from "./phrases/phrases.ts";
import { makePrintHandler } from "./print/make-print.ts";
import { printStoryHandler } from "./print/print-story.ts";
import { readFileHandler } from "./print/read-file.ts";
import { listReceivedHandler } from "./received/list-received.ts";
import { makeReceivedCopyHandler } from "./received/make-copy.ts";
import { readOriginalHandler } from "./received/read-original.ts";
import { receiveDocumentHandler } from "./received/receive-document.ts";
import { listEarlierHandler } from "./sources/list-earlier.ts";
import { listSourcesHandler } from "./sources/list-sources.ts";
import { uploadFileHandler } from "./received/upload-file.ts";
import { moveEntryHandler } from "./record/move-entry.ts";
import { readSealedHandler } from "./record/read-sealed.ts";
import { sessionHandlers } from "./session/session-handlers.ts";
import { accountHandlers } from "./accounts/account-handlers.ts";
import {
  endAbsenceHandler,
  endDutyHandler,
  setAbsenceHandler,
  setDutyHandler,
} from "./staffing/change-staffing.ts";
import {
  listIncidentsHandler,
  noteIncidentHandler,
  recordStepHandler,
} from "./incidents/incidents.ts";
import { retentionHandlers } from "./retention/retention-handlers.ts";
import { readStaffingHandler } from "./staffing/read-staffing.ts";
import { listStaffHandler } from "./spec/list-staff.ts";
import { readSpecHandler } from "./spec/read-spec.ts";
import {
  listDisclosuresHandler,
  makeDisclosureCopyHandler,
  readMaterialHandler,
} from "./disclosure/disclosures.ts";
import { listAssignmentsHandler, readAssignmentHandler } from "./assignments/read-assignments.ts";
import { writeReportHandler } from "./assignments/write-report.ts";
import { listOpenedHandler, readReachHandler } from "./reach/reach.ts";
import { childPageHandler } from "./views/child-page.ts";
import { findTextHandler } from "./views/find-text.ts";
import { chronologyEntryHandler } from "./views/chronology-entry.ts";
import { chronologyShapeHandler } from "./views/chronology-shape.ts";
import { chronologyHandler } from "./views/chronology.ts";
import { handoverHandler } from "./views/handover.ts";
import { myDayHandler } from "./views/my-day.ts";
import { myGapsHandler } from "./views/my-gaps.ts";
import { networkHandler } from "./views/network.ts";
import { occasionsHandler } from "./views/occasions.ts";
import { printAccessesHandler } from "./print/print-accesses.ts";
import { glassOfferHandler } from "./glass/glass-offer.ts";
import { listGlassHandler } from "./glass/list-glass.ts";
import { openGlassHandler } from "./glass/open-glass.ts";
import { reviewGlassHandler } from "./glass/review-glass.ts";
import { judgeRowHandler, signReviewHandler } from "./log-review/judge-review.ts";
import { listReviewsHandler } from "./log-review/list-reviews.ts";
import { readReviewHandler } from "./log-review/read-review.ts";
import { tightenLogHandler } from "./log-review/tighten-log.ts";
import { startReviewHandler } from "./log-review/start-review.ts";
import { accessesHandler } from "./views/accesses.ts";
import { siblingsHandler } from "./views/siblings.ts";
import { unitClocksHandler } from "./views/unit-clocks.ts";
import { unitPlanHandler } from "./views/unit-plan.ts";
import { personHandlers } from "./persons/person-handlers.ts";

const aktCommands = [
  communicateBasis,
  fixBasis,
  recordAnswer,
  reviewBasis,
  signBasis,
  makeDecision,
  notifyDecision,
  recordAppeal,
  decideFollowUp23,
  endFollowUp23,
  contactFollowUp23,
  assessProtection,
  extendPreliminary,
  linkReport,
  notOpenInvestigation,
  notePreliminary,
  openInvestigation,
  closeInvestigation,
  extendInvestigation,
  makePlan,
  revisePlan,
  giveConsent,
  endConsent,
  scoreInstrument,
  informParty,
  postponeInforming,
  ...measureRoutes,
  recordLetterAnswer,
  sendLetter,
  assignMatter,
  handOver,
  handBack,
  closeMatter,
  recordAct,
  noteObjection,
  noteRequest,
  lendAccess,
  endLoan,
  appointProvider,
  endAppointment,
  barAccess,
  liftBar,
  decideDisclosure,
  handOverDisclosure,
  correctEntry,
  undoEntry,
  signNote,
  signTalk,
];

/** The handler of every route; a test holds the list equal to the contract's. */
export const handlers: readonly BoundHandler[] = [
  ...personHandlers,
  ...aktCommands.map(aktCommandHandler),
  listCommentsHandler,
  writeCommentHandler,
  meetCommentHandler,
  discardDraftHandler,
  followDraftHandler,
  listPastHandler,
  openDraftHandler,
  readDraftHandler,
  saveDraftHandler,
  downloadTableHandler,
  makeExtractHandler,
  downloadExtractHandler,
  openCellHandler,
  releaseTableHandler,
  readReleaseHandler,
  makeTableHandler,
  askVariablesHandler,
  downloadCodebookHandler,
  readCatalogueHandler,
  readFillHandler,
  readOverviewHandler,
  readIndicatorHandler,
  listReportsHandler,
  readReportHandler,
  printReportHandler,
  receiveApplicationHandler,
  receiveReportHandler,
  listLettersHandler,
  makeLetterHandler,
  previewLetterHandler,
  makePrintHandler,
  printStoryHandler,
  readFileHandler,
  readReachHandler,
  listOpenedHandler,
  listDisclosuresHandler,
  readMaterialHandler,
  makeDisclosureCopyHandler,
  uploadFileHandler,
  receiveDocumentHandler,
  listReceivedHandler,
  listSourcesHandler,
  listEarlierHandler,
  readOriginalHandler,
  moveEntryHandler,
  readSealedHandler,
  makeReceivedCopyHandler,
  ...sessionHandlers,
  ...accountHandlers,
  listAssignmentsHandler,
  readAssignmentHandler,
  writeReportHandler,
  listStaffHandler,
  noteIncidentHandler,
  recordStepHandler,
  listIncidentsHandler,
  ...retentionHandlers,
  readStaffingHandler,
  setAbsenceHandler,
  endAbsenceHandler,
  setDutyHandler,
  endDutyHandler,
  readSpecHandler,
  listPhrasesHandler,
  savePhraseHandler,
  removePhraseHandler,
  childPageHandler,
  chronologyHandler,
  chronologyEntryHandler,
  findTextHandler,
  chronologyShapeHandler,
  handoverHandler,
  myDayHandler,
  myGapsHandler,
  networkHandler,
  occasionsHandler,
  siblingsHandler,
  accessesHandler,
  printAccessesHandler,
  listReviewsHandler,
  readReviewHandler,
  startReviewHandler,
  tightenLogHandler,
  judgeRowHandler,
  signReviewHandler,
  glassOfferHandler,
  openGlassHandler,
  listGlassHandler,
  reviewGlassHandler,
  unitClocksHandler,
  unitPlanHandler,
];
