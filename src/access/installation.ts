/**
 * The board number of what belongs to no board: the setup code and the counts of tries. No board has it,
 * so the rows are out of reach for every request that works in a board.
 */
export const INSTALLATION = 0;
