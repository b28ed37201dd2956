import type { Uuid } from "../../kernel/ids.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { addFact, idOf, type MatterReducer } from "../akt-change.ts";
import type { MatterState } from "../akt-state.ts";
import type { Answers, RecordedEvent } from "../event.ts";
import { codesOf, itemsOf, pick, textOf } from "../read.ts";
import { noContact } from "./count-contact.ts";
import { findMeasure, goalsOf, measuresOf } from "./find-measure.ts";
import { addedGoals } from "./goals.ts";
import type { GoalRating, MeasurePlanState, MeasureState } from "./measure-state.ts";

export const measureOrdered: MatterReducer = (matter, event) => {
  const { data } = event.body;
  const goals = chosenGoals(data);
  const changed = changeMeasure(matter, event, (measure) => ({
    ...measure,
    orderedOn: measure.orderedOn ?? stockholmDate(event.occurredAt),
    ...orderOf(data),
    ...plannedOf(data),
    ...(goals.length === 0 ? {} : { goals }),
  }));
  return addMeasureFact(changed, event, "measure.ordered");
};

export const measureStarted: MatterReducer = (matter, event) =>
  addMeasureFact(
    changeMeasure(matter, event, (measure) => ({
      ...measure,
      startedOn: measure.startedOn ?? stockholmDate(event.occurredAt),
    })),
    event,
    "measure.started",
  );

/** A plan that is made or revised: its goals become those of the measure, the ones it adds those of the matter. */
export const planMade: MatterReducer = (matter, event) => {
  const { data } = event.body;
  const measure = idOf(event, "measure");
  const added = addedGoals(matter, event, measure);
  const known = added.length === 0 ? matter : { ...matter, goals: [...goalsOf(matter), ...added] };
  const changed = changeMeasure(known, event, (before) => ({
    ...before,
    goals: planGoals(
      before,
      chosenGoals(data),
      added.map(({ goal }) => goal),
    ),
    plan: planOf(before.plan, event),
    ...nextOf(data),
    ...plannedOf(data),
  }));
  return addMeasureFact(changed, event, "implementation-plan.made");
};

/** A revision that names no goals changes none. */
function planGoals(
  before: MeasureState,
  chosen: readonly string[],
  added: readonly string[],
): readonly string[] {
  const kept = chosen.length > 0 ? chosen : before.goals;
  return [...new Set([...kept, ...added])];
}

function planOf(before: MeasurePlanState | undefined, event: RecordedEvent): MeasurePlanState {
  const { data } = event.body;
  const on = stockholmDate(event.occurredAt);
  const childParticipation = textOf(data["childParticipation"]) ?? before?.childParticipation;
  const guardians = itemsOf(data["guardianParticipation"]).flatMap((item) => {
    const guardian = textOf(item["guardian"]);
    const involved = textOf(item["involved"]);
    if (guardian === undefined) return [];
    return [{ guardian, ...(involved === undefined ? {} : { involved }) }];
  });
  return {
    madeOn: before?.madeOn ?? on,
    ...(before === undefined ? {} : { revisedOn: on }),
    ...(childParticipation === undefined ? {} : { childParticipation }),
    guardians: guardians.length > 0 ? guardians : (before?.guardians ?? []),
  };
}

/** Coded answers of a follow-up that are counted; its words stay in the log. */
const followUpFields = [
  "kind",
  "childParticipation",
  "risk",
  "sip",
  "childRating",
  "childSatisfaction",
  "instruments",
  "schoolAttendance",
  "schoolLevel",
  "health",
  "contactAsPlanned",
  "outcome",
] as const;

export const measureFollowedUp: MatterReducer = (matter, event) => {
  const { data } = event.body;
  const followUp = idOf(event, "followUp");
  const on = stockholmDate(event.occurredAt);
  const changed = changeMeasure(matter, event, ({ since, nextFollowUp: _next, ...before }) => ({
    ...before,
    ...nextOf(data),
    ...addedSessions(before, data),
    followUps: [
      ...before.followUps,
      {
        followUp,
        on,
        ...(since ?? noContact),
        coded: pick(data, followUpFields),
        goals: ratingsOf(data),
        guardians: itemsOf(data["guardianRatings"]).flatMap(({ guardian, rating }) =>
          typeof guardian === "string" && typeof rating === "number" ? [{ guardian, rating }] : [],
        ),
      },
    ],
  }));
  return addMeasureFact(changed, event, "measure.followed-up");
};

function ratingsOf(data: Answers): readonly GoalRating[] {
  return itemsOf(data["goals"]).flatMap((item) => {
    const goal = textOf(item["goal"]);
    if (goal === undefined) return [];
    const attainment = textOf(item["attainment"]);
    const child = textOf(item["childAttainment"]);
    const guardian = textOf(item["guardianAttainment"]);
    return [
      {
        id: item.id,
        goal,
        ...(attainment === undefined ? {} : { attainment }),
        ...(child === undefined ? {} : { child }),
        ...(guardian === undefined ? {} : { guardian }),
      },
    ];
  });
}

const endFields = ["breakdownInitiator", "childRating", "workerRating", "livingAfter"] as const;

export const measureEnded: MatterReducer = (matter, event) => {
  const { data } = event.body;
  const changed = changeMeasure(matter, event, (measure) => ({
    ...measure,
    ...plannedOf(data),
    ...givenOf(data),
    end: {
      on: stockholmDate(event.occurredAt),
      reason: textOf(data["reason"]) ?? "",
      coded: pick(data, endFields),
      guardians: itemsOf(data["guardianRatings"]).map(({ id, ...item }) => ({
        id,
        ...pick(item, ["guardian", "rating"]),
      })),
    },
  }));
  return addMeasureFact(changed, event, "measure.ended");
};

export const consentWithdrawn: MatterReducer = (matter, event) =>
  changeMeasure(matter, event, (measure) => ({
    ...measure,
    withdrawn: [...new Set([...(measure.withdrawn ?? []), ...codesOf(event.body.data["by"])])],
  }));

function changeMeasure(
  matter: MatterState,
  event: RecordedEvent,
  change: (measure: MeasureState) => MeasureState,
): MatterState {
  const id = idOf(event, "measure");
  if (findMeasure(matter, id) === undefined) return matter;
  return {
    ...matter,
    measures: measuresOf(matter).map((each) => (each.measure === id ? change(each) : each)),
  };
}

/** What happens to a measure concerns the decision that granted it: its clock counts from there. */
function addMeasureFact(matter: MatterState, event: RecordedEvent, name: string): MatterState {
  const measure: Uuid = idOf(event, "measure");
  const decision = findMeasure(matter, measure)?.decision;
  return addFact(matter, event, name, {
    measure,
    ...(decision === undefined ? {} : { decision }),
  });
}

function chosenGoals(data: Answers): readonly string[] {
  return itemsOf(data["goals"]).flatMap((item) => textOf(item["goal"]) ?? []);
}

function orderOf(data: Answers): Pick<MeasureState, "providerKind" | "from" | "to"> {
  const providerKind = textOf(data["providerKind"]);
  const from = dayOf(data["validFrom"]);
  const to = dayOf(data["validTo"]);
  return {
    ...(providerKind === undefined ? {} : { providerKind }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function nextOf(data: Answers): Pick<MeasureState, "nextFollowUp"> {
  const nextFollowUp = dayOf(data["nextFollowUp"]);
  return nextFollowUp === undefined ? {} : { nextFollowUp };
}

function plannedOf(data: Answers): Pick<MeasureState, "sessionsPlanned"> {
  const planned = data["sessionsPlanned"];
  return typeof planned === "number" ? { sessionsPlanned: planned } : {};
}

/** At the end the number of all occasions is said; at a follow-up those since the last one. */
function givenOf(data: Answers): Pick<MeasureState, "sessionsGiven"> {
  const given = data["sessionsGiven"];
  return typeof given === "number" ? { sessionsGiven: given } : {};
}

function addedSessions(before: MeasureState, data: Answers): Pick<MeasureState, "sessionsGiven"> {
  const given = data["sessionsGiven"];
  return typeof given === "number" ? { sessionsGiven: (before.sessionsGiven ?? 0) + given } : {};
}

function dayOf(value: Answers[string] | undefined): PlainDate | undefined {
  return parsePlainDate(textOf(value) ?? "");
}
