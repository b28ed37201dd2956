import { stockholmDate } from "../../kernel/instant.ts";
import { type MatterReducer, idOf } from "../akt-change.ts";
import { codesOf } from "../read.ts";

/** A document that came in: its day, its pages and whom it is hidden from; never its words. */
export const documentReceived: MatterReducer = (matter, event) => {
  const pages = event.body.data["filePages"];
  const hiddenFrom = codesOf(event.body.data["hiddenFrom"]);
  const received = {
    document: idOf(event, "received"),
    seq: event.seq,
    on: stockholmDate(event.occurredAt),
    ...(typeof pages === "number" ? { pages } : {}),
    ...(hiddenFrom.length === 0 ? {} : { hiddenFrom }),
  };
  return { ...matter, received: [...(matter.received ?? []), received] };
};
