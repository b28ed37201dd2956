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
  aboutWhat: { sv: "Vad gäller invändningen?", en: "What is the objection about?" },
  theWhole: { sv: "Hela texten", en: "The whole text" },
  notShownTo: { sv: "Får inte visas för", en: "Must not be shown to" },
  whatIsWrong: { sv: "Vad är fel, enligt personen?", en: "What is wrong, as the person sees it?" },
  correct: { sv: "Rätta", en: "Correct" },
  bothStay: {
    sv: "Den första texten står kvar, överstruken, och går att läsa. Dagar räknas om.",
    en: "The first text stays, struck through, and can be read. Days are counted anew.",
  },
  whyCorrected: { sv: "Varför rättas det?", en: "Why is it corrected?" },
  correctedBy: { sv: "Rättad {day} av {by}", en: "Corrected {day} by {by}" },
  undoneBy: { sv: "Ångrad {day} av {by}", en: "Undone {day} by {by}" },
  movedBy: { sv: "Omförd {day} av {by}", en: "Moved {day} by {by}" },
  movedHere: {
    sv: "Omförd hit från en annan akt {day} av {by}",
    en: "Moved here from another file {day} by {by}",
  },
  firstRecorded: { sv: "Antecknad först {when} av {by}.", en: "Recorded first {when} by {by}." },
  sealed: {
    sv: "Texten hör till ett annat barn och visas inte här.",
    en: "The text belongs to another child and is not shown here.",
  },
  readSealed: { sv: "Läs det som stod här", en: "Read what stood here" },
  readSealedIsLogged: { sv: "Att du läser antecknas.", en: "That you read it is noted." },
  move: { sv: "Omför till rätt akt", en: "Move to the right file" },
  moveLead: {
    sv: "Raden får samma dag i den rätta akten. Här står bara att den är omförd, och av vem. Dagar räknas om i båda.",
    en: "The line keeps its day in the right file. Here stands only that it was moved, and by whom. Days are counted anew in both.",
  },
  moveReport: {
    sv: "Skyddsbedömningen och det som är antecknat om den följer med.",
    en: "The protection assessment and what was noted of it go with it.",
  },
  newMatter: { sv: "Ett nytt ärende", en: "A new matter" },
  moveChildIsOther: {
    sv: "Där raden nämner barnet i den här akten står det andra barnet i stället.",
    en: "Where the line names the child of this file it names the other child instead.",
  },
  belongsTo: { sv: "Vilket barn hör raden till?", en: "Which child does the line belong to?" },
  belongsToHelp: { sv: "Namn eller personnummer", en: "Name or identity number" },
  belongsToMatter: { sv: "Ärende", en: "Matter" },
  noAkt: { sv: "Barnet har ingen akt hos nämnden.", en: "The child has no file at the board." },
  aktBegins: {
    sv: "Barnet har ingen akt hos nämnden. En läggs upp, och ett ärende börjar där.",
    en: "The child has no file at the board. One is made, and a matter begins there.",
  },
  otherChild: { sv: "Välj ett annat barn", en: "Choose another child" },
  whyMoved: { sv: "Varför omförs det?", en: "Why is it moved?" },
  whyMovedHelp: {
    sv: "Skälet står i båda akterna. Skriv inga namn.",
    en: "The reason stands in both files. Write no names.",
  },
  firstText: { sv: "Det som stod först", en: "What stood first" },
  registeredAfterwards: { sv: "Registrerad i efterhand", en: "Registered afterwards" },
  reasonGiven: { sv: "Skäl:", en: "Reason:" },
  daysCountedAnew: { sv: "Dagar som räknades om", en: "Days that were counted anew" },
  undo: { sv: "Ångra", en: "Undo" },
  choose: { sv: "Välj", en: "Choose" },
  leave: { sv: "Avbryt", en: "Cancel" },
} satisfies TextTable;
