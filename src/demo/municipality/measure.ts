import type { Proposal } from "./basis.ts";
import { followUp, heardHow, noteMeasure } from "./follow-ups.ts";
import {
  clock,
  dayText,
  eventTexts,
  guardianKeys,
  happens,
  luck,
  maybe,
  tellingAt,
  thing,
  type Scene,
} from "./script.ts";
import type { Seat } from "./staff.ts";

const DAYS_A_MONTH = 30;
/** A measure that never began stays open. */
const NEVER = Number.POSITIVE_INFINITY;
/** The reason of a measure that ends because consent was taken back, which happens some days before. */
const DECLINED = "family-declines";
const LAST_DAYS = 3;

/** An open measure: ordered, begun, planned, followed up, noted and ended. Gives the day it was closed. */
export function giveMeasure(
  scene: Scene,
  seat: Seat,
  decided: number,
  proposal: Proposal,
  months: number,
): number {
  const { dice, makings } = scene;
  const { rates } = makings.files;
  const goals = proposal.measurable.map((_, index) => thing(scene, `goal-${index + 1}`));
  const ordered = decided + dice.integer(2, 9);
  const planned = 2 * months;
  order(scene, seat, ordered, goals, planned);
  if (!dice.chance(rates.invented.measureStarted)) return NEVER;
  const started = ordered + dice.skewed(3, 18, 70);
  const said = tellingAt(scene, started);
  happens(scene, started, clock(dice, 3), seat.present(started), "measure.start", {
    ids: { measure: thing(scene, "decision") },
    data: { startedAt: "$now", text: said.one(eventTexts(scene, "started")) },
  });
  const { end, reason } = endingOf(scene, started, months);
  planMeasure(scene, seat, goals, { started, end });
  // Nothing is followed up once consent has been taken back.
  followUp(scene, seat, started, reason === DECLINED ? end - LAST_DAYS : end, goals);
  noteMeasure(scene, seat, started, end);
  endMeasure(scene, seat, { end, reason, planned });
  return end + 1;
}

function order(
  scene: Scene,
  seat: Seat,
  day: number,
  goals: readonly string[],
  planned: number,
): void {
  const { dice, makings } = scene;
  const { words } = makings.files;
  const said = tellingAt(scene, day);
  happens(scene, day, clock(dice, 1), seat.present(day), "measure.order", {
    ids: { measure: thing(scene, "decision") },
    data: {
      providerKind: dice.pick(["own", "own", "own", "private"]),
      provider: dice.pick(words.providers),
      extent: said.one(eventTexts(scene, "extent")),
      ...maybe(scene, seat.habits.answered, { sessionsPlanned: planned }),
      goals: goals.map((goal) => ({ goal })),
      childsView: said.one(words.childView),
      reporting: said.one(eventTexts(scene, "reporting")),
    },
  });
}

/** When and why it ends: as planned, or sooner because consent is withdrawn or the family moves away. */
function endingOf(scene: Scene, started: number, months: number): Ending {
  const { dice, makings, leaves } = scene;
  const planned = started + DAYS_A_MONTH * months;
  const withdrawn = started + dice.integer(40, 40 + DAYS_A_MONTH * months);
  if (luck(scene, "withdrawsMeasure") && withdrawn < Math.min(planned, leaves - 2)) {
    return { end: withdrawn, reason: DECLINED };
  }
  if (leaves > started + DAYS_A_MONTH && leaves < planned) return { end: leaves, reason: "moved" };
  return { end: planned, reason: dice.weighted(makings.files.rates.invented.endReason) };
}

interface Ending {
  readonly end: number;
  readonly reason: string;
  readonly planned?: number;
}

function planMeasure(
  scene: Scene,
  seat: Seat,
  goals: readonly string[],
  { started, end }: { readonly started: number; readonly end: number },
): void {
  const { dice, makings } = scene;
  const { words } = makings.files;
  const day = started + dice.integer(5, 25);
  const told = tellingAt(scene, day);
  happens(scene, day, clock(dice, 2), seat.present(day), "implementation-plan.make", {
    ids: { measure: thing(scene, "decision") },
    data: {
      ...heardHow(scene, day),
      guardianParticipation: guardianKeys(scene).map((guardian) => ({
        guardian,
        involved: dice.weighted({ yes: 60, partly: 26, "no-declined": 8, "no-unreachable": 6 }),
      })),
      goals: goals.map((goal) => ({ goal, activities: told.one(words.activities) })),
      text: told.one(words.activities),
      childsView: told.one(words.childView),
      nextFollowUp: dayText(day + 70),
    },
  });
  const revised = day + dice.integer(40, 120);
  if (revised < end - LAST_DAYS && luck(scene, "planRevised"))
    revisePlan(scene, seat, revised, goals);
}

function revisePlan(scene: Scene, seat: Seat, day: number, goals: readonly string[]): void {
  const { dice, makings } = scene;
  const { words } = makings.files;
  const told = tellingAt(scene, day);
  happens(scene, day, clock(dice, 1), seat.present(day), "implementation-plan.revise", {
    ids: { measure: thing(scene, "decision") },
    data: {
      ...heardHow(scene, day),
      goals: goals.map((goal) => ({ goal, activities: told.one(words.activities) })),
      text: told.one(words.activities),
      childsView: told.one(words.childView),
      nextFollowUp: dayText(day + 70),
    },
  });
}

function endMeasure(scene: Scene, seat: Seat, ending: Ending & { readonly planned: number }): void {
  const { dice, makings } = scene;
  const { words } = makings.files;
  const { end, reason, planned } = ending;
  const told = tellingAt(scene, end);
  if (reason === DECLINED) withdraw(scene, seat, end - LAST_DAYS);
  happens(scene, end, "10:00", seat.present(end), "measure.end", {
    ids: { measure: thing(scene, "decision") },
    data: {
      reason,
      ...(reason === "breakdown"
        ? { breakdownInitiator: dice.pick(["child", "guardian", "social-services"]) }
        : {}),
      text: told.some(words.ends[reason] ?? [], 2).join(" "),
      sessionsPlanned: planned,
      sessionsGiven: Math.max(1, planned - dice.integer(0, planned)),
      ...ratingsAtEnd(scene, seat, reason === "goals-reached"),
    },
  });
  happens(scene, end + 1, "10:30", seat.present(end + 1), "matter.close", {
    data: { reason: told.one(words.closing) },
  });
}

function ratingsAtEnd(scene: Scene, seat: Seat, better: boolean) {
  const { dice } = scene;
  const { answered } = seat.habits;
  const rated = () =>
    dice.weighted(
      better
        ? { better: 50, "much-better": 35, unchanged: 15 }
        : { unchanged: 46, better: 30, worse: 20, "much-worse": 4 },
    );
  const guardians = guardianKeys(scene).filter(() => dice.chance(answered * 0.85));
  return {
    ...maybe(scene, answered, { childRating: rated() }),
    ...(guardians.length === 0
      ? {}
      : { guardianRatings: guardians.map((guardian) => ({ guardian, rating: rated() })) }),
    ...maybe(scene, answered, { workerRating: rated() }),
    ...maybe(scene, answered, {
      livingAfter: dice.weighted({
        "both-guardians": 48,
        "one-guardian": 38,
        alternating: 12,
        "other-relative": 2,
      }),
    }),
  };
}

/** A guardian takes the consent back while the measure runs: it is ended within days. */
function withdraw(scene: Scene, seat: Seat, day: number): void {
  const [first = ""] = guardianKeys(scene);
  happens(scene, day, "11:40", seat.present(day), "measure.withdraw-consent", {
    ids: { measure: thing(scene, "decision") },
    data: {
      by: [first],
      withdrawnAt: "$now",
      consentForm: scene.dice.pick(["oral", "written"]),
      text: tellingAt(scene, day).one(eventTexts(scene, "withdrawsMeasure")),
    },
  });
}
