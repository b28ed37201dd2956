import type { DemoFamily, DemoStep } from "../demo-files.ts";
import { afterReport, courseOf, type Running } from "./after-report.ts";
import type { Dice } from "./dice.ts";
import { ageAt, type Child, type Household, type Makings } from "./household.ts";
import { reportStep, tellsOfViolence, type Reported } from "./intake.ts";
import { changesOf, leavingDay } from "./moves.ts";
import type { Scene } from "./script.ts";
import { isOfSchools, reportedOn } from "./season.ts";
import type { Office } from "./staff.ts";

const CHILD_UNTIL = 18;

/** A household with everything that happens to it. */
interface Telling {
  readonly makings: Makings;
  readonly office: Office;
  readonly household: Household;
  readonly dice: Dice;
  readonly mentor: string;
  readonly steps: DemoStep[];
  readonly running: Map<string, Running>;
  /** When it leaves the municipality. */
  readonly leaves: number;
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
  const mentor = `${makings.register.adult(dice, "female")} ${makings.register.family(dice)}`;
  const changes = changesOf(makings, office, household, dice, firstDay);
  const telling: Telling = {
    makings,
    office,
    household,
    dice,
    mentor,
    steps: [],
    running: new Map(),
    leaves: leavingDay(changes),
  };
  const occasions = Number(dice.weighted(rates.invented.occasions));
  let reports = 0;
  let day = firstDay;
  for (let occasion = 1; occasion <= occasions && day < 0; occasion += 1) {
    // Who has moved to another municipality is reported there.
    if (telling.leaves <= day) break;
    const reported = tellReport(telling, day, occasion);
    if (reported === 0) break;
    reports += reported;
    day = nextDay(telling, day);
  }
  const { steps, running } = telling;
  const family: DemoFamily = {
    family: household.key,
    persons: household.persons,
    relations: household.relations,
    registered: { day: firstDay, at: "07:30", by: dice.pick(office.reception).present(firstDay) },
    steps: [...steps, ...changes],
  };
  const runs = [...running.values()].some((each) => each.closed > 0);
  return { family, reports, runs };
}

/** One report, about one child or several, and all that comes of it. Gives about how many. */
function tellReport(telling: Telling, day: number, occasion: number): number {
  const { makings, office, household, dice, mentor, steps, running, leaves } = telling;
  const several = dice.chance(makings.files.rates.invented.siblingsReported);
  const children = household.children.filter(
    (child, index) => (index === 0 || several) && isChild(makings, child, day),
  );
  const reported = children.map((child): Reported => {
    return { child, matter: `${household.key}-${child.key.split("-").at(-1) ?? ""}-${occasion}` };
  });
  if (reported.length === 0) return 0;
  const reception = dice.pick(office.reception);
  const by = reception.present(day);
  const step = reportStep(makings, household, dice, reported, { day, by, mentor });
  steps.push(step);
  const violence = tellsOfViolence(step);
  const registeredLate = step.data["arrivedAt"] !== "$now";
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
      leaves,
      registeredLate,
      violence,
      wantsFeedback,
      ...each,
    };
    afterReport(scene, day, course, running);
  }
  return reported.length;
}

/** When the family is reported again, hardly by a school in its holidays. */
function nextDay({ makings, household, dice, running }: Telling, day: number): number {
  const { rates } = makings.files;
  const { least, median, whileRunning, longest } = rates.invented.daysToNext;
  const runs = [...running.values()].some(({ until }) => until > day);
  const wished = day + dice.skewed(least, runs ? whileRunning : median, longest);
  const ofSchools = isOfSchools(household.theme.reporters);
  const next = wished < 0 ? reportedOn(dice, rates, makings.today, wished, ofSchools) : wished;
  return clearOf(running, next);
}

/**
 * Not before an investigation that an earlier report leads to is opened, nor in the days when one is being closed: a
 * report then might find it running or not.
 */
function clearOf(running: ReadonlyMap<string, Running>, day: number): number {
  const unclear = [...running.values()].some(
    ({ opened, until }) => day <= opened || Math.abs(until - day) < CLOSING_DAYS,
  );
  return unclear ? clearOf(running, day + CLOSING_DAYS) : day;
}

const CLOSING_DAYS = 6;

function isChild(makings: Makings, child: Child, day: number): boolean {
  const age = ageAt(makings, child, day);
  return age >= 0 && age < CHILD_UNTIL;
}
