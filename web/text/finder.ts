import type { TextTable } from "./text.ts";

/** Finding one of many while one types: what can be done, phrases. */
export const finderText = {
  none: { sv: "Inget passar det du skrev.", en: "Nothing fits what you wrote." },
  one: { sv: "1 val", en: "1 choice" },
  many: { sv: "{n} val", en: "{n} choices" },
  paletteTitle: { sv: "Gå till eller gör", en: "Go to or do" },
  paletteLabel: { sv: "Vad vill du göra?", en: "What do you want to do?" },
  paletteHint: {
    sv: "Skriv början av en sida, ett steg eller ett namn. Pil upp och ner väljer, Enter utför.",
    en: "Write the beginning of a page, a step or a name. The arrows choose, Enter does it.",
  },
  steps: { sv: "Steg i ärendet: {name}", en: "Steps in the matter: {name}" },
  pages: { sv: "Sidor", en: "Pages" },
  doings: { sv: "Göra", en: "Do" },
  files: { sv: "Öppna akter", en: "Open files" },
  persons: { sv: "Person", en: "Person" },
  searchPerson: { sv: "Sök personen ”{text}”", en: "Search for the person “{text}”" },
  phrases: { sv: "Sätt in en fras", en: "Put in a phrase" },
  editPhrases: { sv: "Fraser: skriv nya och ändra", en: "Phrases: write and change" },
  print: { sv: "Skriv ut sidan", en: "Print the page" },
} satisfies TextTable;
