import type { Text } from "./types.ts";

export const MAP_KINDS = ["split", "merged", "dropped", "meaning-changed"] as const;
export type MapKind = (typeof MAP_KINDS)[number];

/**
 * What became of a code (or of a variable) in a later version. `to` holds the new codes: several after a
 * split, none after a drop. How old answers are counted: `countedAs`.
 */
export interface CodeMap {
  readonly kind: MapKind;
  /** Codelist of the code; absent for a variable. */
  readonly codelist?: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly note: Text;
}
