import type { MatterState } from "../akt-state.ts";
import { isRunning, measuresOf } from "./find-measure.ts";
import type { ContactCount } from "./measure-state.ts";

export const noContact: ContactCount = { talks: 0, alone: 0, visits: 0 };

/** A talk with the child or a visit counts for every measure that has begun and not ended. */
export function countContact(matter: MatterState, more: ContactCount): MatterState {
  const measures = measuresOf(matter);
  if (!measures.some((each) => isRunning(each) && each.startedOn !== undefined)) return matter;
  return {
    ...matter,
    measures: measures.map((each) => {
      if (!isRunning(each) || each.startedOn === undefined) return each;
      const { talks, alone, visits } = each.since ?? noContact;
      const since = {
        talks: talks + more.talks,
        alone: alone + more.alone,
        visits: visits + more.visits,
      };
      return { ...each, since };
    }),
  };
}
