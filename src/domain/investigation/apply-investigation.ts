import { stockholmDate } from "../../kernel/instant.ts";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { parsePlainDate } from "../../kernel/plain-date.ts";
import { addFact, type MatterReducer } from "../akt-change.ts";
import type { InvestigationState, MatterState } from "../akt-state.ts";
import { codesOf, textOf } from "../read.ts";

export const partyInformed: MatterReducer = (matter, event, akt) => {
  const on = stockholmDate(event.occurredAt);
  const who = personsOf(codesOf(event.body.data["who"]));
  const way = textOf(event.body.data["childInformed"]);
  const understood = textOf(event.body.data["childUnderstood"]);
  const next = changeInvestigation(matter, (state) => ({
    ...state,
    informed: [...state.informed, ...who.map((person) => ({ who: person, on }))],
    ...(way !== undefined && who.includes(akt.person)
      ? {
          childInformed: { way, ...(understood === undefined ? {} : { understood }) },
          childInformedWays: [...(state.childInformedWays ?? []), way],
        }
      : {}),
  }));
  return addFact(next, event, "party.informed", {});
};

export const informingPostponed: MatterReducer = (matter, event) => {
  const who = personsOf(codesOf(event.body.data["who"]));
  const next = changeInvestigation(matter, (state) => ({
    ...state,
    postponed: [...state.postponed, ...who],
  }));
  return addFact(next, event, "informing.postponed", {});
};

export const investigationExtended: MatterReducer = (matter, event) => {
  const until = parsePlainDate(textOf(event.body.data["until"]) ?? "");
  if (until === undefined) return matter;
  const reason = textOf(event.body.data["reason"]);
  const next = changeInvestigation(matter, (state) => ({
    ...state,
    extendedUntil: until,
    extensions: state.extensions + 1,
    ...(reason === undefined ? {} : { extensionReason: reason }),
  }));
  return addFact(next, event, "investigation.extended", {
    ...investigationId(matter),
    data: { until },
  });
};

export const investigationClosed: MatterReducer = (matter, event) => {
  const next = changeInvestigation(matter, (state) => ({
    ...state,
    closedOn: stockholmDate(event.occurredAt),
    result: textOf(event.body.data["result"]) ?? "",
  }));
  return addFact(next, event, "investigation.closed", {
    ...investigationId(matter),
    data: { result: textOf(event.body.data["result"]) ?? "" },
  });
};

/** The link to the running investigation for facts. */
export function investigationId(matter: MatterState): { investigation?: Uuid } {
  return matter.investigation === undefined
    ? {}
    : { investigation: matter.investigation.investigation };
}

function changeInvestigation(
  matter: MatterState,
  change: (state: InvestigationState) => InvestigationState,
): MatterState {
  return matter.investigation === undefined
    ? matter
    : { ...matter, investigation: change(matter.investigation) };
}

/** The person ids among texts; anything else (an external body by name) is not a party. */
export function personsOf(texts: readonly string[]): readonly Uuid[] {
  return texts.map(parseUuid).filter((id): id is Uuid => id !== undefined);
}
