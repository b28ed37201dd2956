import type { TextTable } from "./text.ts";

/** Texts of the pages about handing out what stands in an akt. */
export const disclosureText = {
  title: { sv: "Begäran om handlingar", en: "Requests for documents" },
  lead: {
    sv: "Partsinsyn, egen akt, registerutdrag, allmän handling och begäran från myndigheter. Varje begäran prövas stycke för stycke, och exemplaret görs för den som har begärt det.",
    en: "A party's insight, the own file, access to one's data, public documents and requests by authorities. Each request is examined paragraph by paragraph, and the copy is made for whoever asked.",
  },
  caption: { sv: "Begäran om handlingar", en: "Requests for documents" },
  none: { sv: "Ingen har begärt handlingar", en: "Nobody has asked for documents" },
  noneHelp: {
    sv: "Anteckna en begäran när den kommer, också en muntlig.",
    en: "Note a request when it comes, an oral one too.",
  },
  on: { sv: "Kom", en: "Came" },
  kind: { sv: "Begäran", en: "Request" },
  who: { sv: "Vem", en: "Who" },
  somebodyElse: { sv: "någon annan", en: "somebody else" },
  state: { sv: "Läge", en: "State" },
  waits: { sv: "ska prövas", en: "to be examined" },
  handed: { sv: "lämnad {day}", en: "handed over {day}" },
  examine: { sv: "Öppna", en: "Open" },
  newOne: { sv: "Ny begäran", en: "A new request" },
  inMatter: { sv: "Ärende", en: "Matter" },
  noNumber: { sv: "utan nummer", en: "without a number" },
  note: { sv: "Anteckna begäran", en: "Note the request" },
  back: { sv: "Till alla begäranden", en: "To all requests" },
  for: { sv: "Exemplaret görs för {name}.", en: "The copy is made for {name}." },
  stranger: {
    sv: "Den som begär är inte part i dag. Allt som är hemligt för någon tas bort av sig självt, och inget behöver lämnas ut om det inte är klart att det kan ske utan men.",
    en: "Whoever asks is no party today. All that is secret towards anybody is left out by itself, and nothing need be disclosed unless it is clear that it can be without harm.",
  },
  party: {
    sv: "Den som begär är part. Det som redan är dolt för parten tas bort av sig självt.",
    en: "Whoever asks is a party. What is hidden from the party already is left out by itself.",
  },
  wants: { sv: "Vill ha", en: "Wants" },
  mayNotRefuse: {
    sv: "Du kan lämna ut allt. Att inte lämna ut något, helt eller delvis, är ett beslut som enligt delegationsordningen fattas av {roles}. Markera styckena här; utkastet finns kvar för den som beslutar.",
    en: "You may disclose everything. Not to disclose something, in whole or in part, is a decision that the delegation order leaves to {roles}. Mark the paragraphs here; the draft remains for the one who decides.",
  },
  paragraphs: { sv: "Stycke för stycke", en: "Paragraph by paragraph" },
  paragraphsHelp: {
    sv: "Välj en grund vid det som inte ska lämnas ut. Märkta stycken nämner något som kan vara hemligt: läs dem extra noga. Systemet bestämmer ingenting.",
    en: "Choose a ground beside what is not to be disclosed. Marked paragraphs mention something that may be secret: read them with extra care. The system decides nothing.",
  },
  tally: {
    sv: "{n} rader, {parts} stycken att se extra på, {out} borttagna.",
    en: "{n} entries, {parts} paragraphs to look at, {out} left out.",
  },
  onlyMarked: {
    sv: "Visa bara rader med märkta stycken",
    en: "Show only entries with marked paragraphs",
  },
  whole: { sv: "Hela raden", en: "The whole entry" },
  give: { sv: "lämnas ut", en: "disclosed" },
  ground: {
    sv: "Vad sker med stycket {n} ({label})?",
    en: "What becomes of paragraph {n} ({label})?",
  },
  groundWhole: {
    sv: "Vad sker med hela raden {day}?",
    en: "What becomes of the whole entry of {day}?",
  },
  closed: { sv: "tas alltid bort: {ground}", en: "always left out: {ground}" },
  look: { sv: "Läs noga: {ground}", en: "Read with care: {ground}" },
  original: {
    sv: "En inkommen handling hör till raden. Den kopieras för sig, under Inkomna handlingar.",
    en: "A received document belongs to the entry. It is copied by itself, under Received documents.",
  },
  by: { sv: "av {name}", en: "by {name}" },
  nothing: {
    sv: "Det finns inget i akten att pröva.",
    en: "There is nothing in the file to examine.",
  },
  allOut: { sv: "Ta bort alla rader", en: "Leave out every entry" },
  decision: { sv: "Beslut", en: "Decision" },
  decide: { sv: "Bestäm vad som lämnas ut", en: "Decide what is disclosed" },
  decided: { sv: "Prövat {day}: {outcome}.", en: "Examined {day}: {outcome}." },
  again: {
    sv: "Prövningen kan göras om tills handlingarna är lämnade.",
    en: "The examination can be made again until the documents are handed over.",
  },
  examineAgain: { sv: "Pröva igen", en: "Examine again" },
  copy: { sv: "Exemplaret", en: "The copy" },
  make: { sv: "Gör exemplaret", en: "Make the copy" },
  making: { sv: "Gör exemplaret …", en: "Making the copy …" },
  openCopy: { sv: "Öppna exemplaret (PDF)", en: "Open the copy (PDF)" },
  copyStops: {
    sv: "Exemplaret stoppas om något som är hemligt för mottagaren står kvar. Stycket pekas ut.",
    en: "The copy is stopped when something secret towards the recipient is still there. The paragraph is pointed out.",
  },
  toPlace: { sv: "Till stycket i rad {n}", en: "To the paragraph in entry {n}" },
  handing: { sv: "Lämna", en: "Hand over" },
  hand: { sv: "Anteckna att de är lämnade", en: "Note that they are handed over" },
} as const satisfies TextTable;
