import type { Text } from "./types.ts";

/** Who may record some kinds of act: commands, and codes of the list of acts. */
export interface RecordingRule {
  readonly id: string;
  readonly roles: readonly string[];
  /** Only with the qualification that the law asks of whoever assesses and decides. */
  readonly qualified?: boolean;
  /** Said to somebody else: who does it. */
  readonly ask: Text;
  readonly acts: readonly string[];
  /** Those of the acts whose details may be corrected; both texts stay. */
  readonly correctable?: readonly string[];
  /** Those of the correctable acts that nothing is built on: their writer may undo them on their day. */
  readonly undoable?: readonly string[];
  /** Those of the acts that nothing is built on: they are moved when they stand in the wrong akt. */
  readonly movable?: readonly string[];
  /** Acts that are decisions, with the kind of decision by which the law and the delegation order know them. */
  readonly decisions?: Readonly<Record<string, string>>;
}
