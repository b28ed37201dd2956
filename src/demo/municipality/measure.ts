import type { Proposal } from "./basis.ts";
import { ageAt } from "./household.ts";
import { clock, dayText, guardianKeys, happens, tellingAt, thing, type Scene } from "./script.ts";
import type { Seat } from "./staff.ts";

const DAYS_A_MONTH = 30;
const TALKS_FROM = 4;
/** A measure that never began stays open. */
const NEVER = Number.POSITIVE_INFINITY;

/** An open measure: ordered, begun, planned, followed up, noted and ended. Gives the day it was closed. */
export function giveMeasure(
  scene: Scene,
  seat: Seat,
  decided: number,
  proposal: Proposal,
  months: number,
): number {
  const { dice, makings } = scene;
  const { words, rates } = makings.files;
  const measure = { measure: thing(scene, "decision") };
  const goals = Array.from({ length: proposal.goals }, (_, index) =>
    thing(scene, `goal-${index + 1}`),
  );
  const ordered = decided + dice.integer(2, 9);
  const said = tellingAt(scene, ordered);
  const planned = 2 * months;
  happens(scene, ordered, clock(dice, 1), seat.holder(ordered), "measure.order", {
    ids: measure,
    data: {
      providerKind: dice.pick(["own", "own", "own", "private"]),
      provider: dice.pick(words.providers),
      extent: "Enligt överenskommelse",
      sessionsPlanned: planned,
      goals: goals.map((goal) => ({ goal })),
      childsView: said.one(words.childView),
      reporting: "Vid varje uppföljning.",
    },
  });
  if (!dice.chance(rates.invented.measureStarted)) return NEVER;
  const started = ordered + dice.skewed(3, 18, 70);
  happens(scene, started, clock(dice, 3), seat.holder(started), "measure.start", {
    ids: measure,
    data: { text: "Första träffen är genomförd." },
  });
  planMeasure(scene, seat, started, goals);
  const end = started + DAYS_A_MONTH * months;
  followUp(scene, seat, started, end, goals);
  noteMeasure(scene, seat, started, end);
  endMeasure(scene, seat, end, planned);
  return end + 1;
}

function planMeasure(scene: Scene, seat: Seat, started: number, goals: readonly string[]): void {
  const { dice, makings } = scene;
  const { words } = makings.files;
  const day = started + dice.integer(5, 25);
  const told = tellingAt(scene, day);
  happens(scene, day, clock(dice, 2), seat.holder(day), "implementation-plan.make", {
    ids: { measure: thing(scene, "decision") },
    data: {
      childParticipation: heardHow(scene, day),
      guardianParticipation: guardianKeys(scene).map((guardian) => ({
        guardian,
        involved: dice.pick(["yes", "yes", "partly"]),
      })),
      goals: goals.map((goal) => ({ goal, activities: told.one(words.activities) })),
      text: told.one(words.activities),
      childsView: told.one(words.childView),
      nextFollowUp: dayText(day + 70),
    },
  });
}

function followUp(
  scene: Scene,
  seat: Seat,
  started: number,
  end: number,
  goals: readonly string[],
): void {
  const { dice, makings } = scene;
  const { words, rates } = makings.files;
  let turn = 1;
  for (
    let day = started + dice.between(rates.invented.followUpEvery);
    day < end;
    day += dice.between(rates.invented.followUpEvery)
  ) {
    if (!dice.chance(rates.invented.followUpHeld)) continue;
    const told = tellingAt(scene, day);
    happens(scene, day, clock(dice, 2), seat.holder(day), "measure.follow-up", {
      ids: { measure: thing(scene, "decision"), followUp: thing(scene, `follow-up-${turn}`) },
      data: {
        kind: "planned",
        childParticipation: heardHow(scene, day),
        goals: goals.map((goal) => ({
          goal,
          now: String(dice.integer(1, 6)),
          attainment: dice.weighted(rates.invented.attainment),
          evidence: dice.pick([
            "barnets skattning",
            "utförarens iakttagelse",
            "familjens berättelse",
          ]),
        })),
        childsView: told.one(words.followUpViews),
        risk: dice.pick(["reduced", "reduced", "unchanged", "not-done"]),
        sip: false,
        outcome: "continue",
        conclusion: told.one(words.followUps),
      },
    });
    turn += 1;
  }
}

function noteMeasure(scene: Scene, seat: Seat, started: number, end: number): void {
  const { dice, makings } = scene;
  const { words, rates } = makings.files;
  const apart = DAYS_A_MONTH / rates.invented.measureNotesPerMonth;
  for (let day = started + apart; day < end; day += apart) {
    const on = Math.round(day) + dice.integer(-4, 4);
    const told = tellingAt(scene, on);
    const pool = dice.chance(0.7) ? words.measureNotes : scene.household.theme.notes;
    happens(scene, on, clock(dice, dice.integer(0, 3)), seat.holder(on), "note.sign", {
      data: { occurredAt: "$now", text: told.one(pool) },
    });
  }
}

function endMeasure(scene: Scene, seat: Seat, end: number, planned: number): void {
  const { dice, makings } = scene;
  const { words, rates } = makings.files;
  const reason = dice.weighted(rates.invented.endReason);
  const told = tellingAt(scene, end);
  const better = reason === "goals-reached";
  happens(scene, end, "10:00", seat.holder(end), "measure.end", {
    ids: { measure: thing(scene, "decision") },
    data: {
      reason,
      text: told.one(words.ends[reason] ?? []),
      sessionsPlanned: planned,
      sessionsGiven: Math.max(1, planned - dice.integer(0, planned)),
      childRating: better ? "better" : dice.pick(["unchanged", "better", "worse"]),
      workerRating: better
        ? dice.pick(["better", "much-better"])
        : dice.pick(["unchanged", "better"]),
    },
  });
  happens(scene, end + 1, "10:30", seat.holder(end + 1), "matter.close", {
    data: { reason: told.one(words.closing) },
  });
}

function heardHow(scene: Scene, day: number): string {
  const { dice, makings, child } = scene;
  if (ageAt(makings, child, day) < TALKS_FROM) return "too-young-observed";
  return dice.weighted({
    alone: 32,
    "guardian-present": 38,
    "did-not-want": 14,
    "no-opportunity": 16,
  });
}
