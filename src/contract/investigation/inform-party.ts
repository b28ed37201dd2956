import { aktCommand } from "../akt-command.ts";

/** Records that somebody was told that an investigation is open. */
export const informParty = aktCommand("investigation", "inform-party", "party.inform", "akt.write");
