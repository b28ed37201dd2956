import { stockholmDate } from "../../kernel/instant.ts";
import { parsePlainDate } from "../../kernel/plain-date.ts";
import { addFact, idOf, type MatterReducer } from "../akt-change.ts";
import type { DecisionState, MatterState } from "../akt-state.ts";
import { investigationId, personsOf } from "../investigation/apply-investigation.ts";
import { grantMeasures, measureTypesOf } from "../measure/grant-measures.ts";
import { codesOf, itemsOf, pick, textOf, truthOf } from "../read.ts";

const codedDecisionFields = [
  "type",
  "legalBasis",
  "level",
  "childPosition",
  "favourable",
  "referredTo",
  "followUp23",
  "placementForm",
  "validFrom",
  "validTo",
] as const;

export const decisionMade: MatterReducer = (matter, event) => {
  const data = event.body.data;
  const decision = idOf(event, "decision");
  const favourable = truthOf(data["favourable"]) === true;
  const measureTypes = measureTypesOf(data);
  const type = textOf(data["type"]) ?? "";
  const state: DecisionState = {
    decision,
    on: stockholmDate(event.occurredAt),
    seq: event.seq,
    type,
    level: textOf(data["level"]) ?? "",
    favourable,
    appealable: textOf(data["appealable"]) ?? "not",
    coded: {
      ...pick(data, codedDecisionFields),
      ...(measureTypes.length === 0 ? {} : { measureTypes }),
      guardianPositions: itemsOf(data["guardianPositions"]).map((item) => ({
        id: item.id,
        ...pick(item, ["guardian", "position"]),
      })),
    },
    notified: [],
  };
  const decided = { ...matter, decisions: [...matter.decisions, state] };
  const next = grantMeasures(decided, event, decision);
  return addFact(next, event, "decision.made", {
    id: decision,
    decision,
    ...investigationId(matter),
    data: { type, favourable, continues: truthOf(data["continues"]) === true },
  });
};

export const decisionNotified: MatterReducer = (matter, event) => {
  const receivedOn = parsePlainDate(textOf(event.body.data["receivedOn"]) ?? "");
  const decision = idOf(event, "decision");
  if (receivedOn === undefined) return matter;
  const parties = personsOf(codesOf(event.body.data["to"]));
  const appealable =
    matter.decisions.find((made) => made.decision === decision)?.appealable === "appeal";
  let next = changeDecision(matter, decision, (made) => ({
    ...made,
    notified: [...made.notified, ...parties.map((party) => ({ party, receivedOn }))],
  }));
  for (const party of parties) {
    next = addFact(next, event, "decision.notified", {
      on: receivedOn,
      decision,
      subject: party,
      data: { appealable },
    });
  }
  return next;
};

export const decisionAppealed: MatterReducer = (matter, event) => {
  const decision = idOf(event, "decision");
  const by = personsOf(codesOf(event.body.data["by"]));
  const first = by[0];
  if (first === undefined) return matter;
  const on = stockholmDate(event.occurredAt);
  const next = changeDecision(matter, decision, (made) => ({
    ...made,
    appealed: { by: first, on },
  }));
  return addFact(next, event, "decision.appealed", { decision, subject: first });
};

/** What a court made of an appeal: a code of codelist `appeal-outcome` on the decision that was appealed. */
export function withAppealOutcome(
  matter: MatterState,
  decision: string,
  outcome: string,
): MatterState {
  return changeDecision(matter, decision, (made) =>
    made.appealed === undefined ? made : { ...made, appealed: { ...made.appealed, outcome } },
  );
}

function changeDecision(
  matter: MatterState,
  decision: string,
  change: (made: DecisionState) => DecisionState,
): MatterState {
  return {
    ...matter,
    decisions: matter.decisions.map((made) => (made.decision === decision ? change(made) : made)),
  };
}
