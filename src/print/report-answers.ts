import type { AktState } from "../domain/akt-state.ts";
import type { Answers } from "../domain/event.ts";
import { truthOf } from "../domain/read.ts";
import type { Tx } from "../store/in-tenant.ts";
import type { EventView } from "../store/views/read-akt.ts";
import { standingViews } from "../store/views/standing-views.ts";

/** A report as it counts, and as it was first written where it was corrected. */
export interface ReportAnswers {
  readonly counts: Answers;
  readonly first?: Answers;
}

/**
 * The answers of reports by their numbers in the log. A reporter who is shielded in one of the texts is shielded in
 * both: the name that was corrected is as secret as the one that took its place.
 */
export async function reportAnswers(
  tx: Tx,
  state: AktState,
  views: ReadonlyMap<number, EventView>,
): Promise<ReadonlyMap<number, ReportAnswers>> {
  const standing = await standingViews(tx, state, [...views.values()]);
  return new Map(
    standing.map(({ event }) => {
      const counts = event.body.data;
      const written = views.get(event.seq)?.event.body.data;
      return [
        event.seq,
        written === undefined || written === counts ? { counts } : both(counts, written),
      ];
    }),
  );
}

function both(counts: Answers, first: Answers): ReportAnswers {
  const shielded = [counts, first].some((data) => truthOf(data["reporterShielded"]) === true);
  if (!shielded) return { counts, first };
  const shield = { reporterShielded: true };
  return { counts: { ...counts, ...shield }, first: { ...first, ...shield } };
}
