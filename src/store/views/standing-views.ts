import type { AktState } from "../../domain/akt-state.ts";
import { markOf } from "../../domain/record/apply-mark.ts";
import { standing } from "../../domain/record/standing-events.ts";
import type { Tx } from "../in-tenant.ts";
import { onceFor } from "../once-for.ts";
import { readEvents, type EventView } from "./read-akt.ts";

/**
 * Some events of an akt as they count: corrected ones with the data they shall have, undone and moved ones left out. The
 * log is asked for the corrections only, and not at all where none of them was corrected.
 */
export async function standingViews(
  tx: Tx,
  state: AktState,
  views: readonly EventView[],
): Promise<readonly EventView[]> {
  const marked = views.flatMap(({ event }) => {
    const matter = event.matter === undefined ? undefined : state.matters[event.matter];
    const mark = markOf(matter, event.seq);
    return mark === undefined ? [] : [[event.seq, mark.seq] as const];
  });
  if (marked.length === 0) return views;
  const found = await readEvents(
    tx,
    state.akt,
    marked.map(([, seq]) => seq),
  );
  return standingOnce([views, state, found], () => {
    const corrections = new Map(marked.map(([entry, seq]) => [entry, found.get(seq)?.event]));
    return views.flatMap((view) => {
      const event = standing(view.event, corrections.get(view.event.seq));
      return event === undefined ? [] : [{ ...view, event }];
    });
  });
}

const standingOnce = onceFor<readonly EventView[]>();
