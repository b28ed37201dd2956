import { stockholmDate } from "../../kernel/instant.ts";
import { parseScore } from "../../spec/instruments.ts";
import { addFact, idOf, type MatterReducer } from "../akt-change.ts";
import type { InstrumentResultState } from "../akt-state.ts";
import { textOf } from "../read.ts";

export const instrumentScored: MatterReducer = (matter, event) => {
  const data = event.body.data;
  const result = idOf(event, "result");
  const respondent = textOf(data["respondentKind"]);
  const occasion = textOf(data["occasion"]);
  const total = parseScore(textOf(data["total"]) ?? "");
  const scored: InstrumentResultState = {
    result,
    seq: event.seq,
    instrument: textOf(data["instrument"]) ?? "",
    on: stockholmDate(event.occurredAt),
    ...(respondent === undefined ? {} : { respondent }),
    ...(occasion === undefined ? {} : { occasion }),
    ...(total === undefined ? {} : { total }),
  };
  const instruments = [...(matter.instruments ?? []), scored];
  return addFact({ ...matter, instruments }, event, "instrument.scored", { id: result });
};
