import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { parsePlainDate } from "../../kernel/plain-date.ts";
import type { MatterState } from "../akt-state.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import type { AnswerItem, Answers, RecordedEvent } from "../event.ts";
import { codesOf, itemsOf, textOf, truthOf } from "../read.ts";
import { isRunning, measuresOf, openMeasureDecisions } from "./find-measure.ts";
import type { MeasureState } from "./measure-state.ts";

/**
 * The measures after a decision: a grant is part of the decision. Where it lists several each becomes a measure
 * with the id of its item; else the decision grants one, whose id is that of the decision. A decision that
 * prolongs what runs moves its last day, and is a new consent.
 */
export function grantMeasures(
  matter: MatterState,
  event: RecordedEvent,
  decision: Uuid,
): MatterState {
  const { data } = event.body;
  const grants =
    truthOf(data["favourable"]) === true &&
    openMeasureDecisions.includes(textOf(data["type"]) ?? "");
  if (!grants) return matter;
  if (truthOf(data["continues"]) === true) return prolonged(matter, event, decision);
  const known = measuresOf(matter);
  const listed = itemsOf(data["measures"]).map((item) => listedMeasure(item, event, decision));
  const granted = listed.length > 0 ? listed : [wholeDecision(event, decision)];
  return { ...matter, measures: [...known, ...granted] };
}

/** The kinds of measure a decision grants: those chosen, and those of its list. */
export function measureTypesOf(data: Answers): readonly string[] {
  const listed = itemsOf(data["measures"]).flatMap((item) => textOf(item["measureType"]) ?? []);
  return [...new Set([...codesOf(data["measureTypes"]), ...listed])];
}

function wholeDecision(event: RecordedEvent, decision: Uuid): MeasureState {
  const { data } = event.body;
  return {
    measure: decision,
    types: codesOf(data["measureTypes"]),
    ...common(event, decision),
    ...period(data, {}),
  };
}

function listedMeasure(item: AnswerItem, event: RecordedEvent, decision: Uuid): MeasureState {
  const providerKind = textOf(item["providerKind"]);
  return {
    measure: parseUuid(item.id) ?? decision,
    types: codesOf(item["measureType"]),
    ...common(event, decision),
    ...(providerKind === undefined ? {} : { providerKind }),
    ...period(item, event.body.data),
  };
}

function common(
  event: RecordedEvent,
  decision: Uuid,
): Pick<MeasureState, "decision" | "grantedOn" | "goals" | "followUps"> {
  return { decision, grantedOn: stockholmDate(event.occurredAt), goals: [], followUps: [] };
}

/** The days of the measure itself, else of the whole decision. */
function period(own: Answers, whole: Answers): Pick<MeasureState, "from" | "to"> {
  const from = dayOf(own, whole, "validFrom");
  const to = dayOf(own, whole, "validTo");
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function dayOf(own: Answers, whole: Answers, field: string) {
  return parsePlainDate(textOf(own[field]) ?? textOf(whole[field]) ?? "");
}

/** The measure named, else everything that runs; with nothing running the decision grants a measure of its own. */
function prolonged(matter: MatterState, event: RecordedEvent, decision: Uuid): MatterState {
  const named = event.body.ids["measure"];
  const known = measuresOf(matter);
  const meant = known.filter(
    (each) => isRunning(each) && (named === undefined || each.measure === named),
  );
  if (meant.length === 0) {
    return { ...matter, measures: [...known, wholeDecision(event, decision)] };
  }
  const { to } = period(event.body.data, {});
  const measures = known.map((each) => {
    if (!meant.includes(each)) return each;
    const { withdrawn: _withdrawn, ...before } = each;
    return { ...before, decision, ...(to === undefined ? {} : { to }) };
  });
  return { ...matter, measures };
}
