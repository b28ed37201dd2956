import type { PlacedEvent } from "../timeline.ts";
import { leaveOut, type MapContext } from "./mapping.ts";

/** The kinds of event that bring a report or an application. */
export const arrivalKinds: readonly string[] = ["report.received", "application.received"];
/** What becomes of a report. Each names the report, or the application, it is about. */
const outcomeKinds: readonly string[] = [
  "investigation.opened",
  "investigation.notOpened",
  "report.linked",
];

/**
 * The report a preliminary assessment is about: events of that phase do not name one, so it is the latest
 * that waits for its decision, else the latest of all.
 */
export function openReport(ctx: MapContext, matter: string): PlacedEvent | undefined {
  const received = ctx.timeline.before(ctx.place, matter, arrivalKinds);
  const decided = new Set(
    ctx.timeline
      .before(ctx.place, matter, outcomeKinds)
      .map(({ event }) => event.data["report"] ?? event.data["application"]),
  );
  return received.findLast(({ event }) => !decided.has(event.id)) ?? received.at(-1);
}

/** The report a protection assessment is about: the first of the matter that has none yet. */
export function unassessedReport(ctx: MapContext, matter: string): PlacedEvent | undefined {
  const received = ctx.timeline.before(ctx.place, matter, ["report.received"]);
  const made = ctx.timeline.before(ctx.place, matter, ["protectionAssessment.made"]).length;
  return received[made] ?? received.at(-1);
}

/** An event another one needs; says so where there is none. */
export function found(
  ctx: MapContext,
  matter: string,
  placed: PlacedEvent | undefined,
): PlacedEvent | undefined {
  if (placed === undefined) leaveOut(ctx, `nothing before it in ${matter} that it could be about`);
  return placed;
}
