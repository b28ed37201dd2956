import type { AktState } from "../../domain/akt-state.ts";
import { markOf } from "../../domain/record/apply-mark.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { standsInPartyCopy } from "../../spec/story.ts";
import type { ChronologyRow } from "../../store/views/chronology-page.ts";
import { personsIn } from "../views/chronology-line.ts";

/** The matters whose investigation a party is not told of yet: nothing of them reaches it. */
export function untoldMatters(state: AktState, party: Uuid): ReadonlySet<Uuid> {
  return new Set(
    Object.values(state.matters)
      .filter(({ investigation }) => {
        const { postponed = [], informed = [] } = investigation ?? {};
        return postponed.includes(party) && !informed.some((told) => told.who === party);
      })
      .map(({ matter }) => matter),
  );
}

/**
 * The lines of the story that a party gets (OSL 26:1, 26:5): of the types the specification gives a party, nothing
 * that was undone or corrected (its sentence may be wrong), nothing of a matter whose investigation the party is not told of yet, never who a shielded
 * reporter is. Extracts are left out of all of them.
 */
export function linesForParty(
  rows: readonly ChronologyRow[],
  state: AktState,
  party: Uuid,
): readonly ChronologyRow[] {
  const untold = untoldMatters(state, party);
  const shielded = new Set(
    Object.values(state.matters).flatMap(({ reports }) =>
      reports.filter((report) => report.shielded).map(({ seq }) => seq),
    ),
  );
  return rows
    .filter(({ matter }) => matter === null || !untold.has(matter))
    .filter(
      ({ matter, seq }) => matter === null || markOf(state.matters[matter], seq) === undefined,
    )
    .filter((row) => standsInPartyCopy(row.type, personsIn([row]), party))
    .map((row) => {
      const { from: _from, channel: _channel, ...params } = row.params;
      return { ...row, excerpt: null, params: shielded.has(row.seq) ? params : row.params };
    });
}
