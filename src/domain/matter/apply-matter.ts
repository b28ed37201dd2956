import { stockholmDate } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { ClockFact } from "../../rules/clock-facts.ts";
import { addFact, idOf, type MatterReducer } from "../akt-change.ts";
import type { MatterState } from "../akt-state.ts";
import { withAppealOutcome } from "../decision/apply-decision.ts";
import type { Answers, RecordedEvent } from "../event.ts";
import { personsOf } from "../investigation/apply-investigation.ts";
import { countContact } from "../measure/count-contact.ts";
import { withReport } from "../measure/provider-reports.ts";
import {
  adultsOf,
  countAdults,
  investigationRunning,
  withParticipation,
} from "../notes/apply-notes.ts";
import { withOccasion } from "../notes/occasions.ts";
import { codesOf, textOf, truthOf } from "../read.ts";
import { withoutHandOver } from "./hand-over.ts";

/**
 * Given to a worker, a co-worker, a unit; what is not named stays. Whoever is named as both works alone. With a
 * unit the matter is received, when it was handed over.
 */
export const matterAssigned: MatterReducer = (matter, event) => {
  const { unit } = event.body.ids;
  const worker = event.body.ids["worker"] ?? matter.worker;
  const { coWorker: before, ...rest } = unit === undefined ? matter : withoutHandOver(matter);
  const coWorker = event.body.ids["coWorker"] ?? before;
  return {
    ...rest,
    ...(worker === undefined ? {} : { worker }),
    ...(coWorker === undefined || coWorker === worker ? {} : { coWorker }),
    ...(unit === undefined ? {} : { unit }),
    ...changeOfWorker(matter, worker, event),
  };
};

/** The first caseworker is no change of one. */
function changeOfWorker(
  matter: MatterState,
  worker: Uuid | undefined,
  event: RecordedEvent,
): Pick<MatterState, "workerChanges"> {
  if (worker === undefined || matter.worker === undefined || worker === matter.worker) return {};
  const on = stockholmDate(event.occurredAt);
  return { workerChanges: [...(matter.workerChanges ?? []), on] };
}

export const matterClosed: MatterReducer = (matter, event) =>
  addFact({ ...matter, closedOn: stockholmDate(event.occurredAt) }, event, "matter.closed");

/**
 * A smaller act. Its kind is the name of its fact, so that a clock can count from it or be met by it
 * (placement.started, feedback.given ...). Codes and truths are kept, text is not.
 */
export const actRecorded: MatterReducer = (matter, event, akt) => {
  const kind = textOf(event.body.data["kind"]) ?? "";
  const act = idOf(event, "act");
  const { report, measure, placement } = event.body.ids;
  const decision = event.body.ids["decision"] ?? decisionOfMeasure(matter, measure);
  const next: MatterState = {
    ...matter,
    acts: [
      ...matter.acts,
      { act, kind, on: stockholmDate(event.occurredAt), coded: codedOf(event.body.data) },
    ],
  };
  const counted = withOutcome(countVisit(next, event, kind, akt), event, decision);
  const told = addFact(counted, event, kind, {
    id: act,
    ...(decision === undefined ? {} : { decision }),
    ...(report === undefined ? {} : { report }),
    ...(measure === undefined ? {} : { measure }),
    ...(placement === undefined ? {} : { placement }),
    ...dataOf(kind, event.body.data),
  });
  return withReport(told, event, kind);
};

/** What clocks ask about an act: days, moments and codes that its kind is counted by, never text. */
const countedBy: Readonly<Record<string, readonly string[]>> = {
  "consultation.requested": ["body", "answerBy"],
  "consultation.answered": ["body"],
  "incident.reported": ["incident", "knownAt"],
};

function dataOf(kind: string, answers: Answers): Pick<Partial<ClockFact>, "data" | "subject"> {
  const fields = countedBy[kind] ?? [];
  if (fields.length === 0) return {};
  const concerned = codesOf(answers["concerns"])[0];
  const known = fields.flatMap((field) => {
    const text = textOf(answers[field]);
    return text === undefined ? [] : [[field, text] as const];
  });
  return {
    ...(known.length === 0 ? {} : { data: Object.fromEntries(known) }),
    ...(concerned === undefined ? {} : { subject: concerned }),
  };
}

/** A court that has decided on an appeal says what became of the decision. */
function withOutcome(
  matter: MatterState,
  event: RecordedEvent,
  decision: string | undefined,
): MatterState {
  const outcome = textOf(event.body.data["appealOutcome"]);
  if (outcome === undefined || decision === undefined) return matter;
  return withAppealOutcome(matter, decision, outcome);
}

/** A measure is known from its granting by decision; what happens to it later concerns that decision. */
function decisionOfMeasure(matter: MatterState, measure: Uuid | undefined): string | undefined {
  if (measure === undefined) return undefined;
  return matter.facts.find((fact) => fact.measure === measure && fact.decision !== undefined)
    ?.decision;
}

/** Visits where the child lives. */
const VISITS: ReadonlySet<string> = new Set(["home-visit.made", "visit.made"]);

/** A home visit or a meeting during the investigation counts for the adults who were there. */
function countVisit(
  matter: MatterState,
  event: RecordedEvent,
  kind: string,
  akt: Parameters<MatterReducer>[2],
): MatterState {
  const participation = textOf(event.body.data["childParticipation"]);
  const visited = VISITS.has(kind)
    ? countContact(matter, { talks: 0, alone: 0, visits: 1 })
    : matter;
  if (!investigationRunning(matter)) return visited;
  const present = personsOf(codesOf(event.body.data["participants"]));
  const took = participation !== undefined || present.includes(akt.person);
  const withCode = withParticipation(took ? withOccasion(visited, event) : visited, participation);
  if (kind !== "home-visit.made" && kind !== "meeting.held") return withCode;
  const talks = withCode.talks;
  return {
    ...withCode,
    talks: {
      ...talks,
      homeVisits: talks.homeVisits + (kind === "home-visit.made" ? 1 : 0),
      adults: countAdults(talks, adultsOf(present, akt), "visits"),
    },
  };
}

/** Longest text that is still a code and not narrative. */
const codeLength = 60;

/** Codes, truths, numbers and code sets: what the state may keep of an act. */
function codedOf(data: Answers): Answers {
  const coded: Record<string, Answers[string]> = {};
  for (const [field, value] of Object.entries(data)) {
    if (field === "kind") continue;
    if (
      typeof value === "string"
        ? isCode(value)
        : truthOf(value) !== undefined || typeof value === "number"
    ) {
      coded[field] = value;
    } else if (
      Array.isArray(value) &&
      codesOf(value).length === value.length &&
      codesOf(value).every(isCode)
    ) {
      coded[field] = value;
    }
  }
  return coded;
}

function isCode(text: string): boolean {
  return text.length <= codeLength && /^[A-Za-z0-9][A-Za-z0-9.:-]*$/.test(text);
}
