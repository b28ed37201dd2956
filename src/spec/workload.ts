import data from "../../spec/workload/weights.json" with { type: "json" };
import type { Text } from "./types.ts";

/** How heavy work is held to be: invented numbers to plan by (spec/workload/weights.json). */
export interface WorkloadWeights {
  /** True while nobody has measured them. */
  readonly invented: boolean;
  readonly note: Text;
  /** A matter, by where it stands; one whose phase is not named weighs 1. */
  readonly phases: Readonly<Record<string, number>>;
  /** The share of a matter's weight that its co-worker carries. */
  readonly coWorker: number;
  /** Each clock to work to within a week. */
  readonly dueWithinWeek: number;
  /** A function of the day, by code of `duty-function`. */
  readonly duties: Readonly<Record<string, number>>;
}

export const workloadWeights: WorkloadWeights = data;
