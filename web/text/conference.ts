import type { TextTable } from "./text.ts";

/** Texts of the list a unit goes through its matters with. */
export const conferenceText = {
  title: { sv: "Ärendegenomgång", en: "Case conference" },
  lead: {
    sv: "{n} pågående ärenden, {day}. Listan säger aldrig varför ett ärende pågår.",
    en: "{n} running matters, {day}. The list never says why a matter runs.",
  },
  print: { sv: "Skriv ut", en: "Print" },
  back: { sv: "Till enheten", en: "To the unit" },
  empty: { sv: "Enheten har inga pågående ärenden.", en: "The unit has no running matters." },
  noUnit: { sv: "Utan enhet", en: "Without a unit" },
  worker: { sv: "Handläggare", en: "Caseworker" },
  waits: { sv: "Vad väntar på vem", en: "What waits for whom" },
  with: { sv: "{worker} och {coWorker}", en: "{worker} and {coWorker}" },
  allocate: { sv: "Fördelas av enhetschefen", en: "To be allocated by the unit manager" },
  review: {
    sv: "Underlaget läses av enhetschefen",
    en: "The basis is to be read by the unit manager",
  },
  decide: { sv: "{what}: den som får besluta", en: "{what}: whoever may decide" },
  parties: { sv: "Parternas svar på underlaget", en: "The parties' answer to the basis" },
  duty: { sv: "{what}: {name}", en: "{what}: {name}" },
  nothing: { sv: "Inget väntar", en: "Nothing waits" },
} satisfies TextTable;
