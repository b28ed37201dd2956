import { stockholmDate } from "../../kernel/instant.ts";
import { addFact, type MatterReducer } from "../akt-change.ts";
import { textOf } from "../read.ts";

export const followUpDecided: MatterReducer = (matter, event) => {
  const after = textOf(event.body.data["afterWhat"]);
  const placement = event.body.ids["placement"];
  const followUp23 = {
    decidedOn: stockholmDate(event.occurredAt),
    consent: textOf(event.body.data["consent"]) ?? "",
  };
  return addFact({ ...matter, followUp23 }, event, "follow-up-23.decided", {
    // Nothing said means after the investigation: a missing answer, not an empty one.
    ...(after === undefined ? {} : { data: { after } }),
    ...(placement === undefined ? {} : { placement }),
  });
};

/** A contact changes no state beyond the last entry; it stands in the log and the chronology. */
export const followUpContact: MatterReducer = (matter) => matter;

export const followUpEnded: MatterReducer = (matter, event) =>
  addFact(
    matter.followUp23 === undefined
      ? matter
      : {
          ...matter,
          followUp23: { ...matter.followUp23, endedOn: stockholmDate(event.occurredAt) },
        },
    event,
    "follow-up-23.ended",
  );
