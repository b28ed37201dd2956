import { setImmediate as others } from "node:timers/promises";
import type { DemoFamily } from "./demo-files.ts";
import type { DemoWorld } from "./demo-world.ts";
import { commandsDigest } from "./municipality-digest.ts";
import type { Outline } from "./municipality/municipality.ts";
import {
  mattersOf,
  planNumbers,
  type PlannedMatter,
  type PlannedNumbers,
} from "./planned-numbers.ts";

/** A family that is to be made, told when its turn comes. */
export interface PlannedFamily {
  readonly family: string;
  readonly tell: () => DemoFamily;
}

/** The families of a municipality, those with something that runs now first. */
export interface FamilyPlan {
  /** Of all commands. */
  readonly digest: string;
  readonly families: readonly PlannedFamily[];
  readonly numbers: PlannedNumbers;
}

/** Families that are looked at before others get their turn. */
const AT_A_TIME = 4;

/**
 * Looks through everything that happens to all families, and keeps of it only in which order they are to be made and
 * the numbers of their matters. Whoever else uses the program is hardly held up by it.
 */
export async function planFamilies(
  world: DemoWorld,
  outline: Outline,
  packs: readonly string[],
): Promise<FamilyPlan> {
  const { add, digest } = commandsDigest(outline, packs);
  const running: PlannedFamily[] = [];
  const ended: PlannedFamily[] = [];
  const begun: PlannedMatter[] = [];
  for (const { family, runs, again } of outline.lives()) {
    add(family);
    begun.push(...mattersOf(world, family));
    const planned = runs ? running : ended;
    planned.push({ family: family.family, tell: again });
    if ((running.length + ended.length) % AT_A_TIME === 0) await others();
  }
  const families = [...running, ...ended];
  return { digest: digest(), families, numbers: await planNumbers(world, begun) };
}
