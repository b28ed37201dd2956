import { aktCommand } from "../akt-command.ts";

/** Records the result of an instrument; never its questions. */
export const scoreInstrument = aktCommand(
  "investigation",
  "score-instrument",
  "instrument.score",
  "akt.write",
  [
    "instrument.no-number",
    "instrument.out-of-range",
    "instrument.no-such-scale",
    "instrument.no-total",
  ],
);
