import type { TextTable } from "./text.ts";

/** Texts of forms, whatever the document. */
export const formText = {
  yes: { sv: "Ja", en: "Yes" },
  no: { sv: "Nej", en: "No" },
  choose: { sv: "Välj …", en: "Choose …" },
  law: { sv: "krävs enligt lag", en: "required by law" },
  followUp: { sv: "behövs för uppföljningen", en: "needed for follow-up" },
  practice: { sv: "god praxis", en: "good practice" },
  add: { sv: "Lägg till", en: "Add" },
  addFor: { sv: "Lägg till {name}", en: "Add {name}" },
  addStatement: { sv: "Lägg till en uppgift", en: "Add a statement" },
  addFactor: { sv: "Lägg till en faktor", en: "Add a factor" },
  noNeedYet: {
    sv: "Skriv först barnets viktigaste behov, så kan målet kopplas till ett av dem.",
    en: "Write the child's central needs first, so that the goal can be tied to one of them.",
  },
  noGoalYet: { sv: "Ärendet har inget mål än.", en: "The matter has no goal yet." },
  remove: { sv: "Ta bort", en: "Remove" },
  number: { sv: "nr {n}", en: "no. {n}" },
  help: { sv: "Hjälp", en: "Help" },
  otherText: {
    sv: "Två skrev här samtidigt. Det ena står i fältet, det andra här. Välj vilket som ska gälla.",
    en: "Two wrote here at the same time. One is in the field, the other is here. Choose which to keep.",
  },
  emptied: { sv: "Tömt: inget svar", en: "Emptied: no answer" },
  writesHere: { sv: "{name} skriver här", en: "{name} is writing here" },
  keepMine: { sv: "Behåll det i fältet", en: "Keep what is in the field" },
  keepOther: { sv: "Använd det här i stället", en: "Use this instead" },
  takenAway: { sv: "Borttagen post", en: "Removed entry" },
  takenAwayText: {
    sv: "Den här posten togs bort medan någon skrev i den. Säg om den ska vara kvar.",
    en: "This entry was removed while somebody was writing in it. Say whether it should stay.",
  },
  putBack: { sv: "Lägg tillbaka", en: "Put back" },
  leaveOut: { sv: "Låt den vara borta", en: "Leave it out" },
  theOther: { sv: "Den andra texten", en: "The other text" },
  saved: { sv: "Sparat {time}", en: "Saved {time}" },
  saving: { sv: "Sparar …", en: "Saving …" },
  typing: { sv: "Sparas strax", en: "Saves in a moment" },
  untouched: { sv: "Allt är sparat", en: "All is saved" },
  opening: { sv: "Öppnar utkastet …", en: "Opening the draft …" },
  noContact: {
    sv: "Ingen kontakt med servern. Texten finns kvar här och sparas så fort kontakten är tillbaka. Stäng inte sidan.",
    en: "No contact with the server. The text is kept here and saved as soon as contact is back. Do not close the page.",
  },
  noContactKept: {
    sv: "Ingen kontakt med servern. Texten finns kvar här, med en låst kopia i webbläsaren, och sparas så fort kontakten är tillbaka.",
    en: "No contact with the server. The text is kept here, with a sealed copy in the browser, and saved as soon as contact is back.",
  },
  refused: {
    sv: "Servern tog inte emot det senaste. Texten finns kvar här.",
    en: "The server did not take the latest. The text is kept here.",
  },
  gone: {
    sv: "Utkastet är inte kvar: det har signerats eller tagits bort, kanske i ett annat fönster. Det du skriver här sparas inte. Kopiera det du vill ha kvar och ladda om sidan.",
    en: "The draft is gone: it has been signed or discarded, perhaps in another window. What you write here is not saved. Copy what you want to keep and load the page again.",
  },
  nobody: {
    sv: "Ingen person är registrerad i ärendet ännu.",
    en: "No person is registered in the matter yet.",
  },
  unknown: { sv: "Uppgift saknas", en: "Not known" },
} satisfies TextTable;
