import type { DemoReport } from "../demo-files.ts";
import type { Dice } from "./dice.ts";
import type { Rates, Theme, Words } from "./files.ts";
import { ageAt, type Child, type Household, type Makings } from "./household.ts";
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
import { isHoliday } from "./season.ts";
import type { Seat } from "./staff.ts";
import { tellingOf, type Telling } from "./telling.ts";

/** Who reports out of what duty; everybody not named has the general one. */
const PRIVATE = new Set(["guardian", "child", "other-relative", "neighbour-private", "anonymous"]);
const OBLIGED_BY_NONE = new Set([...PRIVATE, "association"]);
/** Suspected violence by theme. */
const VIOLENCE: Readonly<Record<string, readonly (readonly string[])[]>> = {
  none: [["none"]],
  violence: [["physical"], ["physical", "psychological"], ["witnessed"], ["physical", "witnessed"]],
  neglect: [["neglect"], ["none"]],
  peer: [["peer"], ["digital"], ["peer", "digital"]],
};
const READ_BACK = new Set(["phone", "visit"]);
const WANTS_FEEDBACK = 0.4;
const FAMILY_KNOWS = 0.7;

export interface Reported {
  readonly child: Child;
  readonly matter: string;
}

/** One report about one child or several. */
export function reportStep(
  makings: Makings,
  household: Household,
  dice: Dice,
  reported: readonly Reported[],
  at: { readonly day: number; readonly by: string; readonly mentor: string },
): DemoReport {
  const { theme } = household;
  const { words, rates } = makings.files;
  const first = reported[0]?.child;
  if (first === undefined) throw new RangeError("A report is about somebody");
  const age = Math.max(0, ageAt(makings, first, at.day));
  const told = tellingOf(dice, household, first, age, at.mentor, words.lists);
  const reporters = makings.reporters(theme, age, isHoliday(makings.today, at.day));
  const { reporterKind, texts } = reporterOf(dice, theme, reporters, told);
  const late = luck({ dice, makings }, "lateReport");
  return {
    day: at.day,
    at: clock(dice, 0),
    by: at.by,
    do: "report.receive",
    children: reported.map(({ child, matter }) => ({
      child: child.key.slice(1),
      matter,
      report: `${matter}-report`,
    })),
    data: {
      kind: "report",
      arrivedAt: late ? `${dayText(at.day - dice.integer(8, 19))} 10:15` : "$now",
      ...reporterFacts(dice, rates, words, reporterKind),
      ...concernsOf(dice, theme),
      parts: [{ audience: "common", text: told.one(texts) }],
    },
    reasons: late ? { [LATE]: dice.pick(words.events["lateReport"] ?? []) } : {},
  };
}

/** The rule that asks for a reason when something is recorded late. */
const LATE = "M-02";

function reporterFacts(dice: Dice, rates: Rates, words: Words, reporterKind: string) {
  const channel = reporterKind === "child" ? "visit" : dice.weighted(words.channels);
  const isPrivate = OBLIGED_BY_NONE.has(reporterKind);
  const anonymous = reporterKind === "anonymous";
  const shielded = !anonymous && isPrivate && dice.chance(rates.invented.shielded);
  return {
    channel,
    reporterKind,
    reporterClass: isPrivate ? "private" : "duty-general",
    reporterAnonymous: anonymous,
    reporterShielded: shielded,
    ...(shielded ? { shieldBasis: dice.pick(words.events["shielded"] ?? []) } : {}),
    ...(dice.chance(OFTEN) ? { familyKnows: dice.chance(FAMILY_KNOWS) } : {}),
    ...(isPrivate || !dice.chance(OFTEN) ? {} : { wantsFeedback: dice.chance(WANTS_FEEDBACK) }),
    ...(READ_BACK.has(channel) ? { readBack: true } : {}),
  };
}

const OFTEN = 0.93;

function concernsOf(dice: Dice, theme: Theme) {
  const reasons = dice.pick(theme.reasons);
  const main = dice.chance(OFTEN) ? { mainReason: reasons[0] } : {};
  return {
    reasons,
    ...main,
    ...(dice.chance(OFTEN) ? { concerns: theme.concerns } : {}),
    violence: dice.pick(VIOLENCE[theme.violence] ?? [["none"]]),
  };
}

/** Whether the answers of a report name any violence. */
export function tellsOfViolence({ data }: DemoReport): boolean {
  const { violence } = data;
  return Array.isArray(violence) && !violence.includes("none");
}

/** Who reports, by how common it is, among those who have words that fit the child's age. */
function reporterOf(
  dice: Dice,
  theme: Theme,
  reporters: Readonly<Record<string, number>>,
  told: Telling,
): { readonly reporterKind: string; readonly texts: readonly string[] } {
  const saying = Object.entries(theme.reports)
    .flatMap(([kinds, texts]) => kinds.split(",").map((kind) => [kind, texts] as const))
    .filter(([, texts]) => told.fits(texts));
  const weights = saying.map(([kind]) => [kind, reporters[kind] ?? 0] as const);
  const reporterKind = dice.weighted(Object.fromEntries(weights));
  const texts = saying.filter(([kind]) => kind === reporterKind).flatMap(([, each]) => each);
  return { reporterKind, texts };
}

/** Allocated by the manager; the worker is told. */
export function allocate(scene: Scene, day: number, desk: Seat): string {
  const worker = desk.holder(day);
  happens(scene, day, clock(scene.dice, 1), desk.manager, "matter.assign", {
    ids: { unit: desk.unit, worker: `@${worker}` },
  });
  return desk.present(day);
}

/** Protection assessed: the same day but for a few. */
export function assessProtection(scene: Scene, day: number, worker: string): void {
  const { dice, makings } = scene;
  const { words, rates } = makings.files;
  const told = tellingAt(scene, day);
  const later = Number(dice.weighted(rates.invented.workdaysToAssess));
  const serious = scene.household.theme.violence === "violence" && dice.chance(0.3);
  const outcome = serious ? "met-otherwise" : "no-immediate-need";
  happens(scene, day + later, clock(dice, 3), worker, "protection.assess", {
    ids: { report: thing(scene, "report") },
    data: {
      assessedAt: "$now",
      outcome,
      lateArrival: false,
      reasons: told.one(words.protection[outcome]),
      ...(serious ? { measures: told.one(words.protection.measures) } : {}),
    },
  });
}

/** The preliminary assessment, told on the day before the decision. */
export function assessPreliminarily(scene: Scene, from: number, to: number, desk: Seat): void {
  const { dice, makings } = scene;
  const { words, rates } = makings.files;
  const told = tellingAt(scene, to);
  const worker = desk.present(to);
  const texts = told.some(words.preliminaryNotes, dice.between(rates.invented.preliminaryNotes));
  for (const text of texts) {
    const day = dice.integer(from, to);
    happens(scene, day, clock(dice, 2), desk.present(day), "note.sign", {
      data: { occurredAt: "$now", text },
    });
  }
  const heard = dice.chance(rates.invented.childHeardEarly);
  happens(scene, to, clock(dice, 1), worker, "preliminary.note", {
    ids: { report: thing(scene, "report") },
    data: {
      contacts: guardianKeys(scene).map((who) => ({ who, how: dice.pick(["phone", "visit"]) })),
      ...maybe(scene, ALMOST_ALWAYS, childHeard(scene, to, heard)),
      guardiansHeard: guardiansHeard(scene, told),
      ...maybe(scene, desk.habits.answered, {
        reportMeeting: dice.weighted(rates.invented.reportMeeting),
      }),
      text: preliminaryText(scene, told, heard),
    },
  });
}

const ALMOST_ALWAYS = 0.97;
const NOT_HEARD = {
  "no-opportunity": 40,
  "did-not-want": 15,
  "guardian-refused": 18,
  "not-suitable": 17,
  "waiting-police": 6,
  unreachable: 4,
};

/** How the child was heard, or why not: one answer with its reason, so that both are there or none. */
function childHeard(scene: Scene, day: number, heard: boolean): Readonly<Record<string, unknown>> {
  const { dice, makings, child } = scene;
  const small = ageAt(makings, child, day) < TALKS_FROM;
  if (heard) return { childParticipation: small ? "observation" : "guardian-present" };
  const why = small ? "too-young-observed" : dice.weighted(NOT_HEARD);
  const reason = tellingAt(scene, day).one(eventTexts(scene, `notHeard-${why}`));
  return { childParticipation: why, participationReason: reason };
}

const TALKS_FROM = 4;

function guardiansHeard(scene: Scene, told: Telling) {
  const { dice } = scene;
  return guardianKeys(scene).map((guardian, index) =>
    dice.chance(index === 0 ? FIRST_HEARD : SECOND_HEARD)
      ? { guardian, heard: "yes" }
      : { guardian, heard: "no", reason: told.one(eventTexts(scene, "guardianNotHeard")) },
  );
}

const FIRST_HEARD = 0.95;
const SECOND_HEARD = 0.6;

function preliminaryText(scene: Scene, told: Telling, heard: boolean): string {
  const { words } = scene.makings.files;
  const { theme } = scene.household;
  const childTalk = heard ? told.one(theme.childTalk) : "";
  const texts = [told.one(words.preliminary), told.one(theme.guardianTalk), childTalk];
  return texts.filter((text) => text !== "").join(" ");
}
