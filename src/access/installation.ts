import { tenantOf } from "../store/tenant.ts";

/**
 * The board number of what belongs to no board: setup codes and the counts of tries. It is the highest
 * there is and no board gets it, so the rows are out of reach for every request that works in a board.
 */
export const INSTALLATION = tenantOf(2_147_483_647);
