/** The shortest password one may choose: length is what makes guessing hopeless, so nothing else is asked of it. */
export const SHORTEST_PASSWORD = 12;
