import { decideRelease } from "../disclosure/decide-release.ts";
import { numbersOf, type Atom } from "../disclosure/numbers.ts";

/** A count as it may leave the office; null where it is not told. */
export type Told = number | null;

/** One bar to be concealed: its number, and the group it adds up in. */
export interface Counted {
  readonly role: "yes" | "no" | "missing" | "apart";
  readonly n: number;
}

/** The numbers of an indicator as they may leave the office. */
export interface ConcealedBars {
  readonly yes: Told;
  readonly n: Told;
  readonly missing: Told;
  readonly bars: readonly Told[];
}

/** What may be told of groups of rows, by the key of the number. */
function decided(atoms: readonly Atom[], least: number): (key: string) => Told {
  const release = decideRelease(atoms, 0, [], { least, changed: new Set() });
  const counts = new Map(numbersOf(atoms, 0).map(({ key, n }) => [key, n]));
  return (key) => {
    const n = counts.get(key) ?? 0;
    return release.kind !== "told" || release.withheld.has(key) ? null : n;
  };
}

function atom(n: number, ...places: readonly (readonly string[])[]): readonly Atom[] {
  return n === 0
    ? []
    : [{ n, attributes: [places.join(" ")], tables: [{ places, missing: false }] }];
}

/**
 * The bars of an indicator that may be told, decided as for every table that leaves (`decideRelease`): how many answers
 * there are, yes against no, and the bars that make each. What lacks an answer and what is apart stands alone.
 */
export function concealBars(bars: readonly Counted[], least: number): ConcealedBars {
  const groupOf = (role: Counted["role"]) => (role === "yes" || role === "no" ? "answered" : role);
  const groups = (["answered", "missing", "apart"] as const).map((group) => {
    const atoms = bars.flatMap(({ role, n }, at) =>
      groupOf(role) === group ? atom(n, [role], [String(at)]) : [],
    );
    return [group, decided(atoms, least)] as const;
  });
  const told = new Map<string, (key: string) => Told>(groups);
  const of = (group: string, key: string): Told => told.get(group)?.(key) ?? null;
  return {
    yes: of("answered", "yes|*|*"),
    n: of("answered", "*|*|*"),
    missing: of("missing", "*|*|*"),
    bars: bars.map(({ role }, at) => of(groupOf(role), `${role}|${at}|*`)),
  };
}

interface Step {
  readonly row: string;
  readonly n: number;
}

/**
 * Steps counted by themselves, decided the same way: of steps of the same rows each is part of the one before, and the few
 * between them must not be known either.
 */
export function concealSteps(steps: readonly Step[], least: number): readonly Told[] {
  return runsOf(steps).flatMap((run) => {
    const atoms = run.flatMap(({ n }, at) => {
      const within = Array.from({ length: at + 1 }, (_, step) => String(step));
      return atom(n - (run[at + 1]?.n ?? 0), within);
    });
    const told = decided(atoms, least);
    return run.map((_, at) => told(`${at}|*|*`));
  });
}

/** Steps after each other that can be parts of the one before. */
function runsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const runs: Step[][] = [];
  for (const step of steps) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last?.row === step.row && step.n <= last.n) run.push(step);
    else runs.push([step]);
  }
  return runs;
}
