import { parseUuid } from "../../kernel/ids.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import { type MatterReducer, idOf } from "../akt-change.ts";
import { codesOf, textOf } from "../read.ts";

/** A document that came in: its day, its pages and whom it is hidden from; never its words. */
export const documentReceived: MatterReducer = (matter, event) => {
  const pages = event.body.data["filePages"];
  const { data } = event.body;
  const hiddenFrom = codesOf(data["hiddenFrom"]);
  const marks = codesOf(data["secrecyMarks"]);
  const file = parseUuid(textOf(data["file"]) ?? "");
  const mediaType = textOf(data["fileType"]);
  const kind = textOf(data["kind"]);
  const sender = textOf(data["sender"]);
  const received = {
    document: idOf(event, "received"),
    seq: event.seq,
    on: stockholmDate(event.occurredAt),
    ...(typeof pages === "number" ? { pages } : {}),
    ...(file === undefined ? {} : { file }),
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(kind === undefined ? {} : { kind }),
    ...(sender === undefined ? {} : { sender }),
    ...(marks.length === 0 ? {} : { marks }),
    ...(hiddenFrom.length === 0 ? {} : { hiddenFrom }),
  };
  return { ...matter, received: [...(matter.received ?? []), received] };
};
