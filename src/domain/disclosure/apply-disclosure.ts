import { stockholmDate } from "../../kernel/instant.ts";
import { addFact, idOf, type MatterReducer } from "../akt-change.ts";
import type { MatterState } from "../akt-state.ts";
import type { RecordedEvent } from "../event.ts";
import { personsOf } from "../investigation/apply-investigation.ts";
import { codesOf, textOf } from "../read.ts";
import type { DisclosureState } from "./disclosure-state.ts";

export const disclosureRequested: MatterReducer = (matter, event) => {
  const { data } = event.body;
  const disclosure = idOf(event, "disclosure");
  const kind = textOf(data["disclosureKind"]) ?? "";
  const asked: DisclosureState = {
    disclosure,
    seq: event.seq,
    on: stockholmDate(event.occurredAt),
    kind,
    by: personsOf(codesOf(data["by"])),
  };
  const disclosures = [...(matter.disclosures ?? []), asked];
  return addFact({ ...matter, disclosures }, event, "disclosure.requested", {
    id: disclosure,
    data: { disclosureKind: kind, disclosure },
  });
};

/** Examined anew where more is asked for or something has changed: the latest counts. */
export const disclosureDecided: MatterReducer = (matter, event) => {
  const decided = {
    seq: event.seq,
    on: stockholmDate(event.occurredAt),
    outcome: textOf(event.body.data["disclosureOutcome"]) ?? "",
    by: event.actor,
  };
  const disclosure = idOf(event, "disclosure");
  return addFact(change(matter, event, { decided }), event, "disclosure.decided", {
    id: disclosure,
    data: { disclosure, outcome: decided.outcome },
  });
};

export const disclosureHandedOver: MatterReducer = (matter, event) => {
  const { file } = event.body.ids;
  const handed = {
    handedOn: stockholmDate(event.occurredAt),
    ...(file === undefined ? {} : { file }),
  };
  const disclosure = idOf(event, "disclosure");
  return addFact(change(matter, event, handed), event, "disclosure.handed-over", {
    id: disclosure,
    data: { disclosure },
  });
};

function change(
  matter: MatterState,
  event: RecordedEvent,
  more: Partial<DisclosureState>,
): MatterState {
  const disclosure = idOf(event, "disclosure");
  const disclosures = (matter.disclosures ?? []).map((each) =>
    each.disclosure === disclosure ? { ...each, ...more } : each,
  );
  return { ...matter, disclosures };
}
