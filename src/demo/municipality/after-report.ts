import type { DemoStep } from "../demo-files.ts";
import { inOrder } from "../demo-time.ts";
import { proposalOf, writeBasis, type Outcome } from "./basis.ts";
import { decide } from "./decision.ts";
import type { Dice } from "./dice.ts";
import type { Makings } from "./household.ts";
import { allocate, assessPreliminarily, assessProtection } from "./intake.ts";
import { investigate } from "./investigation.ts";
import { giveMeasure } from "./measure.ts";
import {
  clock,
  dayText,
  eventTexts,
  happens,
  luck,
  tellingAt,
  thing,
  type Scene,
} from "./script.ts";
import type { Office, Seat } from "./staff.ts";

const FED_BACK = 0.9;
const BASIS_DAYS = 22;

/** What goes on for a child, so that the next report knows. */
export interface Running {
  readonly until: number;
  /** When it was opened: the report that opened it came before. */
  readonly opened: number;
  /** When the matter was closed, the measure ended. */
  readonly closed: number;
  readonly investigation: string;
  readonly seat: Seat;
}

/** What becomes of a report, the same for all children it is about. */
export interface Course {
  readonly decided: number;
  /** It takes longer than the fourteen days. */
  readonly late: boolean;
  readonly opens: boolean;
  readonly reception: Seat;
  readonly seat: Seat;
}

export function courseOf(
  makings: Makings,
  office: Office,
  dice: Dice,
  day: number,
  violence: boolean,
): Course {
  const { rates } = makings.files;
  const { median, within, share, longest } = rates.invented.daysToDecide;
  const late = !dice.chance(share);
  const later = late ? dice.integer(within, longest) : dice.skewed(1, median, within - 1);
  const opens = dice.chance(rates.invented.opened[violence ? "violence" : "other"]);
  return {
    decided: day + later,
    late,
    opens,
    reception: dice.pick(office.reception),
    seat: dice.pick(office.investigation),
  };
}

export function afterReport(
  scene: Scene,
  day: number,
  course: Course,
  running: Map<string, Running>,
): void {
  const current = running.get(scene.child.key);
  // Who investigates takes what comes in meanwhile.
  if (current !== undefined && current.until > day + 2) return linkReport(scene, day, current);
  // A child that has something at the investigating unit already stays there; others come to the reception.
  const desk = current !== undefined && current.closed >= day ? current.seat : course.reception;
  const worker = allocate(scene, day, desk);
  assessProtection(scene, day, worker);
  const noted = Math.max(day + 1, course.decided - 1);
  const decided = Math.max(course.decided, noted);
  // The time of what was registered late is over before anybody could extend it.
  if (course.late && !scene.registeredLate && luck(scene, "preliminaryExtended"))
    extend(scene, day, desk);
  assessPreliminarily(scene, day, noted, desk);
  if (scene.violence) considerPolice(scene, day + 1, desk);
  if (scene.wantsFeedback && scene.dice.chance(FED_BACK))
    giveFeedback(scene, decided, course.opens ? course.seat : desk);
  if (course.opens) open(scene, decided, { seat: course.seat, by: desk.manager }, running);
  else leaveUnopened(scene, decided, desk.manager);
}

/** More time for the preliminary assessment, decided before the fourteen days are over. */
function extend(scene: Scene, day: number, desk: Seat): void {
  const on = day + EXTENDED_ON;
  const reason = scene.dice.weighted({
    "family-unreachable": 6,
    "police-interview": 3,
    "other-exceptional": 1,
  });
  happens(scene, on, "15:40", desk.manager, "preliminary.extend", {
    ids: { report: thing(scene, "report") },
    data: {
      until: dayText(day + EXTENDED_TO),
      reason,
      reasonText: tellingAt(scene, on).one(eventTexts(scene, `extended-${reason}`)),
      decidedAt: "$now",
      level: "delegate",
      decider: `@${desk.manager}`,
    },
  });
}

const EXTENDED_ON = 11;
const EXTENDED_TO = 32;

function considerPolice(scene: Scene, day: number, desk: Seat): void {
  const made = luck(scene, "policeReported");
  happens(scene, day, "13:50", desk.present(day), "act.record", {
    ids: { act: thing(scene, "police-first"), report: thing(scene, "report") },
    data: {
      kind: "police-report.considered",
      policeReport: made ? "made" : "considered-not-made",
      reason: tellingAt(scene, day).one(eventTexts(scene, made ? "policeMade" : "policeNotMade")),
    },
  });
}

/** What the reporter with a duty to report may know: whether an investigation was opened. */
function giveFeedback(scene: Scene, decided: number, by: Seat): void {
  const { words } = scene.makings.files;
  const day = decided + scene.dice.integer(1, 4);
  happens(scene, day, clock(scene.dice, 0), by.present(day), "act.record", {
    ids: { act: thing(scene, "feedback"), report: thing(scene, "report") },
    data: {
      kind: "feedback.given",
      feedback: "given",
      text: tellingAt(scene, day).one(words.feedback),
    },
  });
}

function linkReport(scene: Scene, day: number, current: Running): void {
  const { dice, makings } = scene;
  assessProtection(scene, day, current.seat.present(day));
  happens(scene, day + 1, clock(dice, 2), current.seat.present(day + 1), "report.link", {
    ids: { report: thing(scene, "report"), investigation: current.investigation },
    data: {
      outcome: "link",
      decidedAt: "$now",
      reason: tellingAt(scene, day).one(makings.files.words.link),
    },
  });
}

function leaveUnopened(scene: Scene, day: number, by: string): void {
  const { dice, makings } = scene;
  const { notOpen } = makings.files.words;
  const reason = dice.weighted(makings.files.rates.invented.notOpened);
  const texts = { ...notOpen }[reason as "no-measure"];
  const told = tellingAt(scene, day);
  happens(scene, day, "16:30", by, "investigation.not-open", {
    ids: { report: thing(scene, "report") },
    data: {
      outcome: "not-open",
      ...(scene.violence ? { violenceConfirmed: true } : {}),
      decidedAt: "$now",
      notOpenReason: reason,
      reason: told.one(texts),
      risk: told.one(notOpen.risk),
      informedFamily: told.one(notOpen.informed),
    },
  });
}

function open(
  scene: Scene,
  day: number,
  { seat, by }: { readonly seat: Seat; readonly by: string },
  running: Map<string, Running>,
): void {
  const { dice, makings, child } = scene;
  const { rates, words } = makings.files;
  const investigation = thing(scene, "investigation");
  happens(scene, day, "16:30", by, "investigation.open", {
    ids: { investigation, report: thing(scene, "report"), investigator: `@${seat.holder(day)}` },
    data: { outcome: "open", decidedAt: "$now", reason: tellingAt(scene, day).one(words.open) },
  });
  happens(scene, day, "16:40", by, "matter.assign", {
    ids: { unit: seat.unit, worker: `@${seat.holder(day)}` },
  });
  const { median, longest, late } = rates.invented.investigationDays;
  const length = dice.chance(seat.habits.withinFourMonths)
    ? dice.skewed(50, median, longest)
    : dice.integer(longest + 1, late);
  const decided = day + length;
  const outcome = dice.weighted(rates.invented.outcome) as Outcome;
  const months = dice.between(rates.invented.measureMonths);
  const fixed = decided - BASIS_DAYS;
  if (length > longest && luck(scene, "extended")) extendInvestigation(scene, seat, day, decided);
  const wished = outcome === "measure" ? decided + 30 * months : decided;
  const taken = takeOver(scene, seat, day, wished);
  investigate(scene, seat, day, fixed - 1);
  const proposal = proposalOf(scene, seat, outcome, fixed);
  const signed = writeBasis(scene, seat, fixed, proposal);
  const told = Math.max(decided, signed + 1);
  const ended = decide(scene, seat, told, proposal, months);
  const closed = outcome === "measure" ? giveMeasure(scene, seat, told, proposal, months) : ended;
  leaveOutClosed(scene, taken);
  running.set(child.key, { until: told, opened: day, closed, investigation, seat });
}

/** A measure may end sooner than was thought: then nobody takes the matter over after that. */
function leaveOutClosed({ steps, matter }: Scene, taken: readonly DemoStep[]): void {
  const closed = steps.find(
    (step) => "matter" in step && step.do === "matter.close" && step.matter === matter,
  );
  if (closed === undefined) return;
  for (const step of taken) {
    if (inOrder([step, closed])[0] === closed) steps.splice(steps.indexOf(step), 1);
  }
}

/** Decided before the four months are over; what is too late anyhow stays late. */
function extendInvestigation(scene: Scene, seat: Seat, opened: number, decided: number): void {
  const on = opened + scene.dice.integer(105, 116);
  const reason = scene.dice.weighted({ police: 4, "expert-opinion": 2, "other-special": 4 });
  happens(scene, on, "15:50", seat.manager, "investigation.extend", {
    data: {
      until: dayText(Math.max(decided + 10, opened + 140)),
      reason,
      reasonText: tellingAt(scene, on).one(eventTexts(scene, `longer-${reason}`)),
      decidedAt: "$now",
      level: "delegate",
      decider: `@${seat.manager}`,
    },
  });
}

/** Whoever takes over a desk takes over its matters. Gives what is told of it. */
function takeOver(scene: Scene, seat: Seat, from: number, to: number): readonly DemoStep[] {
  const before = scene.steps.length;
  for (const { day, key } of seat.changes) {
    if (day <= from || day >= to) continue;
    const former = seat.holder(day - 1);
    happens(scene, day - 1, "15:20", former, "note.sign", {
      data: {
        occurredAt: "$now",
        text: tellingAt(scene, day).one(eventTexts(scene, "handedOver")),
      },
    });
    happens(scene, day, "07:45", seat.manager, "matter.assign", {
      ids: { unit: seat.unit, worker: `@${key}` },
    });
  }
  return scene.steps.slice(before);
}
