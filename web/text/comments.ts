import type { TextTable } from "./text.ts";

/** Texts of comments on parts of a basis, from whoever reads it to whoever writes it. */
export const commentsText = {
  title: { sv: "Synpunkter", en: "Comments" },
  waitingOne: { sv: "En synpunkt är inte åtgärdad.", en: "One comment is not met." },
  waitingMany: { sv: "{n} synpunkter är inte åtgärdade.", en: "{n} comments are not met." },
  allMet: { sv: "Alla synpunkter är åtgärdade.", en: "All comments are met." },
  lead: {
    sv: "Arbetsmaterial: följer inte med på utskrifter och försvinner när underlaget fastställs.",
    en: "Work material: never printed, and gone when the basis is made final.",
  },
  by: { sv: "{by}, {when}", en: "{by}, {when}" },
  meet: { sv: "Markera som åtgärdad", en: "Mark as met" },
  met: { sv: "Åtgärdad av {by}, {when}", en: "Met by {by}, {when}" },
  unmeet: { sv: "Inte åtgärdad", en: "Not met" },
  comment: { sv: "Kommentera", en: "Comment" },
  commentOn: { sv: "Synpunkt på {part}", en: "Comment on {part}" },
  save: { sv: "Lämna synpunkten", en: "Leave the comment" },
  cancel: { sv: "Avbryt", en: "Cancel" },
  writeFirst: { sv: "Skriv synpunkten först.", en: "Write the comment first." },
} satisfies TextTable;
