import type { TextTable } from "./text.ts";

/** Texts of the brothers and sisters beside each other. */
export const siblingsText = {
  title: { sv: "Syskon bredvid varandra", en: "Siblings side by side" },
  lead: {
    sv: "{n} barn med pågående ärende som du arbetar med, den {day}. Varje barns del kommer bara ur barnets egen akt.",
    en: "{n} children with a running matter that you work with, on {day}. Each child's part comes from its own file alone.",
  },
  open: { sv: "Syskon bredvid varandra", en: "Siblings side by side" },
  alone: {
    sv: "Inget syskon har ett pågående ärende som du arbetar med",
    en: "No sibling has a running matter that you work with",
  },
  aloneHelp: {
    sv: "Syskon läggs till under Familj och nätverk. Deras ärenden visas här när du arbetar med dem.",
    en: "Siblings are added under Family and network. Their matters show here when you work with them.",
  },
  nothing: {
    sv: "Barnet har inget pågående ärende som du arbetar med.",
    en: "The child has no running matter that you work with.",
  },
  toNetwork: { sv: "Familj och nätverk", en: "Family and network" },
  show: { sv: "Visa", en: "Show" },
  all: { sv: "alla barn", en: "all children" },
  print: { sv: "Skriv ut, ett blad per barn", en: "Print, a sheet for each child" },
  internal: { sv: "Internt arbetsmaterial", en: "Internal working paper" },
  matters: { sv: "Ärende", en: "Matter" },
  since: { sv: "{phase}, sedan {day}", en: "{phase}, since {day}" },
  worker: { sv: "Handläggare {name}", en: "Caseworker {name}" },
  noWorker: { sv: "Ingen handläggare ännu", en: "No caseworker yet" },
  protection: { sv: "Skyddsbedömning", en: "Protection assessment" },
  noProtection: { sv: "Ingen är gjord i pågående ärende", en: "None is made in a running matter" },
  clocks: { sv: "Tider", en: "Times" },
  noClocks: { sv: "Inga tider löper.", en: "No times are running." },
  voice: { sv: "Det barnet har sagt", en: "What the child has said" },
  noWords: { sv: "Inga egna ord är antecknade.", en: "No own words are recorded." },
  lastTalk: { sv: "Senaste samtalet {day}", en: "The latest talk {day}" },
  areas: { sv: "Områden", en: "Areas" },
  noAreas: { sv: "Inget är skrivet om områdena ännu.", en: "Nothing is written of the areas yet." },
} satisfies TextTable;
