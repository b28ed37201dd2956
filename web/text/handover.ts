import type { TextTable } from "./text.ts";

/** Texts of the page a matter is handed over with. */
export const handoverText = {
  title: { sv: "Överlämning", en: "Handover" },
  lead: {
    sv: "Sammanställt {day} av det som står i akten. Här skrivs ingenting.",
    en: "Put together {day} from what stands in the file. Nothing is written here.",
  },
  print: { sv: "Skriv ut", en: "Print" },
  standing: { sv: "{phase}, ärendet började {day}.", en: "{phase}, the matter began {day}." },
  worker: { sv: "Handläggare: {name}", en: "Caseworker: {name}" },
  coWorker: { sv: "Medhandläggare: {name}", en: "Co-worker: {name}" },
  number: { sv: "Ärende {number}", en: "Matter {number}" },
  nobody: { sv: "ingen ännu", en: "nobody yet" },
  handedOver: {
    sv: "Lämnas över till {unit}: det här återstår",
    en: "Handed over to {unit}: what remains",
  },
  handedBy: { sv: "{name}, {day}", en: "{name}, {day}" },
  toKnow: {
    sv: "Bra att veta i kontakten med familjen",
    en: "Good to know in contact with the family",
  },
  why: { sv: "Varför ärendet pågår", en: "Why the matter runs" },
  whyEmpty: { sv: "Inget är dokumenterat ännu.", en: "Nothing has been documented yet." },
  due: { sv: "Vad som ska göras, och när", en: "What is due, and when" },
  dueEmpty: { sv: "Inga tider löper i ärendet.", en: "No times are running in the matter." },
  promised: { sv: "Vad som är lovat, och till vem", en: "What was promised, and to whom" },
  promisedEmpty: {
    sv: "Inget besked, möte eller samtal väntar.",
    en: "No word, meeting or talk is waiting.",
  },
  noDay: { sv: "utan dag", en: "without a day" },
  contacts: { sv: "Senaste kontakterna med barnet", en: "Last contacts with the child" },
  contactsEmpty: {
    sv: "Inget samtal eller möte med barnet är dokumenterat i ärendet.",
    en: "No talk or meeting with the child is documented in the matter.",
  },
  alone: { sv: "utan vårdnadshavare", en: "without a guardian" },
  notAlone: { sv: "med vårdnadshavare", en: "with a guardian" },
  questions: { sv: "Öppna frågor i utredningsplanen", en: "Open questions of the plan" },
  questionsEmpty: {
    sv: "Planen har inga öppna frågor.",
    en: "The plan has no open questions.",
  },
  drafts: { sv: "Påbörjat och inte klart", en: "Begun and not finished" },
  draftsEmpty: { sv: "Inget är påbörjat.", en: "Nothing has been begun." },
  draftLine: { sv: "{name}, {by}, senast {day}", en: "{name}, {by}, last {day}" },
  letters: { sv: "Brev som väntar på svar", en: "Letters that wait for an answer" },
  lettersEmpty: { sv: "Inget brev väntar på svar.", en: "No letter waits for an answer." },
  letterLine: { sv: "{name} till {to}, skickat {day}", en: "{name} to {to}, sent {day}" },
  answerBy: { sv: "svar senast {day}", en: "answer by {day}" },
} satisfies TextTable;
