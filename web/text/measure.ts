import type { TextTable } from "./text.ts";

/** Texts about needs, goals and open measures. */
export const measureText = {
  unnamed: { sv: "insats", en: "measure" },
  about: { sv: "Insatsen: {measure}.", en: "The measure: {measure}." },
  aboutGranted: { sv: "Beviljad {day}.", en: "Granted {day}." },

  title: { sv: "Mål och insatser", en: "Goals and measures" },
  none: { sv: "Det finns inga mål eller insatser ännu", en: "There are no goals or measures yet" },
  noneHelp: {
    sv: "Behov och mål ur beslutsunderlaget visas här, och insatserna när de har beviljats.",
    en: "Needs and goals of the decision basis show here, and the measures when they have been granted.",
  },
  need: { sv: "Behov", en: "Need" },
  otherNeed: { sv: "Annat behov", en: "Another need" },
  goal: { sv: "Mål", en: "Goal" },
  noGoal: { sv: "Inget mål är satt för behovet.", en: "No goal is set for the need." },
  noMeasure: {
    sv: "Ingen insats arbetar mot målet.",
    en: "No measure works towards the goal.",
  },
  hidden: { sv: "Texten visas inte för dig.", en: "The text is not shown to you." },
  attained: { sv: "{how}, uppföljt {day}", en: "{how}, followed up {day}" },
  notJudged: { sv: "inte bedömt, uppföljt {day}", en: "not judged, followed up {day}" },
  notFollowedUp: { sv: "inte uppföljt ännu", en: "not followed up yet" },
  byChild: { sv: "barnet: {how}", en: "the child: {how}" },
  byGuardian: { sv: "vårdnadshavare: {how}", en: "guardians: {how}" },

  granted: { sv: "beviljad {day}", en: "granted {day}" },
  from: { sv: "gäller från {day}", en: "applies from {day}" },
  until: { sv: "till och med {day}", en: "until {day}" },
  ordered: { sv: "uppdrag lämnat {day}", en: "assignment given {day}" },
  started: { sv: "började {day}", en: "began {day}" },
  notStarted: { sv: "har inte börjat", en: "has not begun" },
  planMade: { sv: "genomförandeplan {day}", en: "implementation plan {day}" },
  planRevised: { sv: "planen ändrad {day}", en: "plan changed {day}" },
  followedUp: { sv: "senast uppföljd {day}", en: "last followed up {day}" },
  nextFollowUp: { sv: "Nästa uppföljning {day}.", en: "Next follow-up {day}." },
  noNextFollowUp: {
    sv: "Ingen dag är satt för nästa uppföljning.",
    en: "No day is set for the next follow-up.",
  },
  consentWithdrawn: { sv: "samtycke är återkallat", en: "consent has been withdrawn" },
  ended: { sv: "Avslutad {day}: {reason}.", en: "Ended {day}: {reason}." },
  remains: { sv: "Återstår", en: "Remains" },
} satisfies TextTable;
