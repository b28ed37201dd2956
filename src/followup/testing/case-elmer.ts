import type { AktState, BasisState } from "../../domain/akt-state.ts";
import type { PersonState } from "../../domain/person/person-state.ts";
import {
  aktOf,
  basisOf,
  day,
  decisionOf,
  id,
  investigationOf,
  matterOf,
  personOf,
  protectionOf,
  reportOf,
} from "./states.ts";

/**
 * Facts of the acceptance case of two siblings: Elmer's report that was not opened, the investigation
 * that ended without consent, and the report a year later. Invented persons.
 */
export const elmer: PersonState = personOf(
  "elmer",
  "2014-02-17",
  {
    legalSex: "male",
    countryOfBirth: "SE",
    unaccompanied: false,
    addressKind: "both-guardians",
    custody: "joint",
    disability: "investigated",
    interpreter: false,
    protectionLevel: "none",
  },
  [["sibling", "tilde"]],
);

export const elmersGuardians: readonly PersonState[] = [
  personOf("petra", "1984-09-03", { legalSex: "female", countryOfBirth: "SE" }, [
    ["guardian", "elmer"],
  ]),
  personOf("jonas", "1981-01-22", { legalSex: "male", countryOfBirth: "SE" }, [
    ["guardian", "elmer"],
  ]),
];

function heard(name: string, guardian: string, answer: string) {
  return { id: id(name), guardian: id(guardian), heard: answer };
}

function factor(code: string, kind: string) {
  return { area: code.slice(0, 3).toUpperCase(), kind, factor: code };
}

const notOpened = matterOf("elmer-1", "2025-06-17", {
  reports: [
    reportOf(
      "rep1",
      "2025-06-17T10:20",
      {
        kind: "report",
        channel: "phone",
        reporterKind: "neighbour-private",
        reporterClass: "private",
        wantsFeedback: false,
        reasons: ["conflict", "supervision"],
        mainReason: "conflict",
        concerns: "guardian",
        violence: ["none"],
      },
      {
        ...protectionOf("2025-06-17T14:40", "no-immediate-need"),
        shielded: true,
        outcome: "not-open",
        outcomeOn: day("2025-07-01"),
        outcomeCoded: { notOpenReason: "no-measure" },
      },
    ),
  ],
  preliminary: [
    {
      on: day("2025-06-19"),
      childParticipation: "guardian-refused",
      hasReason: false,
      guardiansHeard: [heard("h1", "petra", "yes")],
    },
    {
      on: day("2025-06-25"),
      childParticipation: "guardian-refused",
      hasReason: true,
      guardiansHeard: [heard("h2", "petra", "yes"), heard("h3", "jonas", "yes")],
    },
  ],
});

const basis: BasisState = basisOf(
  "basis2",
  {
    informants: ["school", "pupil-health"],
    exposure: "yes",
    measureNeed: "no-consent",
  },
  {
    hasChildView: true,
    hasBestInterests: true,
    needs: [
      { id: id("need1"), area: "FF3" },
      { id: id("need2"), area: "BU3" },
      { id: id("need3"), area: "BU2" },
    ],
    factors: [
      factor("bu2-an-adult-at-school-who-cares", "protective"),
      factor("bu4-good-relation-to-siblings", "protective"),
      factor("bu4-friends", "protective"),
      factor("ff1-food-clothes-hygiene-sleep-are-provided", "protective"),
      factor("fm3-stable-housing", "protective"),
      factor("bu1-psychosomatic-complaints", "risk"),
      factor("bu2-school-absence", "risk"),
      factor("ff3-unpredictability", "risk"),
    ],
    guardianViews: [{ guardian: id("petra") }, { guardian: id("jonas") }],
    communicated: ["petra", "jonas"].map((party) => ({
      party: id(party),
      on: day("2025-11-25"),
      answerBy: day("2025-12-09"),
      version: 1,
    })),
  },
);

const withoutConsent = matterOf("elmer-2", "2025-08-27", {
  reports: [
    reportOf(
      "rep2",
      "2025-08-27T13:10",
      {
        kind: "report",
        channel: "e-service",
        reporterKind: "school",
        reporterClass: "duty-general",
        wantsFeedback: true,
        reasons: ["school", "mental-ill-health", "conflict"],
        mainReason: "school",
        concerns: "child",
        violence: ["none"],
      },
      {
        ...protectionOf("2025-08-27T15:30", "no-immediate-need"),
        outcome: "open",
        outcomeOn: day("2025-09-04"),
      },
    ),
  ],
  preliminary: [
    {
      on: day("2025-09-02"),
      childParticipation: "guardian-present",
      hasReason: false,
      guardiansHeard: [],
      reportMeeting: "held",
    },
  ],
  acts: [
    {
      act: id("police2"),
      kind: "police-report.considered",
      on: day("2025-08-28"),
      coded: { policeReport: "not-applicable" },
    },
    { act: id("fb2"), kind: "feedback.given", on: day("2025-09-10"), coded: {} },
    consultation("creq2s", "requested", "2025-09-25", "school"),
    consultation("creq2e", "requested", "2025-09-25", "pupil-health"),
    consultation("creq2t", "requested", "2025-09-25", "dental-care"),
    consultation("cans2s", "answered", "2025-10-14", "school"),
    consultation("cans2e", "answered", "2025-10-16", "pupil-health"),
  ],
  investigation: investigationOf("inv2", "2025-09-04", {
    childInformed: { way: "written", understood: "cannot-judge" },
    closedOn: day("2025-12-19"),
    result: "no-consent",
  }),
  talks: {
    withChild: 3,
    alone: 3,
    homeVisits: 1,
    adults: [
      { person: id("petra"), talks: 1, visits: 1 },
      { person: id("jonas"), talks: 2, visits: 0 },
    ],
    participation: ["guardian-present"],
  },
  basis,
  decisions: [
    decisionOf(
      "dec2",
      "2025-12-19",
      {
        childPosition: "consents",
        referredTo: ["pupil-health", "primary-care"],
        guardianPositions: [
          { id: id("p1"), guardian: id("petra"), position: "opposes" },
          { id: id("p2"), guardian: id("jonas"), position: "opposes" },
        ],
      },
      { type: "close-without-measure" },
    ),
  ],
  followUp23: {
    decidedOn: day("2025-12-19"),
    consent: "with-consent",
    endedOn: day("2026-06-12"),
  },
  closedOn: day("2026-06-12"),
});

function consultation(name: string, what: string, on: string, body: string) {
  return { act: id(name), kind: `consultation.${what}`, on: day(on), coded: { body } };
}

const yearLater = matterOf("elmer-3", "2026-09-07", {
  reports: [
    reportOf(
      "rep3",
      "2026-09-07T09:45",
      {
        kind: "report",
        channel: "e-service",
        reporterKind: "pupil-health",
        reporterClass: "duty-general",
        wantsFeedback: true,
        reasons: ["mental-ill-health", "school", "violence-against-child"],
        mainReason: "mental-ill-health",
        concerns: "guardian",
        violence: ["psychological"],
      },
      {
        ...protectionOf("2026-09-07T15:00", "met-otherwise"),
        outcome: "open",
        outcomeOn: day("2026-09-10"),
      },
    ),
  ],
  acts: [
    {
      act: id("police3"),
      kind: "police-report.considered",
      on: day("2026-09-08"),
      coded: { policeReport: "considered-not-made" },
    },
    { act: id("fb3"), kind: "feedback.given", on: day("2026-09-15"), coded: {} },
  ],
  investigation: investigationOf("inv3", "2026-09-10"),
});

/** Elmer's akt with the facts of all three matters. */
export const elmersAkt: AktState = aktOf("elmer", [notOpened, withoutConsent, yearLater]);
