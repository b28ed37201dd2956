import type { DemoFamily, DemoStep } from "../demo-files.ts";
import { proposalOf, writeBasis, type Outcome } from "./basis.ts";
import { decide } from "./decision.ts";
import type { Dice } from "./dice.ts";
import type { Child, Household, Makings } from "./household.ts";
import { ageAt } from "./household.ts";
import {
  allocate,
  assessPreliminarily,
  assessProtection,
  reportStep,
  tellsOfViolence,
  type Desk,
  type Reported,
} from "./intake.ts";
import { investigate } from "./investigation.ts";
import { giveMeasure } from "./measure.ts";
import { clock, happens, tellingAt, thing, type Scene } from "./script.ts";
import { INVESTIGATION, RECEPTION, type Office, type Seat } from "./staff.ts";

const CHILD_UNTIL = 18;
const FED_BACK = 0.9;
const BASIS_DAYS = 22;
const OPENED_ON_VIOLENCE = 0.85;
/** Days from the decision until the matter is closed, at most. */
const CLOSED_WITHIN = 11;

/** What goes on for a child, so that the next report knows. */
interface Running {
  readonly until: number;
  /** When the matter was closed, the measure ended. */
  readonly closed: number;
  readonly investigation: string;
  readonly seat: Seat;
}

/**
 * Everything that happens to one household from its first report until the day the municipality is
 * made. Gives how many reports about a child there were, too.
 */
export function lifeOf(
  makings: Makings,
  office: Office,
  household: Household,
  dice: Dice,
  firstDay: number,
): { readonly family: DemoFamily; readonly reports: number; readonly runs: boolean } {
  const { rates } = makings.files;
  const steps: DemoStep[] = [];
  const running = new Map<string, Running>();
  const mentor = `${makings.register.adult(dice, "female")} ${makings.register.family(dice)}`;
  const occasions = Number(dice.weighted(rates.invented.occasions));
  let reports = 0;
  let day = firstDay;
  for (let occasion = 1; occasion <= occasions && day < 0; occasion += 1) {
    const several = dice.chance(rates.invented.siblingsReported);
    const children = household.children.filter(
      (child, index) => (index === 0 || several) && isChild(makings, child, day),
    );
    const reported = children.map((child): Reported => {
      return { child, matter: `${household.key}-${child.key.split("-").at(-1) ?? ""}-${occasion}` };
    });
    if (reported.length === 0) break;
    const by = dice.pick(office.reception).holder(day);
    const step = reportStep(makings, household, dice, reported, { day, by, mentor });
    steps.push(step);
    reports += reported.length;
    const violence = tellsOfViolence(step);
    const wantsFeedback = step.data["wantsFeedback"] === true;
    const course = courseOf(makings, office, dice, day, violence);
    for (const each of reported) {
      const scene: Scene = {
        makings,
        office,
        household,
        dice,
        mentor,
        steps,
        violence,
        wantsFeedback,
        ...each,
      };
      afterReport(scene, day, course, running);
    }
    day = clearOf(running, day + dice.skewed(15, 150, 700));
  }
  const family: DemoFamily = {
    family: household.key,
    persons: household.persons,
    relations: household.relations,
    registered: { day: firstDay, at: "07:30", by: dice.pick(office.reception).holder(firstDay) },
    steps,
  };
  const runs = [...running.values()].some((each) => each.closed > 0);
  return { family, reports, runs };
}

/** Not in the days when an investigation is being closed: a report then might find it running or not. */
function clearOf(running: ReadonlyMap<string, Running>, day: number): number {
  const closing = [...running.values()].map(({ until }) => until);
  return closing.some((until) => Math.abs(until - day) < CLOSING_DAYS)
    ? clearOf(running, day + CLOSING_DAYS)
    : day;
}

const CLOSING_DAYS = 6;

/** What becomes of a report, the same for all children it is about. */
interface Course {
  readonly decided: number;
  readonly opens: boolean;
  readonly reception: Seat;
  readonly seat: Seat;
}

function courseOf(
  makings: Makings,
  office: Office,
  dice: Dice,
  day: number,
  violence: boolean,
): Course {
  const { rates } = makings.files;
  const { median, within, share, longest } = rates.invented.daysToDecide;
  const later = dice.chance(share)
    ? dice.skewed(1, median, within - 1)
    : dice.integer(within, longest);
  const opens = dice.chance(violence ? OPENED_ON_VIOLENCE : rates.found.opened);
  return {
    decided: day + later,
    opens,
    reception: dice.pick(office.reception),
    seat: dice.pick(office.investigation),
  };
}

function isChild(makings: Makings, child: Child, day: number): boolean {
  const age = ageAt(makings, child, day);
  return age >= 0 && age < CHILD_UNTIL;
}

function afterReport(
  scene: Scene,
  day: number,
  course: Course,
  running: Map<string, Running>,
): void {
  const current = running.get(scene.child.key);
  // Who investigates takes what comes in meanwhile.
  if (current !== undefined && current.until > day + 2) return linkReport(scene, day, current);
  const desk = deskFor(scene, day, course, current);
  const worker = allocate(scene, day, desk);
  assessProtection(scene, day, worker);
  const noted = Math.max(day + 1, course.decided - 1);
  const decided = Math.max(course.decided, noted);
  assessPreliminarily(scene, day, noted, worker);
  if (scene.wantsFeedback && scene.dice.chance(FED_BACK))
    giveFeedback(scene, decided, course.opens ? course.seat : desk);
  if (course.opens) open(scene, decided, { seat: course.seat, by: desk.manager }, running);
  else leaveUnopened(scene, decided, desk.manager);
}

/** A child that has something at the investigating unit already stays there; others come to the reception. */
function deskFor(scene: Scene, day: number, course: Course, current: Running | undefined): Desk {
  const { office } = scene;
  if (current !== undefined && current.closed >= day) {
    const { holder } = current.seat;
    return { unit: INVESTIGATION, manager: office.investigationManager, holder };
  }
  const { holder } = course.reception;
  return { unit: RECEPTION, manager: office.receptionManager, holder };
}

/** What the reporter with a duty to report may know: whether an investigation was opened. */
function giveFeedback(scene: Scene, decided: number, by: Pick<Seat, "holder">): void {
  const { words } = scene.makings.files;
  const day = decided + scene.dice.integer(1, 4);
  happens(scene, day, clock(scene.dice, 0), by.holder(day), "act.record", {
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
  assessProtection(scene, day, current.seat.holder(day));
  happens(scene, day + 1, clock(dice, 2), current.seat.holder(day + 1), "report.link", {
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
  const reason = dice.weighted({
    "no-measure": 58,
    "met-otherwise": 30,
    "measure-without-assessment": 12,
  });
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
    ids: { unit: INVESTIGATION, worker: `@${seat.holder(day)}` },
  });
  const { median, longest, late } = rates.invented.investigationDays;
  const length = dice.chance(rates.found.withinFourMonths)
    ? dice.skewed(50, median, longest)
    : dice.integer(longest + 1, late);
  const decided = day + length;
  const outcome = dice.weighted(rates.invented.outcome) as Outcome;
  const months = dice.between(rates.invented.measureMonths);
  const fixed = decided - BASIS_DAYS;
  takeOver(scene, seat, day, outcome === "measure" ? decided + 30 * months : decided);
  investigate(scene, seat, day, fixed - 1);
  const proposal = proposalOf(scene, outcome, fixed);
  const signed = writeBasis(scene, seat, fixed, proposal);
  const told = Math.max(decided, signed + 1);
  decide(scene, seat, told, proposal, months);
  const closed =
    outcome === "measure" ? giveMeasure(scene, seat, told, proposal, months) : told + CLOSED_WITHIN;
  running.set(child.key, { until: told, closed, investigation, seat });
}

/** Whoever takes over a desk takes over its matters. */
function takeOver(scene: Scene, seat: Seat, from: number, to: number): void {
  for (const { day, key } of seat.changes) {
    if (day <= from || day >= to) continue;
    happens(scene, day, "07:45", scene.office.investigationManager, "matter.assign", {
      ids: { unit: INVESTIGATION, worker: `@${key}` },
    });
  }
}
