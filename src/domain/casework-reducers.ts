import type { MatterReducer } from "./akt-change.ts";
import { consentGiven, consentWithdrawn } from "./consent/apply-consent.ts";
import { disclosureReducers } from "./disclosure/disclosure-definitions.ts";
import { instrumentScored } from "./instrument/apply-instrument.ts";
import { applicationReceived } from "./intake/apply-application.ts";
import { entryMarked } from "./record/apply-mark.ts";
import { CORRECTED, MOVED, UNDONE } from "./record/standing-events.ts";
import { objectionNoted } from "./record/apply-objection.ts";
import { reachReducers } from "./reach/reach-definitions.ts";
import { planMade } from "./plan/apply-plan.ts";
import { documentReceived } from "./received/apply-received.ts";

/** What each event type of everyday casework does to its matter. */
export const caseworkReducers: Readonly<Record<string, MatterReducer>> = {
  ...disclosureReducers,
  ...reachReducers,
  "objection.noted": objectionNoted,
  [CORRECTED]: entryMarked("corrected"),
  [UNDONE]: entryMarked("undone"),
  [MOVED]: entryMarked("moved"),
  "application.received": applicationReceived,
  "consent.given": consentGiven,
  "consent.withdrawn": consentWithdrawn,
  "instrument.scored": instrumentScored,
  "document.received": documentReceived,
  "plan.made": planMade("plan.made"),
  "plan.revised": planMade("plan.revised"),
};
