import { z } from "zod";
import type { CaseEvent } from "../case-file.ts";
import { codesOf, type MapContext } from "./mapping.ts";

const scored = z.looseObject({
  instrument: z.string(),
  respondent: z.string(),
  total: z.number().nullish(),
});

/** Scales of the child's own rating, and of how satisfied it is with the contact. */
const ownScales: readonly string[] = ["ORS", "CORS"];
const contactScales: readonly string[] = ["SRS", "CSRS"];
const theChild: readonly string[] = ["barnet", "den unge"];

/** Results of instruments since the follow-up before, or since the measure began. */
export function resultsOf(ctx: MapContext, matter: string, event: CaseEvent, since: number) {
  const results = ctx.timeline
    .before(Infinity, matter, ["instrument.scored"])
    .filter(({ place, event: each }) => place > since && each.occurredAt <= event.occurredAt)
    .flatMap(({ event: each }) => {
      const read = scored.safeParse(each.data);
      return read.success ? [read.data] : [];
    });
  const ofChild = (scales: readonly string[]) =>
    results.findLast(
      ({ instrument, respondent, total }) =>
        scales.includes(instrument) && theChild.includes(respondent) && Number.isInteger(total),
    )?.total;
  const names = [...new Set(results.map(({ instrument }) => instrument))];
  return {
    childRating: ofChild(ownScales),
    childSatisfaction: ofChild(contactScales),
    instruments: codesOf(ctx, "instrument", names, "instruments"),
  };
}
