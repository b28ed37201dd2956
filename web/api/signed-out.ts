import { externalStore } from "./external-store.ts";

/** Why nobody is signed in under an open page: the server has ended the session, or nobody has been there. */
export type SignedOutReason = "ended" | "idle";

/** The shell asks to sign in again, and shows nothing of the page until somebody has. */
export const signedOutState = externalStore<SignedOutReason | undefined>(undefined);
