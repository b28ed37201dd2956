import type { TextTable } from "./text.ts";

/** What each key does, under its name in `web/shell/key-table.ts`, and the words around. */
export const keysText = {
  lead: {
    sv: "Enkla tangenter gäller när du inte skriver och ingen panel är öppen. De med Ctrl eller Alt gäller alltid.",
    en: "Plain keys work while you are not writing and no panel is open. Those with Ctrl or Alt always work.",
  },
  on: { sv: "De enkla tangenterna är på", en: "The plain keys are on" },
  onHelp: {
    sv: "Valet gäller i den här webbläsaren. Kartan nås alltid med knappen Kortkommandon.",
    en: "The choice is kept in this browser. The map is always there behind the button Keyboard map.",
  },
  everywhere: { sv: "Överallt", en: "Everywhere" },
  inText: { sv: "När du skriver", en: "While you write" },
  inList: { sv: "I listor och paneler", en: "In lists and panels" },
  or: { sv: "eller", en: "or" },
  palette: { sv: "Gå till eller gör något", en: "Go somewhere or do something" },
  search: { sv: "Sök person", en: "Search for a person" },
  find: { sv: "Sök i den öppna akten", en: "Search in the open file" },
  report: { sv: "Ta emot en anmälan", en: "Receive a report" },
  note: { sv: "Ny anteckning om ett barn", en: "A new note about a child" },
  next: { sv: "Nästa rad", en: "Next row" },
  previous: { sv: "Föregående rad", en: "Previous row" },
  map: { sv: "Visa den här kartan", en: "Show this map" },
  undo: { sv: "Ångra det du ändrade sist", en: "Undo what you changed last" },
  redo: { sv: "Gör om det du ångrade", en: "Redo what you undid" },
  open: { sv: "Öppna raden", en: "Open the row" },
  close: { sv: "Stäng panelen eller listan", en: "Close the panel or the list" },
  phrase: {
    sv: "Sätt in en fras, i början av ett ord",
    en: "Put in a phrase, where a word begins",
  },
  fill: { sv: "Nästa som ska fyllas i: ‹…›", en: "The next to be filled in: ‹…›" },
  cite: { sv: "Hänvisa till en källa", en: "Cite a source" },
} satisfies TextTable;
