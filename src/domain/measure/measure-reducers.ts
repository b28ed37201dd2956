import type { MatterReducer } from "../akt-change.ts";
import {
  consentWithdrawn,
  measureEnded,
  measureFollowedUp,
  measureOrdered,
  measureStarted,
  planMade,
} from "./apply-measure.ts";

/** What each event of an open measure does to its matter. */
export const measureReducers: Readonly<Record<string, MatterReducer>> = {
  "measure.ordered": measureOrdered,
  "measure.started": measureStarted,
  "implementation-plan.made": planMade,
  "implementation-plan.revised": planMade,
  "contact-plan.made": planMade,
  "contact-plan.revised": planMade,
  "measure.followed-up": measureFollowedUp,
  "measure.consent-withdrawn": consentWithdrawn,
  "measure.ended": measureEnded,
};
