/**
 * Part of an akt was lawfully destroyed: says by which run, and nothing of what it was. It leaves the state as it
 * is and is no entry that time is counted from.
 */
export const AKT_THINNED = "akt.thinned";
