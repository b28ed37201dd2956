import type { TextTable } from "./text.ts";

/** Texts about files of follow-up. */
export const filesText = {
  takeAs: { sv: "Hämta som", en: "Download as" },
  csv: { sv: "CSV", en: "CSV" },
  xlsx: { sv: "Excel", en: "Excel" },
  sav: { sv: "SPSS", en: "SPSS" },
  parquet: { sv: "Parquet", en: "Parquet" },
  about: { sv: "Beskrivning (CSV)", en: "Description (CSV)" },
  takeOut: { sv: "Ta ut raderna bakom tabellen", en: "Take out the rows behind the table" },
  takeOutHelp: {
    sv: "En rad för var och en ({population}), utan namn och nummer. Ålder och födelseland kommer i grupper. Raderna gäller enskilda barn och är sekretessbelagda. Uttaget sparas med sitt ändamål, och vem som gjorde det.",
    en: "A row for each ({population}), without name and number. Age and country of birth come in groups. The rows are about single children and confidential. The extract is kept with its purpose and who made it.",
  },
  purpose: { sv: "Vad ska uttaget användas till?", en: "What is the extract to be used for?" },
  purposeHelp: {
    sv: "Minst tio tecken. Skriv inget om något enskilt barn.",
    en: "At least ten letters. Write nothing about any single child.",
  },
  purposeFirst: {
    sv: "Skriv först vad uttaget ska användas till, med minst tio tecken.",
    en: "First write what the extract is to be used for, in at least ten letters.",
  },
  which: { sv: "Uppgifter", en: "Variables" },
  starter: { sv: "Startuppsättningen ({n})", en: "The starter set ({n})" },
  all: { sv: "Alla ({n})", en: "All ({n})" },
  make: { sv: "Gör uttaget", en: "Make the extract" },
  made: { sv: "Uttaget har {n} rader.", en: "The extract has {n} rows." },
  madeNone: { sv: "Inga rader i urvalet.", en: "No rows in the selection." },
} satisfies TextTable;
