import type { Route } from "./route.ts";
import { accountRoutes } from "./accounts/account-routes.ts";
import { communicateBasis } from "./basis/communicate-basis.ts";
import { fixBasis } from "./basis/fix-basis.ts";
import { recordAnswer } from "./basis/record-answer.ts";
import { listComments, meetComment, writeComment } from "./basis/comments.ts";
import { reviewBasis } from "./basis/review-basis.ts";
import { signBasis } from "./basis/sign-basis.ts";
import { makeDecision } from "./decision/make-decision.ts";
import { notifyDecision } from "./decision/notify-decision.ts";
import { recordAppeal } from "./decision/record-appeal.ts";
import { disclosureRoutes } from "./disclosure/disclosure-routes.ts";
import { assignmentRoutes } from "./assignments/assignment-routes.ts";
import { reachRoutes } from "./reach/reach-routes.ts";
import { discardDraft } from "./drafts/discard-draft.ts";
import { followDraft } from "./drafts/follow-draft.ts";
import { listPast } from "./drafts/list-past.ts";
import { openDraft } from "./drafts/open-draft.ts";
import { readDraft } from "./drafts/read-draft.ts";
import { saveDraft } from "./drafts/save-draft.ts";
import { decideFollowUp23 } from "./follow-up-23/decide-follow-up.ts";
import { endFollowUp23 } from "./follow-up-23/end-follow-up.ts";
import { contactFollowUp23 } from "./follow-up-23/note-contact.ts";
import { askVariables } from "./followup/ask-variables.ts";
import { downloadCodebook } from "./followup/download-codebook.ts";
import { readIndicator, readOverview } from "./followup/indicators.ts";
import { listReports, printReport, readReport } from "./followup/report.ts";
import { downloadExtract, makeExtract } from "./followup/download-extract.ts";
import { downloadTable } from "./followup/download-table.ts";
import { makeTable } from "./followup/make-table.ts";
import { readCatalogue } from "./followup/read-catalogue.ts";
import { readFill } from "./followup/read-fill.ts";
import { openCell } from "./followup/open-cell.ts";
import { readRelease, releaseTable } from "./followup/release-table.ts";
import { incidentRoutes } from "./incidents/incident-routes.ts";
import { assessProtection } from "./intake/assess-protection.ts";
import { extendPreliminary } from "./intake/extend-preliminary.ts";
import { linkReport } from "./intake/link-report.ts";
import { notOpenInvestigation } from "./intake/not-open-investigation.ts";
import { notePreliminary } from "./intake/note-preliminary.ts";
import { openInvestigation } from "./intake/open-investigation.ts";
import { receiveApplication } from "./intake/receive-application.ts";
import { receiveReport } from "./intake/receive-report.ts";
import { closeInvestigation } from "./investigation/close-investigation.ts";
import { extendInvestigation } from "./investigation/extend-time.ts";
import { makePlan } from "./investigation/make-plan.ts";
import { revisePlan } from "./investigation/revise-plan.ts";
import { giveConsent } from "./matter/give-consent.ts";
import { endConsent } from "./matter/withdraw-consent.ts";
import { scoreInstrument } from "./investigation/score-instrument.ts";
import { informParty } from "./investigation/inform-party.ts";
import { postponeInforming } from "./investigation/postpone-informing.ts";
import { listLetters } from "./letters/list-letters.ts";
import { makeLetter } from "./letters/make-letter.ts";
import { previewLetter } from "./letters/preview-letter.ts";
import { recordLetterAnswer } from "./letters/record-letter-answer.ts";
import { sendLetter } from "./letters/send-letter.ts";
import { handBack } from "./matter/hand-back.ts";
import { handOver } from "./matter/hand-over.ts";
import { assignMatter } from "./matter/assign-matter.ts";
import { closeMatter } from "./matter/close-matter.ts";
import { recordAct } from "./matter/record-act.ts";
import { measureRoutes } from "./measure/measure-routes.ts";
import { correctEntry } from "./record/correct-entry.ts";
import { moveEntry } from "./record/move-entry.ts";
import { readSealed } from "./record/read-sealed.ts";
import { undoEntry } from "./record/undo-entry.ts";
import { noteObjection } from "./record/note-objection.ts";
import { signNote } from "./notes/sign-note.ts";
import { signTalk } from "./notes/sign-talk.ts";
import { changePerson } from "./persons/change-person.ts";
import { readPerson } from "./persons/read-person.ts";
import { readProtection } from "./persons/read-protection.ts";
import { findDoubles, listDoubles } from "./persons/find-doubles.ts";
import { joinPersons, mendNumber, partPersons } from "./persons/join-persons.ts";
import { registerPerson } from "./persons/register-person.ts";
import { searchPersons } from "./persons/search-persons.ts";
import { makePrint } from "./print/make-print.ts";
import { printStory } from "./print/print-story.ts";
import { readFile } from "./print/read-file.ts";
import { listReceived } from "./received/list-received.ts";
import { makeReceivedCopy } from "./received/make-copy.ts";
import { readOriginal } from "./received/read-original.ts";
import { receiveDocument } from "./received/receive-document.ts";
import { listEarlier } from "./sources/list-earlier.ts";
import { listSources } from "./sources/list-sources.ts";
import { uploadFile } from "./received/upload-file.ts";
import { makeBoard } from "./session/make-board.ts";
import { makeDemoBoard } from "./session/make-demo-board.ts";
import { readCopyKey } from "./session/read-copy-key.ts";
import { readMe } from "./session/read-me.ts";
import { readSetup } from "./session/read-setup.ts";
import { signIn } from "./session/sign-in.ts";
import { factorRoutes } from "./session/factor-routes.ts";
import { useInvitation } from "./session/use-invitation.ts";
import { changePassword } from "./session/change-password.ts";
import { signOut } from "./session/sign-out.ts";
import { listStaff } from "./spec/list-staff.ts";
import { listPhrases } from "./phrases/list-phrases.ts";
import { removePhrase } from "./phrases/remove-phrase.ts";
import { savePhrase } from "./phrases/save-phrase.ts";
import { readSpec } from "./spec/read-spec.ts";
import { retentionRoutes } from "./retention/retention-routes.ts";
import { staffingRoutes } from "./staffing/staffing-routes.ts";
import { childPage } from "./views/child-page.ts";
import { chronology, chronologyEntry, chronologyShape } from "./views/chronology.ts";
import { findText } from "./views/find-text.ts";
import { handover } from "./views/handover.ts";
import { myDay } from "./views/my-day.ts";
import { myGaps } from "./views/my-gaps.ts";
import { network } from "./views/network.ts";
import { occasions } from "./views/occasions.ts";
import { printAccesses } from "./print/print-accesses.ts";
import { glassOffer } from "./glass/glass-offer.ts";
import { listGlass } from "./glass/list-glass.ts";
import { openGlass } from "./glass/open-glass.ts";
import { reviewGlass } from "./glass/review-glass.ts";
import { judgeRow, signReview, startReview, tightenLog } from "./log-review/change-review.ts";
import { listReviews } from "./log-review/list-reviews.ts";
import { readReview } from "./log-review/read-review.ts";
import { accesses } from "./views/accesses.ts";
import { siblings } from "./views/siblings.ts";
import { unitClocks } from "./views/unit-clocks.ts";
import { unitPlan } from "./views/unit-plan.ts";

/** Every route there is: the server registers these, the tests walk them. */
export const routes: readonly Route[] = [
  communicateBasis,
  fixBasis,
  recordAnswer,
  reviewBasis,
  listComments,
  writeComment,
  meetComment,
  signBasis,
  makeDecision,
  notifyDecision,
  recordAppeal,
  discardDraft,
  followDraft,
  listPast,
  openDraft,
  readDraft,
  saveDraft,
  decideFollowUp23,
  endFollowUp23,
  contactFollowUp23,
  makeTable,
  downloadTable,
  makeExtract,
  downloadExtract,
  openCell,
  releaseTable,
  readRelease,
  askVariables,
  downloadCodebook,
  readCatalogue,
  readFill,
  readOverview,
  readIndicator,
  listReports,
  readReport,
  printReport,
  assessProtection,
  extendPreliminary,
  linkReport,
  notOpenInvestigation,
  notePreliminary,
  openInvestigation,
  receiveApplication,
  receiveReport,
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
  listLetters,
  makeLetter,
  previewLetter,
  recordLetterAnswer,
  sendLetter,
  assignMatter,
  handOver,
  handBack,
  closeMatter,
  recordAct,
  noteObjection,
  ...disclosureRoutes,
  ...reachRoutes,
  ...assignmentRoutes,
  correctEntry,
  undoEntry,
  moveEntry,
  readSealed,
  signNote,
  signTalk,
  changePerson,
  readPerson,
  readProtection,
  registerPerson,
  findDoubles,
  listDoubles,
  joinPersons,
  partPersons,
  mendNumber,
  searchPersons,
  makePrint,
  printStory,
  readFile,
  uploadFile,
  receiveDocument,
  listReceived,
  listSources,
  listEarlier,
  readOriginal,
  makeReceivedCopy,
  makeDemoBoard,
  makeBoard,
  readCopyKey,
  readMe,
  readSetup,
  signIn,
  signOut,
  changePassword,
  useInvitation,
  ...factorRoutes,
  ...accountRoutes,
  listStaff,
  readSpec,
  listPhrases,
  savePhrase,
  removePhrase,
  ...staffingRoutes,
  ...incidentRoutes,
  ...retentionRoutes,
  childPage,
  chronology,
  chronologyEntry,
  chronologyShape,
  findText,
  handover,
  myDay,
  myGaps,
  network,
  occasions,
  siblings,
  accesses,
  printAccesses,
  listReviews,
  readReview,
  startReview,
  tightenLog,
  judgeRow,
  signReview,
  glassOffer,
  openGlass,
  listGlass,
  reviewGlass,
  unitClocks,
  unitPlan,
];
