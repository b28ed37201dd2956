import { stockholmDate } from "../../kernel/instant.ts";
import type { MatterReducer } from "../akt-change.ts";
import type { MarkState, MatterState } from "../akt-state.ts";
import { numberOf } from "../read.ts";

/** Marks the entry that was corrected or undone: by whom, when and where. What it said stays in the log. */
export function entryMarked(kind: MarkState["kind"]): MatterReducer {
  return (matter, event): MatterState => {
    const entry = numberOf(event.body.data["entry"]);
    if (entry === undefined) return matter;
    const on = stockholmDate(event.recordedAt);
    const mark: MarkState = { entry, kind, seq: event.seq, on, by: event.actor };
    return { ...matter, marks: [...(matter.marks ?? []), mark] };
  };
}

/** The latest mark of an entry; undefined when it stands as it was written. */
export function markOf(matter: MatterState | undefined, entry: number): MarkState | undefined {
  return matter?.marks?.findLast((mark) => mark.entry === entry);
}
