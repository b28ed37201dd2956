import type { TextTable } from "./text.ts";

/** Searching in one open file. */
export const findText = {
  title: { sv: "Sök i akten", en: "Search in the file" },
  open: { sv: "Sök i akten", en: "Search in the file" },
  label: { sv: "Ord att söka efter", en: "Words to search for" },
  help: {
    sv: "I det som är signerat och som du får läsa. Alla ord ska finnas, i valfri ordning; början eller en del av ett ord räcker.",
    en: "In what is signed and what you may read. All words must be there, in any order; a part of a word will do.",
  },
  find: { sv: "Sök", en: "Search" },
  finding: { sv: "Söker …", en: "Searching …" },
  short: { sv: "Skriv minst två tecken.", en: "Write at least two characters." },
  none: {
    sv: "Ingen text i akten har alla orden.",
    en: "No text in the file has all the words.",
  },
  one: { sv: "1 träff", en: "1 hit" },
  many: { sv: "{n} träffar, de senaste först", en: "{n} hits, the latest first" },
  more: {
    sv: "De {n} senaste träffarna. Skriv fler ord för att hitta äldre.",
    en: "The {n} latest hits. Write more words to find older ones.",
  },
  hits: { sv: "Träffar", en: "Hits" },
  corrected: { sv: "rättad sedan", en: "corrected since" },
  undone: { sv: "ångrad sedan", en: "undone since" },
  moved: { sv: "flyttad sedan", en: "moved since" },
  back: { sv: "Tillbaka till träffarna", en: "Back to the hits" },
} satisfies TextTable;
