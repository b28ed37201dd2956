import type { Text } from "./types.ts";

export const DIRECTIONS = ["higher-is-better", "higher-is-worse"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** The values a scale of an instrument can have, and which way is better. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly direction: Direction;
}

export interface Subscale extends Scale {
  readonly id: string;
  readonly name: Text;
}

/** From which value a label holds, for whom, and who says so. A value without one has no label. */
export interface Cutoff {
  /** `total`, or the id of a subscale. */
  readonly scale: string;
  readonly from: number;
  /** Code of codelist `instrument-respondent`. */
  readonly respondent?: string;
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly label: Text;
  readonly source: string;
  readonly year: number;
}

/** An instrument of the register: what a result of it can be. Never its questions. */
export interface Instrument {
  /** Code of codelist `instrument`. */
  readonly id: string;
  readonly version: string;
  readonly owner: string;
  readonly licence: Text;
  readonly respondents: readonly string[];
  readonly ageFrom?: number;
  readonly ageTo?: number;
  /** Null where the instrument has no sum. */
  readonly total: Scale | null;
  readonly subscales: readonly Subscale[];
  readonly cutoffs: readonly Cutoff[];
}
