import { stockholmDate } from "../../kernel/instant.ts";
import type { MatterReducer } from "../akt-change.ts";
import type { MarkState, MatterState } from "../akt-state.ts";
import { changedEntries } from "./standing-events.ts";

/** Marks the entry that was corrected, undone or moved: by whom, when and where. What it said stays in the log. */
export function entryMarked(kind: MarkState["kind"]): MatterReducer {
  return (matter, event): MatterState => {
    const on = stockholmDate(event.recordedAt);
    const { received } = event.body.ids;
    const document = received === undefined ? {} : { received };
    const mark = { kind, seq: event.seq, on, by: event.actor, ...document };
    return changedEntries(event).reduce(
      (next, entry) => withMark(next, { entry, ...mark }),
      matter,
    );
  };
}

/** The matter with an entry marked that came from another akt; as it is for every other event. */
export const originMarked: MatterReducer = (matter, event) => {
  if (event.body.origin === undefined) return matter;
  const { seq, actor } = event;
  const on = stockholmDate(event.recordedAt);
  return withMark(matter, { entry: seq, kind: "moved-here", seq, on, by: actor });
};

function withMark(matter: MatterState, mark: MarkState): MatterState {
  return { ...matter, marks: [...(matter.marks ?? []), mark] };
}

/** The latest mark that says how an entry counts; undefined when it stands as it was written. */
export function markOf(matter: MatterState | undefined, entry: number): MarkState | undefined {
  return matter?.marks?.findLast((mark) => mark.entry === entry && mark.kind !== "moved-here");
}

/** The mark of an entry that stood in another akt first. */
export function originOf(matter: MatterState | undefined, entry: number): MarkState | undefined {
  return matter?.marks?.find((mark) => mark.entry === entry && mark.kind === "moved-here");
}

/** Whether an entry counts no more, because it was undone or belongs to another akt. */
export function isGone(mark: MarkState | undefined): boolean {
  return mark?.kind === "undone" || mark?.kind === "moved";
}

/** Whether the words of a line are sealed: it was moved to another akt, or it corrected what then was. */
export function isSealed(matter: MatterState | undefined, seq: number): boolean {
  const entries = (matter?.marks ?? []).flatMap(({ kind, entry, seq: by }) =>
    kind === "corrected" && by === seq ? [entry] : [],
  );
  return [seq, ...entries].some((entry) => markOf(matter, entry)?.kind === "moved");
}
