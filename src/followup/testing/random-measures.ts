import type { MatterState } from "../../domain/akt-state.ts";
import type { Answers } from "../../domain/event.ts";
import type { GoalState, MeasureState } from "../../domain/measure/measure-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import type { SeededRandom } from "../../kernel/random.ts";

/** What random measures are made with: chance, and answers out of the codes of a pack. */
export interface MeasureDice {
  readonly random: SeededRandom;
  readonly uuid: () => Uuid;
  readonly chance: (percent: number) => boolean;
  readonly code: (list: string) => string;
  readonly maybe: (list: string) => Answers[string] | undefined;
}

/** Measures of a decision, in every state they can be in, with their goals. */
export function randomMeasures(
  dice: MeasureDice,
  decision: { readonly decision: Uuid; readonly on: PlainDate },
  guardians: readonly string[],
): Pick<MatterState, "goals" | "measures"> {
  const { random, uuid, chance, code } = dice;
  const goals: GoalState[] = Array.from({ length: random.integer(0, 3) }, () => ({
    goal: uuid(),
    seq: 1,
    ...(chance(80) ? { need: uuid(), area: code("area") } : {}),
    ...(chance(80) ? { measurable: chance(70) } : {}),
  }));
  const measures = Array.from({ length: random.integer(0, 2) }, () =>
    measureOf(dice, decision, goals, guardians),
  );
  return { goals, measures };
}

function measureOf(
  dice: MeasureDice,
  { decision, on }: { readonly decision: Uuid; readonly on: PlainDate },
  goals: readonly GoalState[],
  guardians: readonly string[],
): MeasureState {
  const { random, uuid, chance, code } = dice;
  const startedOn = addDays(on, random.integer(1, 60));
  const followUps = Array.from({ length: random.integer(0, 3) }, (_, nth) => ({
    followUp: uuid(),
    on: addDays(startedOn, (nth + 1) * 60),
    talks: random.integer(0, 4),
    alone: random.integer(0, 2),
    visits: random.integer(0, 2),
    coded: codedOf(dice),
    goals: goals.map(({ goal }) => ({ id: uuid(), goal, ...ratingOf(dice) })),
    guardians: guardians.map((guardian) => ({ guardian, rating: random.integer(0, 10) })),
  }));
  return {
    measure: uuid(),
    decision,
    grantedOn: on,
    types: [code("measure-type")],
    goals: goals.map(({ goal }) => goal),
    followUps: chance(70) ? followUps : [],
    ...(chance(80) ? { orderedOn: addDays(on, 2), providerKind: code("provider-kind") } : {}),
    ...(chance(80) ? { startedOn } : {}),
    ...(chance(60) ? { plan: planOf(dice, addDays(startedOn, 7), guardians) } : {}),
    ...(chance(50) ? { sessionsPlanned: 20, sessionsGiven: random.integer(0, 20) } : {}),
    ...(chance(50) ? { end: endOf(dice, addDays(startedOn, 200), guardians) } : {}),
  };
}

function planOf(
  { code, chance }: MeasureDice,
  madeOn: PlainDate,
  guardians: readonly string[],
): NonNullable<MeasureState["plan"]> {
  return {
    madeOn,
    ...(chance(40) ? { revisedOn: addDays(madeOn, 90) } : {}),
    ...(chance(80) ? { childParticipation: code("participation") } : {}),
    guardians: guardians.map((guardian) => ({ guardian, involved: code("guardian-involved") })),
  };
}

function endOf(
  dice: MeasureDice,
  on: PlainDate,
  guardians: readonly string[],
): NonNullable<MeasureState["end"]> {
  const { uuid, code, maybe } = dice;
  return {
    on,
    reason: code("end-reason"),
    coded: given({
      breakdownInitiator: maybe("breakdown-initiator"),
      childRating: maybe("change-rating"),
      workerRating: maybe("change-rating"),
      livingAfter: maybe("address-kind"),
    }),
    guardians: guardians.map((guardian) => ({
      id: uuid(),
      guardian,
      rating: maybe("change-rating") ?? { missing: "unknown" as const },
    })),
  };
}

function codedOf({ random, chance, code, maybe }: MeasureDice): Answers {
  return given({
    kind: maybe("follow-up-kind"),
    childParticipation: maybe("participation"),
    risk: maybe("follow-up-risk"),
    sip: chance(60) ? chance(30) : undefined,
    childRating: chance(60) ? random.integer(0, 40) : undefined,
    instruments: chance(60) ? [code("instrument")] : undefined,
    contactAsPlanned: maybe("contact-as-planned"),
  });
}

function ratingOf({ chance, code }: MeasureDice) {
  return {
    ...(chance(85) ? { attainment: code("goal-attainment") } : {}),
    ...(chance(50) ? { child: code("goal-attainment") } : {}),
    ...(chance(50) ? { guardian: code("goal-attainment") } : {}),
  };
}

function given(values: Readonly<Record<string, Answers[string] | undefined>>): Answers {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
