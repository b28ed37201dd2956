import { externalStore } from "./external-store.ts";

/** Whether the server has ended the session under an open page: the shell then asks to sign in again. */
export const signedOutState = externalStore(false);
