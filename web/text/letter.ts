import type { TextTable } from "./text.ts";

/** Texts of letters: the panel on the child's page and the page a letter is written on. */
export const letterText = {
  letters: { sv: "Brev", en: "Letters" },
  lettersLead: {
    sv: "Varje brev skrivs till en namngiven mottagare. Det mottagaren inte får veta kommer inte med.",
    en: "Every letter is written to a named recipient. What the recipient must not know is left out.",
  },
  write: { sv: "Skriv brev", en: "Write a letter" },
  sentTitle: { sv: "Skickade brev", en: "Letters sent" },
  noneSent: { sv: "Inga brev är registrerade.", en: "No letters are recorded." },
  sentLine: { sv: "{name} till {to}, {day}", en: "{name} to {to}, {day}" },
  answerBy: { sv: "svar senast {day}", en: "answer by {day}" },
  answered: { sv: "svar kom {day}", en: "answered {day}" },
  openFile: { sv: "Öppna brevet", en: "Open the letter" },
  handedBy: { sv: "av {by}", en: "by {by}" },
  understood: { sv: "Förstod barnet: {what}", en: "Did the child understand: {what}" },
  enclosed: { sv: "{n} bilagor", en: "{n} enclosures" },
  oneEnclosed: { sv: "1 bilaga", en: "1 enclosure" },
  childAnswer: { sv: "Skriv ner barnets svar", en: "Write down the child's answer" },
  childAnswerLead: {
    sv: "Barnets egna ord står sedan under Barnets röst och kan citeras i beslutsunderlaget.",
    en: "The child's own words then stand under The child's voice and can be cited in the decision basis.",
  },
  childSaid: {
    sv: "barnet har svarat med egna ord",
    en: "the child has answered in its own words",
  },
  citableAnswer: {
    sv: "Barnets svar på sin version, {day}",
    en: "The child's answer to its own version, {day}",
  },
  recordAnswer: { sv: "Registrera svar i dag", en: "Record an answer today" },

  title: { sv: "Brev", en: "Letter" },
  which: { sv: "Vilket brev?", en: "Which letter?" },
  choose: { sv: "Välj brev", en: "Choose a letter" },
  about: { sv: "{name}, {day}", en: "{name}, {day}" },
  toWhom: { sv: "Till vem?", en: "To whom?" },
  chooseRecipient: { sv: "Välj mottagare", en: "Choose a recipient" },
  cannot: {
    sv: "Brevet kan inte skrivas till den mottagaren",
    en: "The letter cannot be written to that recipient",
  },
  protectedHint: {
    sv: "Mottagaren har skyddade personuppgifter: lämna brevet personligen eller låt Skatteverket förmedla det.",
    en: "The recipient has protected data: hand the letter over in person or let the tax agency forward it.",
  },
  preview: { sv: "Förhandsgranska", en: "Preview" },
  previewTitle: {
    sv: "Så här läser mottagaren brevet",
    en: "This is how the recipient reads the letter",
  },
  lacking: {
    sv: "Något är inte ifyllt än. De delarna saknas i brevet.",
    en: "Something is not filled in yet. Those parts are missing.",
  },
  omitted: {
    sv: "Utelämnat för mottagaren: {n}. Det står i det interna exemplaret.",
    en: "Left out for the recipient: {n}. It stands in the internal copy.",
  },
  pieces: { sv: "Det som står i ärendet", en: "What the matter holds" },
  piecesHelp: {
    sv: "Skriv med korta, enkla ord bredvid. Skriver du inget står det som i ärendet.",
    en: "Write short, plain words beside it. Where you write nothing it reads as in the matter.",
  },
  pieceEmpty: { sv: "Inget är skrivet.", en: "Nothing is written." },
  noPieces: { sv: "Ärendet har inget sådant än", en: "The matter has no such thing yet" },
  noPiecesHelp: {
    sv: "Du kan ändå skriva egna ord till barnet nedan.",
    en: "You can still write words of your own to the child below.",
  },
  plainWords: { sv: "Med enkla ord", en: "In plain words" },
  leaveOut: { sv: "Ta inte med", en: "Leave out" },
  choosePicture: { sv: "Välj bild", en: "Choose a picture" },
  noPicture: { sv: "ingen bild", en: "no picture" },
  enclosures: { sv: "Bilagor", en: "Enclosures" },
  enclosuresHelp: {
    sv: "Varje bilaga görs för mottagaren. Det mottagaren inte får se kommer inte med.",
    en: "Each enclosure is made for the recipient. What the recipient may not see is left out.",
  },
  together: { sv: "Allt i en fil.", en: "Everything in one file." },
  togetherHelp: {
    sv: "Sidor ur en inkommen PDF blir alltid en egen fil.",
    en: "Pages of a PDF that came in are always a file of their own.",
  },
  make: { sv: "Gör brevet", en: "Make the letter" },
  makeInternal: { sv: "Internt exemplar", en: "Internal copy" },
  making: { sv: "Gör brevet …", en: "Making the letter …" },
  open: { sv: "Öppna {name}", en: "Open {name}" },
  send: { sv: "Registrera som skickat", en: "Record as sent" },
  sending: { sv: "Registrerar …", en: "Recording …" },
  back: { sv: "Tillbaka", en: "Back" },
  none: {
    sv: "Inget brev kan skrivas i ärendet nu.",
    en: "No letter can be written in the matter now.",
  },
} as const satisfies TextTable;
