import type { MatterReducer } from "./akt-change.ts";
import { applicationReceived } from "./intake/apply-application.ts";

/** What each event type of everyday casework does to its matter. */
export const caseworkReducers: Readonly<Record<string, MatterReducer>> = {
  "application.received": applicationReceived,
};
