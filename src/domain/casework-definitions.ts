import type { CommandDefinition } from "./command-definition.ts";
import { consentHolds, newConsent, withdrawnByGiver } from "./consent/consents.ts";
import { disclosureDefinitions } from "./disclosure/disclosure-definitions.ts";
import { newThing, openInvestigation } from "./demands.ts";
import { applicantsAreParties } from "./intake/application-demands.ts";

import { newResult, subscalesFit, totalFits } from "./instrument/instrument-demands.ts";
import { arrivedBeforeWhatFollowed, givenBeforeWithdrawn } from "./record/correction-order.ts";
import { reachDefinitions } from "./reach/reach-definitions.ts";
import { recordDefinitions } from "./record/record-definitions.ts";
import { noPlanYet, planThere } from "./plan/plan-demands.ts";
import {
  arrivedOn,
  derivedOfReceived,
  newReceived,
  somethingReceived,
} from "./received/received-demands.ts";

/** Commands of everyday casework that stand beside the chain from report to decision. */
export const caseworkDefinitions: Readonly<Record<string, CommandDefinition>> = {
  ...recordDefinitions,
  ...disclosureDefinitions,
  ...reachDefinitions,
  "application.receive": {
    event: "application.received",
    document: "application",
    happenedIn: "arrivedAt",
    ids: ["report"],
    demands: [newThing("report"), applicantsAreParties],
    fits: [applicantsAreParties, arrivedBeforeWhatFollowed],
    startsMatter: true,
  },
  "document.receive": {
    event: "document.received",
    document: "received-document",
    happenedOn: arrivedOn,
    ids: ["received"],
    demands: [newReceived],
    checks: [somethingReceived],
    derives: derivedOfReceived,
    afterClosing: true,
  },
  "plan.make": {
    event: "plan.made",
    document: "investigation-plan",
    happenedIn: "madeAt",
    ids: [],
    demands: [openInvestigation, noPlanYet],
  },
  "plan.revise": {
    event: "plan.revised",
    document: "investigation-plan",
    happenedIn: "madeAt",
    ids: [],
    demands: [openInvestigation, planThere],
  },
  "consent.give": {
    event: "consent.given",
    document: "consent",
    happenedIn: "occurredAt",
    ids: ["consent"],
    demands: [newConsent],
    fits: [givenBeforeWithdrawn],
  },
  "consent.withdraw": {
    event: "consent.withdrawn",
    document: "consent-withdrawal",
    happenedIn: "occurredAt",
    ids: ["consent"],
    demands: [consentHolds, withdrawnByGiver],
  },
  "instrument.score": {
    event: "instrument.scored",
    document: "instrument-result",
    happenedIn: "scoredAt",
    ids: ["result"],
    demands: [newResult, totalFits, subscalesFit],
    fits: [totalFits, subscalesFit],
  },
};
