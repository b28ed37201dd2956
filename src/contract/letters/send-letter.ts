import { aktCommand } from "../akt-command.ts";
import { letterRefusals } from "./letter-body.ts";

/** A letter was handed over or sent: to whom, how and when. */
export const sendLetter = aktCommand(
  "letters",
  "send-letter",
  "letter.send",
  "akt.assess",
  letterRefusals,
);
