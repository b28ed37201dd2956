import type { DemoReport } from "../demo-files.ts";
import type { Dice } from "./dice.ts";
import type { Theme } from "./files.ts";
import { ageAt, type Child, type Household, type Makings } from "./household.ts";
import { clock, guardianKeys, happens, tellingAt, thing, type Scene } from "./script.ts";
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
  const told = tellingOf(dice, household, first, age, at.mentor);
  const { reporterKind, texts } = reporterOf(dice, theme, told);
  const channel = reporterKind === "child" ? "visit" : dice.weighted(words.channels);
  const reasons = dice.pick(theme.reasons);
  const isPrivate = OBLIGED_BY_NONE.has(reporterKind);
  const anonymous = reporterKind === "anonymous";
  const shielded = !anonymous && isPrivate && dice.chance(rates.invented.shielded);
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
      arrivedAt: "$now",
      channel,
      reporterKind,
      reporterClass: isPrivate ? "private" : "duty-general",
      reporterAnonymous: anonymous,
      reporterShielded: shielded,
      familyKnows: dice.chance(FAMILY_KNOWS),
      reasons,
      mainReason: reasons[0],
      concerns: theme.concerns,
      violence: dice.pick(VIOLENCE[theme.violence] ?? [["none"]]),
      parts: [{ audience: "common", text: told.one(texts) }],
      ...(isPrivate ? {} : { wantsFeedback: dice.chance(WANTS_FEEDBACK) }),
      ...(READ_BACK.has(channel) ? { readBack: true } : {}),
    },
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
  told: Telling,
): { readonly reporterKind: string; readonly texts: readonly string[] } {
  const saying = Object.entries(theme.reports)
    .flatMap(([kinds, texts]) => kinds.split(",").map((kind) => [kind, texts] as const))
    .filter(([, texts]) => told.fits(texts));
  const weights = saying.map(([kind]) => [kind, theme.reporters[kind] ?? 0] as const);
  const reporterKind = dice.weighted(Object.fromEntries(weights));
  const texts = saying.filter(([kind]) => kind === reporterKind).flatMap(([, each]) => each);
  return { reporterKind, texts };
}

/** Who takes care of a report until it is decided on. */
export interface Desk {
  readonly unit: string;
  readonly manager: string;
  holder(day: number): string;
}

/** Allocated by the manager; the worker is told. */
export function allocate(scene: Scene, day: number, desk: Desk): string {
  const worker = desk.holder(day);
  happens(scene, day, clock(scene.dice, 1), desk.manager, "matter.assign", {
    ids: { unit: desk.unit, worker: `@${worker}` },
  });
  return worker;
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
export function assessPreliminarily(scene: Scene, from: number, to: number, worker: string): void {
  const { dice, makings, household } = scene;
  const { words, rates } = makings.files;
  const told = tellingAt(scene, to);
  const guardians = guardianKeys(scene);
  for (const text of told.some(
    words.preliminaryNotes,
    dice.between(rates.invented.preliminaryNotes),
  )) {
    happens(scene, dice.integer(from, to), clock(dice, 2), worker, "note.sign", {
      data: { occurredAt: "$now", text },
    });
  }
  const age = ageAt(makings, scene.child, to);
  const heard = dice.chance(rates.invented.childHeardEarly);
  const meeting = dice.weighted({
    held: 20,
    "offered-declined": 30,
    "not-suitable": 20,
    "not-offered": 30,
  });
  const childTalk = heard ? told.one(household.theme.childTalk) : "";
  const texts = [told.one(words.preliminary), told.one(household.theme.guardianTalk), childTalk];
  happens(scene, to, clock(dice, 1), worker, "preliminary.note", {
    ids: { report: thing(scene, "report") },
    data: {
      contacts: guardians.map((who) => ({ who, how: dice.pick(["phone", "visit"]) })),
      ...(heard
        ? { childParticipation: age < 4 ? "observation" : "guardian-present" }
        : {
            childParticipation: age < 4 ? "too-young-observed" : dice.pick(NOT_HEARD),
            participationReason: "Barnet hördes inte i förhandsbedömningen.",
          }),
      guardiansHeard: guardians.map((guardian, index) =>
        index === 0 || dice.chance(0.6)
          ? { guardian, heard: "yes" }
          : { guardian, heard: "no", reason: "Gick inte att nå." },
      ),
      reportMeeting: meeting,
      text: texts.filter((text) => text !== "").join(" "),
    },
  });
}

const NOT_HEARD = ["no-opportunity", "did-not-want", "guardian-refused", "not-suitable"];
