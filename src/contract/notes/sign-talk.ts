import { aktCommand } from "../akt-command.ts";

/** Signs a documented talk or observation. */
export const signTalk = aktCommand("notes", "sign-talk", "talk.sign", "akt.write");
