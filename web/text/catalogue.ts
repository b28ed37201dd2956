import type { TextTable } from "./text.ts";

/** Texts of the catalogue of variables. */
export const catalogueText = {
  title: { sv: "Variabler", en: "Variables" },
  starter: {
    sv: "Ni börjar med startuppsättningen: {n} variabler som följer barnet från anmälan till avslut. Den är liten med flit. Bestäm först vilken fråga ni vill ha svar på, och lägg till det som behövs för den.",
    en: "You begin with the starter set: {n} variables that follow the child from report to end. It is small on purpose. Decide first which question you want answered, and add what it takes.",
  },
  others: {
    sv: "Ytterligare {n} finns redan i dokumentationen och går att fråga på direkt: ingen behöver registrera något för dem.",
    en: "Another {n} are in the documentation already and can be asked for at once: nobody has to register anything for them.",
  },
  codebook: { sv: "Hämta kodboken som", en: "Download the codebook as" },
  search: { sv: "Sök bland variablerna", en: "Search the variables" },
  step: { sv: "Steg", en: "Step" },
  area: { sv: "Kunskapsområde", en: "Knowledge area" },
  status: { sv: "Status", en: "Status" },
  use: { sv: "I bruk", en: "In use" },
  all: { sv: "Alla", en: "All" },
  "use-starter": { sv: "Startuppsättningen", en: "The starter set" },
  "use-more": { sv: "Finns också", en: "There as well" },
  "use-on-request": { sv: "Slås på vid behov", en: "Switched on when needed" },
  "use-later": { sv: "Inte i dokumentationen ännu", en: "Not in the documentation yet" },
  foundOne: { sv: "En variabel", en: "One variable" },
  found: { sv: "{n} variabler", en: "{n} variables" },
  definition: { sv: "Definition", en: "Definition" },
  guidance: { sv: "Så tolkas den", en: "How to read it" },
  difficulty: { sv: "Känd svårighet", en: "Known difficulty" },
  values: { sv: "Svar", en: "Answers" },
  counted: { sv: "Räknas bland", en: "Counted among" },
  everyRow: { sv: "alla slag, som bakgrund", en: "every kind, as background" },
  several: { sv: "Flera svar kan gälla samtidigt.", en: "Several answers can apply at once." },
  aDay: { sv: "En dag; tabeller räknar månader.", en: "A day; tables count months." },
  aNumber: { sv: "Ett tal.", en: "A number." },
  fill: { sv: "Ifylld i {percent} % av {n}", en: "Filled in {percent} % of {n}" },
  fillNone: { sv: "Inga uppgifter ännu", en: "No data yet" },
  "words-starter": {
    sv: "Ingår i startuppsättningen från början.",
    en: "Part of the starter set from the beginning.",
  },
  "words-more": {
    sv: "Finns i dokumentationen och räknas utan att någon slår på den.",
    en: "In the documentation, and counted without being switched on.",
  },
  "words-on-request": {
    sv: "Avstängd. Ingen tillfrågas förrän ni slår på den.",
    en: "Off. Nobody is asked until you switch it on.",
  },
  "words-later": {
    sv: "Inget dokument ger den ännu.",
    en: "No document gives it yet.",
  },
  onSince: { sv: "Påslagen {day} av {name}.", en: "Switched on {day} by {name}." },
  derived: {
    sv: "Räknas fram ur det som ändå skrivs; ingen tillfrågas.",
    en: "Follows from what is written anyway; nobody is asked.",
  },
  ask: { sv: "Ställ en fråga om den", en: "Ask a question about it" },
} satisfies TextTable;
