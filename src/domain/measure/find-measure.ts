import type { MatterState } from "../akt-state.ts";
import type { GoalState, MeasureState } from "./measure-state.ts";

/** The measures of a matter, in the order they were granted. */
export function measuresOf(matter: MatterState | undefined): readonly MeasureState[] {
  return matter?.measures ?? [];
}

/** A measure of the matter by its id. */
export function findMeasure(
  matter: MatterState | undefined,
  measure: string | undefined,
): MeasureState | undefined {
  return measuresOf(matter).find((each) => each.measure === measure);
}

/** The goals of a matter: of its decision basis, and those that plans added. */
export function goalsOf(matter: MatterState | undefined): readonly GoalState[] {
  return matter?.goals ?? [];
}

/** Whether a measure has been granted and has not ended. */
export function isRunning(measure: MeasureState): boolean {
  return measure.end === undefined;
}

/** Types of decision (codelist `decision-type`) that grant an open measure. */
export const openMeasureDecisions: readonly string[] = [
  "open-measure",
  "measure-without-assessment",
  "consent-replaced",
];
