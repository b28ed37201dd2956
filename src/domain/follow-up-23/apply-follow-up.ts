import { stockholmDate } from "../../kernel/instant.ts";
import { addFact, type MatterReducer } from "../akt-change.ts";
import { textOf } from "../read.ts";

export const followUpDecided: MatterReducer = (matter, event) =>
  addFact(
    {
      ...matter,
      followUp23: {
        decidedOn: stockholmDate(event.occurredAt),
        consent: textOf(event.body.data["consent"]) ?? "",
      },
    },
    event,
    "follow-up-23.decided",
    {
      data: { after: textOf(event.body.data["afterWhat"]) ?? "" },
      ...(event.body.ids["placement"] === undefined
        ? {}
        : { placement: event.body.ids["placement"] }),
    },
  );

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
