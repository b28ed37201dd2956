import type { ChildPageAnswer, MatterAnswer } from "../api/queries.ts";
import { samplePerson } from "../pages/examples/sample.ts";

/** The akt of the sample, and its matter. */
export const akt = "00000000-0000-7000-8000-000000000101";
export const matterId = "00000000-0000-7000-8000-000000000102";

export type Step = MatterAnswer["steps"][number];

/** A step that can be taken. */
export function step(command: string, sv: string, more: Partial<Step> = {}): Step {
  return {
    command,
    route: command,
    ids: {},
    decision: null,
    sv,
    en: sv,
    possible: true,
    missing: [],
    ...more,
  };
}

const investigation = {
  investigation: "00000000-0000-7000-8000-000000000103",
  openedOn: "2026-09-16",
  extendedUntil: null,
  closedOn: null,
  result: null,
};

/** A matter that is investigated. */
export function matter(more: Partial<MatterAnswer> = {}): MatterAnswer {
  return {
    matter: matterId,
    number: null,
    startedOn: "2026-09-08",
    closedOn: null,
    phase: "investigating",
    worker: null,
    coWorker: null,
    unit: null,
    reports: [],
    investigation,
    plan: null,
    followUp23: null,
    consents: [],
    instruments: [],
    basis: null,
    decisions: [],
    needs: [],
    goals: [],
    measures: [],
    participation: [],
    steps: [],
    clocks: [],
    ...more,
  };
}

/** The page of a child, as whoever works with it gets it. */
export function child(more: Partial<ChildPageAnswer> = {}): ChildPageAnswer {
  const label = samplePerson(1);
  return {
    akt,
    child: label,
    linkedAkter: [],
    twoInvestigations: [],
    glassUntil: null,
    may: ["akt.write", "person.write", "draft.write", "print.make"],
    person: label.person,
    birthDate: null,
    ownCopy: { fromAge: 15, gets: false },
    parties: [],
    family: [],
    protection: null,
    matters: [],
    otherMatters: 0,
    childsWords: [],
    areas: [],
    drafts: [],
    ...more,
  };
}

/** A measure that was granted. */
export function measure(
  id: string,
  type: string,
  more: object = {},
): MatterAnswer["measures"][number] {
  return {
    measure: id,
    types: [type],
    decision: id,
    grantedOn: "2026-10-01",
    from: null,
    to: null,
    providerKind: null,
    orderedOn: null,
    startedOn: null,
    planMadeOn: null,
    planRevisedOn: null,
    followedUpOn: null,
    nextFollowUp: null,
    consentWithdrawn: false,
    goals: [],
    documents: [],
    reports: [],
    ended: null,
    ...more,
  };
}
