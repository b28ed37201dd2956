import type { TextTable } from "./text.ts";

/** Texts of letters: the panel on the child's page and the page a letter is written on. */
export const letterText = {
  letters: { sv: "Brev", en: "Letters" },
  lettersLead: {
    sv: "Varje brev skrivs till en namngiven mottagare. Det mottagaren inte får veta kommer inte med.",
    en: "Every letter is written to a named recipient. What the recipient must not know is left out.",
  },
  write: { sv: "Skriv brev", en: "Write a letter" },
  matterOf: { sv: "Ärendet som började {day}", en: "The matter that began {day}" },
  sentTitle: { sv: "Skickade brev", en: "Letters sent" },
  noneSent: { sv: "Inga brev är registrerade.", en: "No letters are recorded." },
  sentLine: { sv: "{name} till {to}, {day}", en: "{name} to {to}, {day}" },
  answerBy: { sv: "svar senast {day}", en: "answer by {day}" },
  answered: { sv: "svar kom {day}", en: "answered {day}" },
  openFile: { sv: "Öppna brevet", en: "Open the letter" },
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
