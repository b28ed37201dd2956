import type { DemoAktStep, DemoStep } from "../demo-files.ts";
import type { Dice } from "./dice.ts";
import { ageAt, type Child, type Household, type Makings } from "./household.ts";
import { missing } from "./origins.ts";
import type { Office } from "./staff.ts";
import { tellingOf, type Telling } from "./telling.ts";

/** The last day of which anything is told: what would lie ahead has not happened yet. */
const LAST_DAY = -1;

type Extra = Partial<
  Pick<DemoAktStep, "ids" | "data" | "content" | "sameContent" | "label" | "about" | "reasons">
>;

/** What one matter of one child is told with. */
export interface Scene {
  readonly makings: Makings;
  readonly office: Office;
  readonly household: Household;
  readonly child: Child;
  readonly dice: Dice;
  /** The matter's name; things in it are called `#matter-thing`. */
  readonly matter: string;
  readonly mentor: string;
  /** Whether the reporter asked to hear what becomes of the report. */
  readonly wantsFeedback: boolean;
  /** The day the family leaves the municipality; infinity where it stays. */
  readonly leaves: number;
  /** The report was registered later than it came. */
  readonly registeredLate: boolean;
  /** Whether the report tells of violence. */
  readonly violence: boolean;
  /** What has happened so far, of all matters of the household. */
  readonly steps: DemoStep[];
}

/** Tells that somebody did something in the matter; days count from today. */
export function happens(
  scene: Scene,
  day: number,
  at: string,
  by: string,
  kind: string,
  extra: Extra = {},
): void {
  if (day > LAST_DAY) return;
  const { ids = {}, data = {}, reasons: given = {}, ...rest } = extra;
  const reasons = { ...reasonsFor(scene, kind), ...given };
  scene.steps.push({ day, at, by, do: kind, matter: scene.matter, ids, data, reasons, ...rest });
}

/** Reasons at hand, should good practice ask for them; those nobody asks for are not kept. */
function reasonsFor({ makings, dice }: Scene, kind: string): Record<string, string> {
  const rules = Object.entries(makings.files.words.reasons[kind] ?? {});
  return Object.fromEntries(rules.map(([rule, texts]) => [rule, dice.pick(texts)]));
}

/** The name of a thing of this matter. */
export function thing(scene: Scene, name: string): string {
  return `#${scene.matter}-${name}`;
}

/** A day as the demo's files write it. */
export function dayText(day: number): string {
  return `$day${day < 0 ? "" : "+"}${day}`;
}

/** The texts of the child at that age. */
export function tellingAt(scene: Scene, day: number): Telling {
  const age = Math.max(0, ageAt(scene.makings, scene.child, day));
  const { lists } = scene.makings.files.words;
  return tellingOf(scene.dice, scene.household, scene.child, age, scene.mentor, lists);
}

/** Whether something rarer happens, by the name of its chance in the rates. */
export function luck({ dice, makings }: Pick<Scene, "dice" | "makings">, name: string): boolean {
  const share = makings.files.rates.invented.chances[name];
  if (share === undefined) throw new RangeError(`There is no chance ${name}`);
  return dice.chance(share);
}

/** What is noted of one of the rarer things. */
export function eventTexts({ makings }: Pick<Scene, "makings">, name: string): readonly string[] {
  const texts = makings.files.words.events[name];
  if (texts === undefined) throw new RangeError(`There are no words for ${name}`);
  return texts;
}

/** The answers, or, as often as a group leaves its questions, nothing or why there is none of the first. */
export function maybe(
  { dice, makings }: Pick<Scene, "dice" | "makings">,
  share: number,
  answers: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (dice.chance(share)) return answers;
  if (dice.chance(LEFT)) return {};
  const [first] = Object.keys(answers);
  return first === undefined ? {} : { [first]: missing(dice, makings.files.rates) };
}

/** Of the answers that aren't given most are simply left. */
const LEFT = 0.75;

/** The guardians' keys. */
export function guardianKeys(scene: Scene): readonly string[] {
  return scene.household.guardians.map(({ key }) => key);
}

/** A time of an office day, later ones for later `part`s of the day (0 to 3). */
export function clock(dice: Dice, part: number): string {
  const hour = 8 + 2 * part + dice.integer(0, 1);
  return `${String(hour).padStart(2, "0")}:${String(5 * dice.integer(0, 11)).padStart(2, "0")}`;
}
