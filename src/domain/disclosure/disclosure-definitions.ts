import type { MatterReducer } from "../akt-change.ts";
import type { CommandDefinition } from "../command-definition.ts";
import {
  disclosureDecided,
  disclosureHandedOver,
  disclosureRequested,
} from "./apply-disclosure.ts";
import {
  disclosureGranted,
  disclosureWaits,
  newDisclosure,
  outcomeFits,
  refusalOf,
  somebodyAsks,
} from "./disclosure-demands.ts";

/**
 * Handing out what stands in the akt: asked for, examined paragraph by paragraph, handed over (TF 2:15, FL 10 §, OSL
 * 6, 10, 12 and 26 kap., GDPR 15). A closed matter is asked for as often as a running one.
 */
export const disclosureDefinitions: Readonly<Record<string, CommandDefinition>> = {
  "disclosure.request": {
    event: "disclosure.requested",
    document: "disclosure-request",
    happenedIn: "occurredAt",
    ids: ["disclosure"],
    demands: [newDisclosure],
    checks: [somebodyAsks],
    afterClosing: true,
  },
  "disclosure.decide": {
    event: "disclosure.decided",
    document: "disclosure-decision",
    happenedIn: "occurredAt",
    ids: ["disclosure"],
    demands: [disclosureWaits],
    checks: [outcomeFits],
    decides: refusalOf,
    afterClosing: true,
  },
  "disclosure.hand-over": {
    event: "disclosure.handed-over",
    document: "disclosure-handing",
    happenedIn: "occurredAt",
    ids: ["disclosure"],
    demands: [disclosureWaits, disclosureGranted],
    afterClosing: true,
  },
};

export const disclosureReducers: Readonly<Record<string, MatterReducer>> = {
  "disclosure.requested": disclosureRequested,
  "disclosure.decided": disclosureDecided,
  "disclosure.handed-over": disclosureHandedOver,
};
