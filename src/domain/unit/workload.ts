import type { WorkloadWeights } from "../../spec/workload.ts";

/** What one member of staff carries, as counts. */
export interface Carried {
  /** Running matters by phase, those one has and those one helps with. */
  readonly matters: readonly {
    readonly phase: string;
    readonly main: boolean;
    readonly count: number;
  }[];
  /** Clocks to work to within a week. */
  readonly due: number;
  /** Functions of today, by code of `duty-function`. */
  readonly duties: readonly string[];
}

/** A matter in a phase that has no weight of its own. */
const plain = 1;

/**
 * How much somebody carries, to plan by: matters by where they stand, clocks within a week, functions of the day.
 * In the unit of the weights, to the nearest half. Never compared with anybody's: lists stand in the order of names.
 */
export function workloadOf({ matters, due, duties }: Carried, weights: WorkloadWeights): number {
  const ofMatters = matters.map(
    ({ phase, main, count }) =>
      count * (weights.phases[phase] ?? plain) * (main ? 1 : weights.coWorker),
  );
  const ofDuties = duties.map((duty) => weights.duties[duty] ?? 0);
  const sum = [...ofMatters, ...ofDuties].reduce((total, each) => total + each, 0);
  return Math.round((sum + due * weights.dueWithinWeek) * 2) / 2;
}
