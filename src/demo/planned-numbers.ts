import { stockholmDate, type Instant } from "../kernel/instant.ts";
import { takeNumbers } from "../store/commands/draw-numbers.ts";
import { inTenant } from "../store/in-tenant.ts";
import type { DemoFamily } from "./demo-files.ts";
import { timedSteps } from "./demo-requests.ts";
import type { DemoWorld } from "./demo-world.ts";

/** The numbers of matters that are planned, by family and by the name of the matter in it. */
export type PlannedNumbers = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A matter that a report to a family may begin. */
export interface PlannedMatter {
  readonly family: string;
  readonly matter: string;
  readonly at: Instant;
}

/**
 * Numbers for the matters of all families of a board, in the order in which they begin. They are the first of each
 * year: families that are made at the same time do not wait for each other's, the same families get the same, and a
 * board that was left half filled goes on with those it had.
 */
export async function planNumbers(
  world: DemoWorld,
  begun: readonly PlannedMatter[],
): Promise<PlannedNumbers> {
  const byYear = Map.groupBy(
    begun.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))),
    ({ at }) => Number(stockholmDate(at).slice(0, 4)),
  );
  const numbers = new Map(begun.map(({ family }) => [family, new Map<string, string>()]));
  for (const [year, matters] of byYear) {
    const given = await inTenant(world.store.pools.app, world.tenant, (tx) =>
      takeNumbers(world.store, tx, year, matters.length),
    );
    for (const [at, { family, matter }] of matters.entries()) {
      const number = given[at];
      if (number !== undefined) numbers.get(family)?.set(matter, number);
    }
  }
  return numbers;
}

/** The matters that reports to a family may begin, and when. */
export function mattersOf(world: DemoWorld, of: DemoFamily): readonly PlannedMatter[] {
  const { family } = of;
  return timedSteps(world, of).flatMap(({ step, at }) =>
    "children" in step ? step.children.map(({ matter }) => ({ family, matter, at })) : [],
  );
}
