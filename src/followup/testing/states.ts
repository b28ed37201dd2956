import type {
  AktState,
  BasisState,
  DecisionState,
  InvestigationState,
  MatterState,
  ReportState,
} from "../../domain/akt-state.ts";
import type { Answers } from "../../domain/event.ts";
import type { PersonState, Relation } from "../../domain/person/person-state.ts";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import {
  instantOfLocal,
  parseLocalDateTime,
  stockholmDate,
  type Instant,
} from "../../kernel/instant.ts";
import { plainDate, type PlainDate } from "../../kernel/plain-date.ts";

/** States of akter made by hand for tests, by the names the examples use. */

const names = new Map<string, Uuid>();

/** The same id for the same name. */
export function id(name: string): Uuid {
  const known = names.get(name);
  if (known !== undefined) return known;
  const digits = (names.size + 1).toString(16).padStart(12, "0");
  const made = parseUuid(`01900000-0000-7000-8000-${digits}`);
  if (made === undefined) throw new Error(`no id for ${name}`);
  names.set(name, made);
  return made;
}

/** A moment in Sweden, `2025-06-17T10:20`. */
export function moment(local: string): Instant {
  const parsed = parseLocalDateTime(local);
  if (parsed === undefined) throw new Error(`not a local time: ${local}`);
  return instantOfLocal(parsed);
}

export const day = plainDate;

export function aktOf(child: string, matters: readonly MatterState[]): AktState {
  const [first] = matters.map((matter) => matter.startedOn).toSorted();
  const on = first ?? day("2025-01-01");
  return {
    akt: id(`akt ${child}`),
    person: id(child),
    createdOn: on,
    lastEntryOn: on,
    matters: Object.fromEntries(matters.map((matter) => [matter.matter, matter])),
  };
}

export function matterOf(
  name: string,
  startedOn: string,
  given: Partial<MatterState>,
): MatterState {
  return {
    matter: id(name),
    startedOn: day(startedOn),
    reports: [],
    preliminary: [],
    talks: { withChild: 0, alone: 0, homeVisits: 0, adults: [], participation: [] },
    decisions: [],
    acts: [],
    facts: [],
    ...given,
  };
}

export function reportOf(
  name: string,
  received: string,
  coded: Answers,
  given: Partial<ReportState> = {},
): ReportState {
  const receivedAt = moment(received);
  return {
    report: id(name),
    receivedAt,
    arrivedOn: stockholmDate(receivedAt),
    seq: names.size,
    coded,
    shielded: false,
    moreChildren: false,
    ...given,
  };
}

export function protectionOf(assessed: string, outcome: string): Pick<ReportState, "protection"> {
  const assessedAt = moment(assessed);
  return {
    protection: { assessedAt, assessedOn: stockholmDate(assessedAt), outcome, lateArrival: false },
  };
}

export function investigationOf(
  name: string,
  openedOn: string,
  given: Partial<InvestigationState> = {},
): InvestigationState {
  return {
    investigation: id(name),
    openedOn: day(openedOn),
    byApplication: false,
    extensions: 0,
    informed: [],
    postponed: [],
    ...given,
  };
}

export function basisOf(name: string, coded: Answers, given: Partial<BasisState>): BasisState {
  return {
    document: id(name),
    version: 1,
    fixedVersion: 1,
    status: "signed",
    seq: 1,
    communicated: [],
    coded,
    needs: [],
    factors: [],
    guardianViews: [],
    hasChildView: false,
    hasBestInterests: false,
    ...given,
  };
}

export function decisionOf(
  name: string,
  on: string,
  coded: Answers,
  given: Partial<DecisionState> = {},
): DecisionState {
  return {
    decision: id(name),
    on: day(on),
    seq: names.size,
    type: "open-measure",
    level: "delegate",
    favourable: false,
    appealable: "not",
    coded,
    notified: [],
    ...given,
  };
}

/** A person with fields that have held since birth, and relations that hold without end. */
export function personOf(
  name: string,
  born: string,
  fields: Answers,
  relations: readonly (readonly [kind: string, to: string])[] = [],
): PersonState {
  const from: PlainDate = day(born);
  const all: Answers = { birthDate: born, ...fields };
  return {
    person: id(name),
    registeredOn: from,
    identityHistory: [],
    fields: Object.fromEntries(
      Object.entries(all).map(([field, value]) => [field, [{ validFrom: from, value }]]),
    ),
    relations: relations.map(([kind, to]): Relation => ({
      relation: id(`${name} ${kind} ${to}`),
      kind,
      to: id(to),
    })),
  };
}
