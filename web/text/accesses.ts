import type { TextTable } from "./text.ts";

/** Texts of the page about who has looked at an akt. */
export const accessesText = {
  title: { sv: "Vem har läst", en: "Who has read" },
  lead: {
    sv: "Alla som har öppnat, skrivit i eller nekats akten, en rad per person, dag och slag. Åtkomst kontrolleras systematiskt och återkommande: {law}. Att du ser sidan antecknas också.",
    en: "Everybody who has opened, written in or been denied the file, a line for each person, day and kind. Access is checked systematically and again and again: {law}. That you see this page is noted too.",
  },
  cut: {
    sv: "Här visas det senaste. Det finns äldre rader i loggen.",
    en: "The latest is shown here. There are older lines in the log.",
  },
  show: { sv: "Visa", en: "Show" },
  all: { sv: "alla rader ({n})", en: "all lines ({n})" },
  toAsk: { sv: "rader att fråga om ({n})", en: "lines to ask about ({n})" },
  only: { sv: "bara {name}", en: "only {name}" },
  print: { sv: "Skriv ut", en: "Print" },
  caption: {
    sv: "Vem har läst, när och vad, senaste först",
    en: "Who has read, when and what, latest first",
  },
  day: { sv: "Dag", en: "Day" },
  who: { sv: "Vem", en: "Who" },
  relation: { sv: "Uppgift i akten i dag", en: "Task in the file today" },
  worker: { sv: "handläggare", en: "caseworker" },
  "co-worker": { sv: "medhandläggare", en: "co-worker" },
  "unit-manager": { sv: "enhetens chef", en: "the unit's manager" },
  performer: { sv: "utförare med uppdrag den dagen", en: "provider with an assignment that day" },
  unplaced: { sv: "ingen har ärendet än", en: "nobody has the matter yet" },
  none: { sv: "ingen", en: "none" },
  what: { sv: "Vad", en: "What" },
  times: { sv: "Gånger", en: "Times" },
  time: { sv: "Klockan", en: "Time" },
  ask: { sv: "Att fråga om", en: "To ask about" },
  "no-assignment": { sv: "ingen uppgift i akten i dag", en: "no task in the file today" },
  night: { sv: "på natten", en: "at night" },
  glass: { sv: "öppnad i nödläge", en: "opened in an emergency" },
  extract: {
    sv: "Utdrag till barnet eller en vårdnadshavare",
    en: "Extract for the child or a guardian",
  },
  extractFor: { sv: "För vem", en: "For whom" },
  extractFrom: { sv: "Från och med", en: "From" },
  extractTo: { sv: "Till och med", en: "Until" },
  makeExtract: { sv: "Gör utdraget (PDF)", en: "Make the extract (PDF)" },
  extractHelp: {
    sv: "Barnet får veta vem, när och vad; en vårdnadshavare vem och när. Om personal nämns med namn eller funktion har nämnden bestämt. Att utdraget görs, och för vem, antecknas.",
    en: "The child is told who, when and what; a guardian who and when. Whether staff are told by name or function the board has decided. That the extract is made, and for whom, is noted.",
  },
  nothing: { sv: "Inget att visa", en: "Nothing to show" },
  nothingHelp: {
    sv: "Ingen rad passar det som är valt.",
    en: "No line fits what is chosen.",
  },
  askHelp: {
    sv: "Ett tecken är en fråga, inte ett fel: någon kan ha haft uppgiften tidigare, vikarierat eller haft jour.",
    en: "A mark is a question, not a fault: somebody may have had the task before, stood in or been on call.",
  },
} as const satisfies TextTable;
