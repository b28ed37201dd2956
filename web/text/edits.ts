import type { TextTable } from "./text.ts";

/** Taking back and doing anew. */
export const editsText = {
  undo: { sv: "Ångra", en: "Undo" },
  redo: { sv: "Gör om", en: "Redo" },
  tools: { sv: "Ångra och gör om", en: "Undo and redo" },
  undone: { sv: "Ångrat: {field}", en: "Undone: {field}" },
  redone: { sv: "Gjort om: {field}", en: "Redone: {field}" },
  field: { sv: "ett fält", en: "a field" },
  gone: { sv: "Borta nu: {words}", en: "Gone now: {words}" },
  back: { sv: "Tillbaka: {words}", en: "Back: {words}" },
  nothingToUndo: { sv: "Det finns inget att ångra", en: "There is nothing to undo" },
  nothingToRedo: { sv: "Det finns inget att göra om", en: "There is nothing to redo" },
  others: {
    sv: "Fältet har ändrats av någon annan sedan dess. Deras text står kvar.",
    en: "Somebody else has changed the field since then. Their text stands.",
  },
} satisfies TextTable;
