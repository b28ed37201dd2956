import type { Uuid } from "../../kernel/ids.ts";
import type { MatterState, ObjectionState } from "../akt-state.ts";

/** What objections are to: a line of the story, the version of a document it made, or both. */
export interface Concerned {
  readonly seq?: number;
  readonly document?: Uuid | undefined;
}

/** The objections to a line of the story, and to the document whose version it is, oldest first. */
export function objectionsTo(
  matter: MatterState | undefined,
  { seq, document }: Concerned,
): readonly ObjectionState[] {
  return (matter?.objections ?? []).filter(
    (each) =>
      (seq !== undefined && each.entry === seq) ||
      (document !== undefined && each.document === document),
  );
}
