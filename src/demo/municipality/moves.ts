import type { DemoPersonChange } from "../demo-files.ts";
import type { Dice } from "./dice.ts";
import type { Household, Makings } from "./household.ts";
import { luck } from "./script.ts";
import type { Office } from "./staff.ts";

/** A change of what is known of somebody, and whether the family left the municipality with it. */
export type Change = DemoPersonChange & { readonly day: number; readonly leaves?: true };

/** Changes are learnt of on the phone, in the morning. */
const AT = "08:20";
/** Days after the first report that anything changes, at the soonest. */
const SOONEST = 20;

/**
 * What changes in a household while the municipality knows it: it moves, here or away, the guardians part, the
 * identities become protected. `firstDay` counts from today.
 */
export function changesOf(
  makings: Makings,
  office: Office,
  household: Household,
  dice: Dice,
  firstDay: number,
): readonly Change[] {
  const latest = -2;
  const earliest = firstDay + SOONEST;
  if (earliest >= latest) return [];
  const by = (day: number) => dice.pick(office.reception).present(day);
  const on = () => dice.integer(earliest, latest);
  const scene = { dice, makings };
  const changes: Change[] = [];
  function change(day: number, persons: readonly string[], data: DemoPersonChange["data"]): void {
    const who = by(day);
    for (const key of persons) {
      const person = key.slice(1);
      changes.push({ day, at: AT, by: who, do: "person.change", person, data });
    }
  }
  const children = household.children.map(({ key }) => key);
  const home = [...household.guardians.slice(0, 1).map(({ key }) => key), ...children];
  const together = household.apart
    ? home
    : [...home, ...household.guardians.slice(1).map(({ key }) => key)];
  const { words } = makings.files;
  if (luck(scene, "moves")) {
    const street = `${dice.pick(words.streets)} ${dice.integer(1, 98)}`;
    change(on(), together, { address: `${street}, 999 ${dice.integer(10, 99)} Lindvik` });
  }
  if (!household.apart && household.guardians.length > 1 && luck(scene, "separates")) {
    change(on(), children, { addressKind: dice.pick(["one-guardian", "alternating"]) });
  }
  if (!household.hidden && luck(scene, "protectedLater")) {
    change(on(), home, { protectionLevel: "secrecy-marking" });
  }
  if (luck(scene, "movesAway")) {
    const day = on();
    const town = dice.pick(words.municipalities);
    change(day, together, {
      address: `${dice.pick(words.streets)} ${dice.integer(1, 98)}, ${town}`,
    });
    changes.push(
      ...changes.splice(-together.length).map((each) => ({ ...each, leaves: true as const })),
    );
  }
  return changes;
}

/** The day the family leaves the municipality; infinity where it stays. */
export function leavingDay(changes: readonly Change[]): number {
  return changes.find((each) => each.leaves === true)?.day ?? Number.POSITIVE_INFINITY;
}
