import { aktCommand } from "../akt-command.ts";

/** A letter was answered. */
export const recordLetterAnswer = aktCommand(
  "letters",
  "record-letter-answer",
  "letter.answer",
  "akt.write",
  ["letter.not-found"],
);
