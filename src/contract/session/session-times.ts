/** A sign-in that nobody used for so long is over (OWASP ASVS 3.3.2: half an hour at most). */
export const SESSION_IDLE_MINUTES = 30;

/** A page that nobody touched for so long locks itself. */
export const PAGE_IDLE_MINUTES = 15;

/** Somebody who reads and types where nothing is asked of the server is told to it this often, and stays signed in. */
export const PAGE_ASKS_MINUTES = 5;
