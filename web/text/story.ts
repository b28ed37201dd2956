import type { TextTable } from "./text.ts";

/** Texts of the child's story: its filters, its quiet stretches and its print. */
export const storyText = {
  kind: { sv: "Visa", en: "Show" },
  allKinds: { sv: "alla händelser", en: "all events" },
  matter: { sv: "Ärende", en: "Matter" },
  allMatters: { sv: "alla ärenden", en: "all matters" },
  from: { sv: "Från och med", en: "From" },
  to: { sv: "Till och med", en: "Until" },
  filters: { sv: "Avgränsa händelserna", en: "Narrow the events" },
  clear: { sv: "Visa allt", en: "Show all" },
  years: { sv: "Gå till år", en: "Go to year" },
  linesOf: { sv: "{year}, {n} händelser", en: "{year}, {n} events" },
  wrongPeriod: {
    sv: "Från och med ska vara före till och med.",
    en: "From must be before until.",
  },
  quiet: {
    sv: "Inget samtal, besök eller möte är antecknat på {n} månader, {from} till {to}.",
    en: "No talk, visit or meeting is recorded for {n} months, {from} to {to}.",
  },
  quietNow: {
    sv: "Inget samtal, besök eller möte är antecknat sedan {from}: {n} månader.",
    en: "No talk, visit or meeting is recorded since {from}: {n} months.",
  },
  source: { sv: "Källa: {name}", en: "Source: {name}" },
  older: { sv: "Visa äldre", en: "Show older" },
  shown: { sv: "{n} händelser visas.", en: "{n} events are shown." },
  empty: { sv: "Inga händelser av det slaget.", en: "No events of that kind." },
  recordedLater: { sv: "antecknat {day}", en: "recorded {day}" },
  printPage: { sv: "Skriv ut sidan", en: "Print the page" },
  copyFor: { sv: "Kopia för", en: "Copy for" },
  internal: { sv: "enheten (internt)", en: "the unit (internal)" },
  makeCopy: { sv: "Gör kopia (PDF)", en: "Make a copy (PDF)" },
  partyCopy: {
    sv: "Kopian till en part har vad som hände och när, utan utdrag ur det som är skrivet.",
    en: "A copy for a party holds what happened and when, without extracts of what was written.",
  },
} satisfies TextTable;
