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
  correct: { sv: "Rätta", en: "Correct" },
  bothStay: {
    sv: "Den första texten står kvar, överstruken, och går att läsa. Dagar räknas om.",
    en: "The first text stays, struck through, and can be read. Days are counted anew.",
  },
  whyCorrected: { sv: "Varför rättas det?", en: "Why is it corrected?" },
  correctedBy: { sv: "Rättad {day} av {by}", en: "Corrected {day} by {by}" },
  undoneBy: { sv: "Ångrad {day} av {by}", en: "Undone {day} by {by}" },
  firstText: { sv: "Det som stod först", en: "What stood first" },
  registeredAfterwards: { sv: "Registrerad i efterhand", en: "Registered afterwards" },
  reasonGiven: { sv: "Skäl:", en: "Reason:" },
  daysCountedAnew: { sv: "Dagar som räknades om", en: "Days that were counted anew" },
  undo: { sv: "Ångra", en: "Undo" },
  choose: { sv: "Välj", en: "Choose" },
  leave: { sv: "Avbryt", en: "Cancel" },
} satisfies TextTable;
