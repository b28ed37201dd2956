import type { TextTable } from "./text.ts";

/** Texts of received documents: the form they are taken in by, and the list of them. */
export const receivedText = {
  title: { sv: "Ta in handling", en: "Take in a document" },
  lead: {
    sv: "Välj filen eller klistra in texten. Originalet sparas som det kom.",
    en: "Choose the file or paste the text. The original is kept as it came.",
  },
  original: { sv: "Originalet", en: "The original" },
  file: { sv: "Fil", en: "File" },
  fileHelp: {
    sv: "PDF, JPEG, PNG, TIFF eller ren text, högst 25 MB. Filens namn sparas inte.",
    en: "PDF, JPEG, PNG, TIFF or plain text, at most 25 MB. The name of the file is not kept.",
  },
  drop: { sv: "Du kan också dra filen hit.", en: "You can also drag the file here." },
  sendingFile: { sv: "Kontrollerar filen …", en: "Checking the file …" },
  fileReady: { sv: "Filen är kontrollerad: {what}.", en: "The file has been checked: {what}." },
  onePage: { sv: "1 sida", en: "1 page" },
  pages: { sv: "{n} sidor", en: "{n} pages" },
  removeFile: { sv: "Ta bort filen", en: "Remove the file" },
  tooLarge: { sv: "Filen är större än 25 MB.", en: "The file is larger than 25 MB." },
  fileLost: {
    sv: "Filen kom inte fram. Texten är kvar. Välj filen igen.",
    en: "The file did not arrive. The text is kept. Choose the file again.",
  },
  waitForFile: {
    sv: "Filen kontrolleras fortfarande. Försök igen strax.",
    en: "The file is still being checked. Try again in a moment.",
  },
  children: {
    sv: "Gäller handlingen fler barn?",
    en: "Does the document concern more children?",
  },
  childrenHelp: {
    sv: "Varje barn får handlingen i sin egen akt. Inget barn nämns i ett annat barns akt.",
    en: "Each child gets the document in its own file. No child is named in another child's file.",
  },
  submit: { sv: "Ta in handlingen", en: "Take in the document" },

  none: { sv: "Inga handlingar har tagits in ännu", en: "No documents have been taken in yet" },
  noneHelp: {
    sv: "Brev, intyg, yttranden och e-post som kommer in visas här, med originalet.",
    en: "Letters, certificates, statements and e-mails that come in show here, with the original.",
  },
  arrived: { sv: "inkom {day}", en: "received {day}" },
  hiddenFrom: { sv: "Får inte visas för {names}", en: "Must not be shown to {names}" },
  archive: { sv: "säger sig vara PDF/A-{kind}", en: "says it is PDF/A-{kind}" },
  marks: { sv: "Sekretessmarkering: {what}", en: "Secrecy mark: {what}" },
  copyFor: { sv: "Kopia för", en: "Copy for" },
  copyInternal: { sv: "akten", en: "the file" },
  makeCopy: { sv: "Gör kopia", en: "Make a copy" },
  openCopy: { sv: "Öppna kopian", en: "Open the copy" },
  copyArchive: { sv: "PDF/A", en: "PDF/A" },
  copyPlain: { sv: "vanlig PDF, inte PDF/A", en: "an ordinary PDF, not PDF/A" },
  somebody: { sv: "någon i ärendet", en: "somebody in the matter" },
  open: { sv: "Öppna eller skriv ut", en: "Open or print" },
  save: { sv: "Spara", en: "Save" },
  showText: { sv: "Visa texten", en: "Show the text" },
  cannotOpen: {
    sv: "Originalen läses av handläggare och chefer.",
    en: "The originals are read by caseworkers and managers.",
  },
  citable: { sv: "{kind}, {day}: {about}", en: "{kind}, {day}: {about}" },
} satisfies TextTable;
