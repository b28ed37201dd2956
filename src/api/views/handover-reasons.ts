import type { handover } from "../../contract/views/handover.ts";
import type { MatterState } from "../../domain/akt-state.ts";
import { itemsOf, textOf } from "../../domain/read.ts";
import type { AnswerOf, RequestContext } from "../http/handler.ts";
import { eventAbout } from "./child-sources.ts";
import type { HandoverSources } from "./handover-sources.ts";
import { wordsOf } from "./labels.ts";

type Reason = AnswerOf<typeof handover>["why"][number];

/** Why the matter runs: what came in, in its own words, and the reasons for opening; without who reported. */
export function reasonsOf(
  ctx: RequestContext,
  matter: MatterState,
  sources: HandoverSources,
): readonly Reason[] {
  const came = matter.reports.map((report) => {
    const applied = eventAbout(sources.events, "application.received", "report", report.report);
    const event = applied ?? eventAbout(sources.events, "report.received", "report", report.report);
    const what = applied === undefined ? "handover.report" : "handover.application";
    const parts = itemsOf(event?.event.body.data["parts"]).map((part) => textOf(part["text"]));
    const single = textOf(event?.event.body.data["text"]);
    return reason(ctx, sources, what, report.arrivedOn, [...parts, single]);
  });
  const { investigation } = matter;
  if (investigation === undefined) return came;
  const opening = sources.events.find(({ event }) => event.type === "investigation.opened");
  const why = textOf(opening?.event.body.data["reason"]);
  const opened = reason(ctx, sources, "handover.opening", investigation.openedOn, [why]);
  // A report of the same day came before it was opened on.
  return [...came, opened].toSorted((a, b) => a.on.localeCompare(b.on));
}

function reason(
  ctx: RequestContext,
  { classes }: HandoverSources,
  what: string,
  on: Reason["on"],
  texts: readonly (string | undefined)[],
): Reason {
  const shown = classes.includes("narrative") ? texts : [];
  return { what: wordsOf(ctx, what), on, texts: shown.filter((text) => text !== undefined) };
}
