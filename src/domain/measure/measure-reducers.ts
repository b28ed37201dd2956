import { stockholmDate } from "../../kernel/instant.ts";
import type { MatterReducer } from "../akt-change.ts";
import {
  consentWithdrawn,
  measureEnded,
  measureFollowedUp,
  measureOrdered,
  measureStarted,
  planMade,
} from "./apply-measure.ts";
import { reportRead } from "./provider-reports.ts";

/** What each event of an open measure does to its matter. */
export const measureReducers: Readonly<Record<string, MatterReducer>> = {
  "measure.ordered": withDocument(measureOrdered),
  "measure.started": measureStarted,
  "implementation-plan.made": withDocument(planMade),
  "implementation-plan.revised": withDocument(planMade),
  "contact-plan.made": withDocument(planMade),
  "contact-plan.revised": withDocument(planMade),
  "measure.followed-up": withDocument(measureFollowedUp),
  "measure.report-read": reportRead,
  "measure.consent-withdrawn": consentWithdrawn,
  "measure.ended": measureEnded,
};

/** Remembers which entry holds the document, to find it again. */
function withDocument(reducer: MatterReducer): MatterReducer {
  return (before, event, akt) => {
    const matter = reducer(before, event, akt);
    const { seq, type, body } = event;
    const document = { seq, type, on: stockholmDate(event.occurredAt) };
    const measures = matter.measures?.map((each) =>
      each.measure === body.ids["measure"]
        ? { ...each, documents: [...(each.documents ?? []), document] }
        : each,
    );
    return measures === undefined ? matter : { ...matter, measures };
  };
}
