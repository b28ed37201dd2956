import type { TextTable } from "./text.ts";

/** Words about what already stands in the record. */
export const recordText = {
  objections: { sv: "Invändningar", en: "Objections" },
  objectedBy: { sv: "{by}, {day}", en: "{by}, {day}" },
  objectedToPassage: { sv: "{by}, {day}, mot ett stycke", en: "{by}, {day}, to a passage" },
  noteObjection: { sv: "Anteckna en invändning", en: "Note an objection" },
  objectionStays: {
    sv: "Invändningen visas intill texten. Texten ändras inte.",
    en: "The objection is shown beside the text. The text is not changed.",
  },
  whoObjects: { sv: "Vem anser att något är fel?", en: "Who finds that something is wrong?" },
  whatIsWrong: { sv: "Vad är fel, enligt personen?", en: "What is wrong, as the person sees it?" },
  choose: { sv: "Välj", en: "Choose" },
  leave: { sv: "Avbryt", en: "Cancel" },
} satisfies TextTable;
