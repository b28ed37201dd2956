import type { z } from "zod";
import type { matterView } from "../../contract/views/child-page.ts";
import type { InstrumentResultState, MatterState } from "../../domain/akt-state.ts";
import { textOf } from "../../domain/read.ts";
import { cutoffOf, findInstrument, TOTAL } from "../../spec/instruments.ts";
import type { Given } from "../http/handler.ts";
import type { MatterSources } from "./matter-view.ts";

type Result = Given<z.input<typeof matterView>>["instruments"][number];

/**
 * The results of instruments in a matter. Which cut-off a value has passed is told only together with the
 * interpretation: a value by itself says nothing of a child.
 */
export function instrumentResults(
  { instruments = [] }: MatterState,
  sources: MatterSources,
): readonly Result[] {
  const { classes } = sources;
  if (!classes.includes("narrative") || !classes.includes("health")) return [];
  return instruments.map((result) => resultPart(result, sources));
}

function resultPart(
  { result, instrument, on, respondent, occasion, total, seq }: InstrumentResultState,
  { pack, events }: MatterSources,
): Result {
  const definition = findInstrument(pack, instrument);
  const event = events.find((each) => each.event.seq === seq)?.event;
  const interpretation = textOf(event?.body.data["interpretation"]) ?? null;
  const scored = total === undefined ? undefined : { scale: TOTAL, value: total, respondent };
  const cutoff =
    definition === undefined || scored === undefined || interpretation === null
      ? undefined
      : cutoffOf(definition, scored);
  const range = definition?.total ?? null;
  return {
    result,
    instrument,
    on,
    respondent: respondent ?? null,
    occasion: occasion ?? null,
    total: total ?? null,
    range: range === null ? null : { min: range.min, max: range.max },
    cutoff: cutoff === undefined ? null : { ...cutoff.label, source: cutoff.source },
    interpretation,
  };
}
