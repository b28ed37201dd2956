import type { TextTable } from "./text.ts";

/** Phrases: words that one, or the unit, writes often. */
export const phrasesText = {
  title: { sv: "Fraser", en: "Phrases" },
  label: { sv: "Vilken fras?", en: "Which phrase?" },
  hintPut: {
    sv: "Skriv början av namnet. Enter sätter in frasen där du skrev. Ctrl+. går till det som ska fyllas i.",
    en: "Write the beginning of the name. Enter puts the phrase where you were writing. Ctrl+. goes to what has to be filled in.",
  },
  hintEdit: {
    sv: "Skriv början av namnet. Enter öppnar frasen för att ändra den.",
    en: "Write the beginning of the name. Enter opens the phrase to change it.",
  },
  empty: {
    sv: "Här samlas texter som du eller enheten skriver ofta. Skriv den första, så sätter du in den med // i vilken text som helst.",
    en: "Texts that you or the unit write often are gathered here. Write the first, and put it into any text with //.",
  },
  own: { sv: "Mina fraser", en: "My phrases" },
  ofUnit: { sv: "Enhetens fraser: {name}", en: "Phrases of the unit: {name}" },
  add: { sv: "Ny fras", en: "New phrase" },
  change: { sv: "Ändra en fras", en: "Change a phrase" },
  put: { sv: "Sätt in en fras", en: "Put in a phrase" },
  name: { sv: "Namn", en: "Name" },
  words: { sv: "Text", en: "Text" },
  wordsHelp: {
    sv: "Skriv inom [hakparenteser] det som ska fyllas i, till exempel [dag]. Inget kan signeras förrän det är ifyllt.",
    en: "Write in [square brackets] what has to be filled in, for example [day]. Nothing can be signed before it is filled in.",
  },
  whose: { sv: "Vem ska ha den?", en: "Who shall have it?" },
  mine: { sv: "Bara jag", en: "Only me" },
  unit: { sv: "Alla i {name}", en: "Everybody in {name}" },
  number: {
    sv: "Det ser ut som ett personnummer. En fras ska inte handla om någon: skriv [personnummer] i stället.",
    en: "That looks like an identity number. A phrase is about nobody: write [number] instead.",
  },
  save: { sv: "Spara frasen", en: "Save the phrase" },
  remove: { sv: "Ta bort frasen", en: "Remove the phrase" },
  leave: { sv: "Avbryt", en: "Cancel" },
  by: { sv: "Ändrad av {name}", en: "Changed by {name}" },
} satisfies TextTable;
