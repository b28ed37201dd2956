import { scoreOn } from "./asking.ts";
import { ageAt } from "./household.ts";
import { writeNote } from "./notes.ts";
import {
  clock,
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
const TALKS_FROM = 4;
const SCHOOL_FROM = 7;

/** The follow-ups that were held of those that were due. */
export function followUp(
  scene: Scene,
  seat: Seat,
  started: number,
  end: number,
  goals: readonly string[],
): void {
  const { dice, makings } = scene;
  const { rates } = makings.files;
  let turn = 1;
  for (
    let day = started + dice.between(rates.invented.followUpEvery);
    day < end;
    day += dice.between(rates.invented.followUpEvery)
  ) {
    if (!dice.chance(seat.habits.followUpHeld)) continue;
    const scored = luck(scene, "instrumentAtFollowUp")
      ? { instruments: [scoreOn(scene, seat, day - 1, "during")] }
      : maybe(scene, seat.habits.answered, { instruments: ["none"] });
    happens(scene, day, clock(dice, 2), seat.present(day), "measure.follow-up", {
      ids: { measure: thing(scene, "decision"), followUp: thing(scene, `follow-up-${turn}`) },
      data: { ...followUpAnswers(scene, seat, day, goals), ...scored },
    });
    turn += 1;
  }
}

function followUpAnswers(scene: Scene, seat: Seat, day: number, goals: readonly string[]) {
  const { dice, makings } = scene;
  const { words, rates } = makings.files;
  const told = tellingAt(scene, day);
  const { answered } = seat.habits;
  return {
    kind: dice.weighted({ planned: 86, requested: 14 }),
    ...heardHow(scene, day),
    goals: goals.map((goal) => ({
      goal,
      now: String(dice.integer(1, 6)),
      ...maybe(scene, ALMOST_ALWAYS, { attainment: dice.weighted(rates.invented.attainment) }),
      ...maybe(scene, answered * 0.5, {
        childAttainment: dice.weighted(rates.invented.attainment),
      }),
      ...maybe(scene, answered * 0.5, {
        guardianAttainment: dice.weighted(rates.invented.attainment),
      }),
      evidence: dice.pick(eventTexts(scene, "evidence")),
    })),
    childsView: told.one(words.followUpViews),
    ...ratings(scene, day, answered),
    risk: dice.weighted({
      reduced: 40,
      unchanged: 30,
      increased: 8,
      "new-risk": 3,
      "not-done": 19,
    }),
    ...maybe(scene, answered, { sip: dice.chance(0.2) }),
    ...schoolAndHealth(scene, day, answered),
    outcome: dice.weighted({ continue: 85, change: 15 }),
    conclusion: told.some(words.followUps, 2).join(" "),
  };
}

const ALMOST_ALWAYS = 0.96;

/** What the child and the guardians say of it in figures. */
function ratings(scene: Scene, day: number, answered: number) {
  const { dice, makings, child } = scene;
  const speaks = ageAt(makings, child, day) >= SCHOOL_FROM;
  const guardians = guardianKeys(scene).filter(() => dice.chance(answered * 0.8));
  return {
    ...(speaks ? maybe(scene, answered, { childRating: dice.integer(2, 10) }) : {}),
    ...(speaks ? maybe(scene, answered * 0.7, { childSatisfaction: dice.integer(14, 40) }) : {}),
    ...(guardians.length === 0
      ? {}
      : {
          guardianRatings: guardians.map((guardian) => ({ guardian, rating: dice.integer(2, 10) })),
        }),
  };
}

function schoolAndHealth(scene: Scene, day: number, answered: number) {
  const { dice, makings, child, household } = scene;
  const pupil = ageAt(makings, child, day) >= SCHOOL_FROM;
  const present = { "over-95": 34, "from-85": 30, "from-50": 22, "under-50": 11, "no-school": 3 };
  return {
    ...(pupil ? maybe(scene, answered, { schoolAttendance: dice.weighted(present) }) : {}),
    ...(pupil
      ? maybe(scene, answered * 0.8, {
          schoolLevel: dice.weighted({ reaches: 42, partly: 30, no: 12, "not-known": 16 }),
        })
      : {}),
    ...maybe(scene, answered, { health: dice.weighted({ yes: 50, partly: 25, no: 25 }) }),
    ...(household.apart
      ? maybe(scene, answered * 0.7, {
          contactAsPlanned: dice.weighted({ fully: 50, partly: 35, no: 15 }),
        })
      : {}),
  };
}

/** What is noted while the measure runs, with a talk or a visit now and then. */
export function noteMeasure(scene: Scene, seat: Seat, started: number, end: number): void {
  const { dice, makings, household } = scene;
  const { words, rates } = makings.files;
  const pool = [...words.measureNotes, ...household.theme.notes];
  const apart = DAYS_A_MONTH / rates.invented.measureNotesPerMonth;
  for (let day = started + apart, turn = 1; day < end; day += apart, turn += 1) {
    const on = Math.min(end - 1, Math.round(day) + dice.integer(-4, 4));
    writeNote(scene, seat, on, tellingAt(scene, on).some(pool, dice.integer(1, 2)), 1000 + turn);
    if (luck(scene, "meetsDuringMeasure")) meet(scene, seat, on, turn);
  }
}

/** The caseworker talks with the child, or comes home. */
function meet(scene: Scene, seat: Seat, day: number, turn: number): void {
  const { dice, makings, child, household } = scene;
  const told = tellingAt(scene, day);
  const small = ageAt(makings, child, day) < TALKS_FROM;
  if (small || dice.chance(0.4)) {
    happens(scene, day, clock(dice, 3), seat.present(day), "act.record", {
      ids: { act: thing(scene, `visit-${turn}`) },
      data: {
        kind: "home-visit.made",
        participants: [...guardianKeys(scene).slice(0, 1), child.key],
        announced: true,
        childParticipation: small ? "observation" : "guardian-present",
        text: told.one(makings.files.words.homeVisit),
      },
    });
    return;
  }
  const alone = dice.chance(seat.habits.childAlone);
  happens(scene, day, clock(dice, 3), seat.present(day), "talk.sign", {
    data: {
      occurredAt: "$now",
      withPersons: [child.key],
      alone,
      place: told.one(makings.files.words.places),
      minutes: 5 * dice.integer(4, 10),
      ...(alone ? { consent: told.one(makings.files.words.consent) } : {}),
      summary: told.one(household.theme.childTalk) || told.one(eventTexts(scene, "observed")),
    },
  });
}

/** How the child took part; where it did not, why. */
export function heardHow(scene: Scene, day: number): Readonly<Record<string, unknown>> {
  const { dice, makings, child } = scene;
  const small = ageAt(makings, child, day) < TALKS_FROM;
  const how = small
    ? "too-young-observed"
    : dice.weighted({
        alone: 32,
        "guardian-present": 38,
        "did-not-want": 14,
        "no-opportunity": 16,
      });
  if (how === "alone" || how === "guardian-present") return { childParticipation: how };
  const reason = tellingAt(scene, day).one(eventTexts(scene, `notHeard-${how}`));
  return { childParticipation: how, participationReason: reason };
}
