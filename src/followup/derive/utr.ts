import type { InvestigationState, MatterState, ReportState } from "../../domain/akt-state.ts";
import { birthDateOf } from "../../domain/person/person-state.ts";
import { codesOf, textOf } from "../../domain/read.ts";
import { ageOn, daysBetween } from "../../kernel/plain-date.ts";
import {
  answered,
  answeredSet,
  notAsked,
  notRelevant,
  orElse,
  setOf,
  type Value,
} from "../value.ts";
import { bestParticipation, type DeriveEnv, type RowPersons } from "./env.ts";
import { areaGuardianVariables, areaVariables } from "./utr-areas.ts";
import { healthExamination, networkInvolved } from "./utr-record.ts";
import { informantsOnRecord, isAnswer } from "./informants.ts";
import { actsOf, isDuring, speaksOfNoViolence } from "./matter-facts.ts";

/** One investigation of one child, in its matter. */
export interface UtrInput {
  readonly investigation: InvestigationState;
  readonly matter: MatterState;
  readonly persons: RowPersons;
  readonly env: DeriveEnv;
}

/** The variables of an investigation. One function a variable; a part has the id of the part. */
export const utrVariables: Readonly<Record<string, (input: UtrInput) => Value>> = {
  "UTR-01": (input) => answeredSet(openingReport(input)?.coded["reasons"]),
  "UTR-01.main": mainReason,
  "UTR-02": daysOpen,
  "UTR-02.opened": ({ investigation }) => investigation.openedOn,
  "UTR-02.closed": ({ investigation }) => investigation.closedOn ?? notAsked,
  "UTR-03": ({ investigation }) => investigation.extensions,
  "UTR-03.reason": extensionReason,
  "UTR-04": daysToPlan,
  "UTR-04.date": ({ matter }) => matter.plan?.madeOn ?? notAsked,
  "UTR-05": ({ matter, env }) =>
    bestParticipation(matter.plan?.participation ?? [], env) ?? notAsked,
  "UTR-06": ({ matter }) => matter.talks.withChild,
  "UTR-07": ({ matter }) => matter.talks.alone,
  "UTR-08": participation,
  "UTR-09": ({ matter }) => matter.basis?.hasChildView ?? notAsked,
  "UTR-10": childInformed,
  "UTR-10.ways": informedWays,
  "UTR-10.understood": understood,
  "UTR-12": informants,
  "UTR-13": consultation("UTR-13"),
  "UTR-14": consultation("UTR-14"),
  "UTR-15": consultation("UTR-15"),
  "UTR-16": healthExamination,
  "UTR-17": instrumentsUsed,
  "UTR-18": violenceRisk,
  "UTR-19": ({ matter }) => matter.talks.homeVisits > 0,
  "UTR-33": factors("protective"),
  "UTR-34": factors("risk"),
  "UTR-35": ofBasis("exposure"),
  "UTR-36": centralNeeds,
  "UTR-37": measureNeed,
  "UTR-38": coordinatedPlan,
  "UTR-39": networkInvolved,
  "UTR-40.child": childCommunicated,
  "UTR-41": ({ matter }) => matter.basis?.hasBestInterests ?? notAsked,
  ...areaVariables,
};

/** The variables of an investigation that have one value for each guardian. */
export const utrGuardianVariables: Readonly<
  Record<string, (input: UtrInput, guardian: string) => Value>
> = {
  "UTR-11": guardianInvolved,
  "UTR-40": communicatedOn,
  ...areaGuardianVariables,
};

const ANSWERED = "requested-answered";

/** A coded answer of the decision basis; sets stay sets. Not asked until there is a basis. */
function ofBasis(field: string): (input: UtrInput) => Value {
  return ({ matter }) => {
    const answer = matter.basis?.coded[field];
    return Array.isArray(answer) ? answeredSet(answer) : answered(answer);
  };
}

/** By the basis, else by who is on record as having given information. */
function informants(input: UtrInput): Value {
  const acts = input.matter.acts.filter(isDuring(input.investigation));
  return orElse(ofBasis("informants")(input), setOf(informantsOnRecord(input, acts)));
}

/** The report or application that the investigation was opened on. */
function openingReport({ matter }: UtrInput): ReportState | undefined {
  return matter.reports.find((report) => report.outcome === "open") ?? matter.reports[0];
}

function mainReason(input: UtrInput): Value {
  const report = openingReport(input);
  const reasons = codesOf(report?.coded["reasons"]);
  const main = answered(report?.coded["mainReason"]);
  return main === notAsked && reasons.length === 1 ? (reasons[0] ?? notAsked) : main;
}

/** Whole days from opening to closing; not there while the investigation runs. */
function daysOpen({ investigation }: UtrInput): Value {
  if (investigation.closedOn === undefined) return notAsked;
  return Math.max(0, daysBetween(investigation.openedOn, investigation.closedOn));
}

/** Whole days from the opening to the first plan. */
function daysToPlan({ investigation, matter }: UtrInput): Value {
  if (matter.plan === undefined) return notAsked;
  return Math.max(0, daysBetween(investigation.openedOn, matter.plan.madeOn));
}

function extensionReason({ investigation }: UtrInput): Value {
  if (investigation.extensions === 0) return notRelevant;
  return answered(investigation.extensionReason);
}

/**
 * How the child took part: the fullest of what talks show and what notes, acts and the basis say. A talk
 * with a very young child is an observation.
 */
function participation(input: UtrInput): Value {
  const { matter, env } = input;
  const asked = textOf(matter.basis?.coded["childParticipation"]);
  const said =
    asked === undefined ? matter.talks.participation : [...matter.talks.participation, asked];
  return bestParticipation([...said, ...talkParticipation(input)], env) ?? notAsked;
}

function talkParticipation({ investigation, matter, persons, env }: UtrInput): readonly string[] {
  if (matter.talks.withChild === 0) return [];
  const born = birthDateOf(persons.child, investigation.openedOn);
  const age = born === undefined ? undefined : ageOn(born, investigation.openedOn);
  if (age !== undefined && age < env.settings.observationBelowAge) return ["observation"];
  return [matter.talks.alone > 0 ? "alone" : "guardian-present"];
}

function childInformed({ investigation }: UtrInput): Value {
  if (investigation.childInformed !== undefined) return true;
  return investigation.closedOn === undefined ? notAsked : false;
}

function informedWays({ investigation }: UtrInput): Value {
  const last = investigation.childInformed?.way;
  if (last === undefined) return notRelevant;
  return setOf([...(investigation.childInformedWays ?? []), last]);
}

function understood({ investigation }: UtrInput): Value {
  if (investigation.childInformed === undefined) return notRelevant;
  return answered(investigation.childInformed.understood);
}

/** One of these bodies was asked, and one of them answered. */
function consultation(variable: string): (input: UtrInput) => Value {
  return (input) => {
    const bodies = input.env.settings.consultations[variable] ?? [];
    const acts = actsOf(input.matter, "consultation")
      .filter(isDuring(input.investigation))
      .filter((act) => bodies.includes(textOf(act.coded["body"]) ?? ""));
    if (acts.some(isAnswer)) return ANSWERED;
    if (acts.length > 0) return "requested-unanswered";
    return input.investigation.closedOn === undefined ? notAsked : "not-requested";
  };
}

/** The instruments with a result while the investigation ran; closed without one, none was used. */
function instrumentsUsed({ investigation, matter }: UtrInput): Value {
  const { openedOn, closedOn } = investigation;
  const used = (matter.instruments ?? []).filter(
    ({ on }) => on >= openedOn && (closedOn === undefined || on <= closedOn),
  );
  const codes = [...new Set(used.map(({ instrument }) => instrument))];
  if (codes.length > 0) return setOf(codes);
  return closedOn === undefined ? notAsked : setOf(["none"]);
}

/** By the basis, else by what was recorded; not relevant where no report spoke of violence. */
function violenceRisk(input: UtrInput): Value {
  const { matter, env } = input;
  const answer = matter.basis?.coded["violenceRiskAssessment"];
  if (answer !== undefined) return answered(answer);
  const assessed = actsOf(matter, "risk-assessment")
    .filter(isDuring(input.investigation))
    .findLast((act) => textOf(act.coded["violenceRiskAssessment"]) !== undefined);
  if (assessed !== undefined) return answered(assessed.coded["violenceRiskAssessment"]);
  const { reports } = matter;
  return reports.length > 0 && reports.every((report) => speaksOfNoViolence(report, env))
    ? "not-relevant"
    : notAsked;
}

/** By the basis, else by the result of the investigation, which says what it found. */
function measureNeed(input: UtrInput): Value {
  const need = input.env.settings.needOfResult[input.investigation.result ?? ""];
  return orElse(ofBasis("measureNeed")(input), need ?? notAsked);
}

/** By the basis, else by what was done about a coordinated plan before the closing. */
function coordinatedPlan(input: UtrInput): Value {
  const acts = actsOf(input.matter, "sip").filter(isDuring(input.investigation));
  const done = acts.length > 0 ? "initiated" : "no";
  const known = acts.length > 0 || input.investigation.closedOn !== undefined;
  return orElse(ofBasis("sipNeed")(input), known ? done : notAsked);
}

function factors(kind: string): (input: UtrInput) => Value {
  return ({ matter }) => {
    const basis = matter.basis;
    if (basis === undefined) return notAsked;
    const chosen = basis.factors.filter((each) => each.kind === kind).map((each) => each.factor);
    return setOf(chosen, notRelevant);
  };
}

/** The areas of the central needs, the first need first. */
function centralNeeds({ matter }: UtrInput): Value {
  const basis = matter.basis;
  if (basis === undefined) return notAsked;
  const areas = basis.needs.map((need) => need.area).filter((area) => area !== undefined);
  return setOf(areas, notRelevant);
}

/** As answered in the basis, else by what is on record: talks and visits is yes, one of them is partly. */
function guardianInvolved({ matter }: UtrInput, guardian: string): Value {
  const asked = matter.basis?.guardianViews.find((view) => view.guardian === guardian)?.involved;
  if (asked !== undefined) return asked;
  const seen = matter.talks.adults.find((adult) => adult.person === guardian);
  if (seen === undefined || seen.talks + seen.visits === 0) return notAsked;
  return seen.talks > 0 && seen.visits > 0 ? "yes" : "partly";
}

/** The day a party last got the basis to read and answer. */
export function communicatedOn({ matter }: UtrInput, party: string): Value {
  const sent = matter.basis?.communicated.filter((each) => each.party === party) ?? [];
  return sent.at(-1)?.on ?? notAsked;
}

/** The day the child got the basis as a party of its own; not relevant where it is none and got none. */
function childCommunicated(input: UtrInput): Value {
  const { child } = input.persons;
  const day = communicatedOn(input, child.person);
  const on = input.investigation.closedOn ?? input.investigation.openedOn;
  const born = birthDateOf(child, on);
  const isParty = born !== undefined && ageOn(born, on) >= input.env.settings.ownPartyFromAge;
  return isParty ? day : orElse(day, notRelevant);
}
