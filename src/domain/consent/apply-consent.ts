import { stockholmDate } from "../../kernel/instant.ts";
import { parsePlainDate } from "../../kernel/plain-date.ts";
import { addFact, idOf, type MatterReducer } from "../akt-change.ts";
import type { ConsentState } from "../akt-state.ts";
import { personsOf } from "../investigation/apply-investigation.ts";
import { codesOf, textOf } from "../read.ts";

export const consentGiven: MatterReducer = (matter, event) => {
  const data = event.body.data;
  const consent = idOf(event, "consent");
  const kind = textOf(data["consentKind"]);
  const form = textOf(data["consentForm"]);
  const until = parsePlainDate(textOf(data["until"]) ?? "");
  const given: ConsentState = {
    consent,
    on: stockholmDate(event.occurredAt),
    by: personsOf(codesOf(data["by"])),
    bodies: codesOf(data["bodies"]),
    ...(kind === undefined ? {} : { kind }),
    ...(form === undefined ? {} : { form }),
    ...(until === undefined ? {} : { until }),
  };
  const consents = [...(matter.consents ?? []), given];
  return addFact({ ...matter, consents }, event, "consent.given", { id: consent });
};

/** Whoever withdraws takes its own part back; when nobody is left the consent is withdrawn. */
export const consentWithdrawn: MatterReducer = (matter, event) => {
  const consent = idOf(event, "consent");
  const by = personsOf(codesOf(event.body.data["by"]));
  const withdrawnOn = stockholmDate(event.occurredAt);
  const consents = (matter.consents ?? []).map((each) => {
    if (each.consent !== consent) return each;
    const left = each.by.filter((person) => !by.includes(person));
    return left.length === 0 ? { ...each, withdrawnOn } : { ...each, by: left };
  });
  return addFact({ ...matter, consents }, event, "consent.withdrawn", { id: consent });
};
