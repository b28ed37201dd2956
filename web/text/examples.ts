import type { TextTable } from "./text.ts";

/** Texts of the page that shows every component in every state. */
export const examplesText = {
  title: { sv: "Exempel", en: "Examples" },
  lead: {
    sv: "Alla byggdelar i alla lägen. Personerna är påhittade.",
    en: "Every component in every state. The people are invented.",
  },
  marks: { sv: "Barnets märke", en: "The child's mark" },
  people: { sv: "Personer", en: "People" },
  clocks: { sv: "Tider", en: "Times" },
  steps: { sv: "Steg", en: "Steps" },
  tags: { sv: "Ord med ram", en: "Words with a frame" },
  notices: { sv: "Meddelanden", en: "Notices" },
  fields: { sv: "Fält", en: "Fields" },
  errors: { sv: "Fel och väntan", en: "Faults and waiting" },
  saving: { sv: "Sparläge", en: "State of saving" },
  buttons: { sv: "Knappar", en: "Buttons" },
  tables: { sv: "Tabell", en: "Table" },
  empty: { sv: "Tomt", en: "Empty" },
  panel: { sv: "Sidopanel", en: "Side panel" },
  openPanel: { sv: "Öppna sidopanelen", en: "Open the side panel" },
  colours: { sv: "Färger", en: "Colours" },
  type: { sv: "Text", en: "Type" },
  longWords: { sv: "Långa ord och höger till vänster", en: "Long words and right to left" },
} satisfies TextTable;
