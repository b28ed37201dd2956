import type { CommandDefinition } from "../command-definition.ts";
import {
  decidedBefore,
  goalProblems,
  measureExists,
  measureNotEnded,
  measureNotStarted,
  measureStarted,
  newFollowUp,
  newGoalProblems,
  noPlanYet,
  planThere,
} from "./measure-demands.ts";
import { READ_REPORT, reportWaits } from "./provider-reports.ts";

const running = [measureExists, measureNotEnded, decidedBefore];

/** A plan, made or revised, for measures of one's own or of contact persons and others. */
function plan(event: string, document: string, state: CommandDefinition["demands"]) {
  return {
    event,
    document,
    happenedIn: "madeAt",
    ids: ["measure"],
    demands: [...running, ...state],
    checks: [goalProblems, newGoalProblems],
  } satisfies CommandDefinition;
}

/** The commands on an open measure, from the assignment to its end. */
export const measureDefinitions: Readonly<Record<string, CommandDefinition>> = {
  "measure.order": {
    event: "measure.ordered",
    document: "assignment",
    happenedIn: "orderedAt",
    ids: ["measure"],
    demands: running,
    checks: [goalProblems],
  },
  "measure.start": {
    event: "measure.started",
    document: "measure-start",
    happenedIn: "startedAt",
    ids: ["measure"],
    demands: [...running, measureNotStarted],
  },
  "implementation-plan.make": plan("implementation-plan.made", "implementation-plan", [noPlanYet]),
  "implementation-plan.revise": plan("implementation-plan.revised", "implementation-plan", [
    planThere,
  ]),
  "contact-plan.make": plan("contact-plan.made", "implementation-plan-contact", [noPlanYet]),
  "contact-plan.revise": plan("contact-plan.revised", "implementation-plan-contact", [planThere]),
  "measure.follow-up": {
    event: "measure.followed-up",
    document: "measure-follow-up",
    happenedIn: "heldAt",
    ids: ["measure", "followUp"],
    demands: [...running, measureStarted, newFollowUp],
    checks: [goalProblems],
  },
  [READ_REPORT]: {
    event: "measure.report-read",
    document: "provider-report-read",
    ids: ["providerReport"],
    demands: [reportWaits],
    afterClosing: true,
  },
  "measure.withdraw-consent": {
    event: "measure.consent-withdrawn",
    document: "measure-consent",
    happenedIn: "withdrawnAt",
    ids: ["measure"],
    demands: running,
  },
  "measure.end": {
    event: "measure.ended",
    document: "measure-end",
    happenedIn: "endedAt",
    ids: ["measure"],
    demands: running,
  },
};
