import { stockholmDate } from "../../kernel/instant.ts";
import { addFact, idOf, type MatterReducer } from "../akt-change.ts";
import type { ObjectionState } from "../akt-state.ts";
import { personsOf } from "../investigation/apply-investigation.ts";
import { codesOf, numberOf, textOf } from "../read.ts";

/** An objection stands beside what it is about and changes nothing of it (SoL 14:6). */
export const objectionNoted: MatterReducer = (matter, event) => {
  const { data, ids } = event.body;
  const objection = idOf(event, "objection");
  const entry = numberOf(data["entry"]);
  const field = textOf(data["field"]);
  const hiddenFrom = personsOf(codesOf(data["hiddenFrom"]));
  const noted: ObjectionState = {
    objection,
    seq: event.seq,
    on: stockholmDate(event.occurredAt),
    by: personsOf(codesOf(data["by"])),
    ...(entry === undefined ? {} : { entry }),
    ...(ids["document"] === undefined ? {} : { document: ids["document"] }),
    ...(ids["item"] === undefined ? {} : { item: ids["item"] }),
    ...(field === undefined ? {} : { field }),
    ...(hiddenFrom.length === 0 ? {} : { hiddenFrom }),
  };
  const objections = [...(matter.objections ?? []), noted];
  return addFact({ ...matter, objections }, event, "objection.noted", { id: objection });
};
