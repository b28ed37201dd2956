import { problem } from "../../kernel/problem.ts";
import type { Answers, RecordedEvent } from "../event.ts";
import type { CommandSubject, Demand } from "../command-definition.ts";
import { standingEvents, MOVED_WITH } from "./standing-events.ts";

/** Whether an entry is a report of concern or an application, which others are about. */
export function isReport({ type }: Pick<RecordedEvent, "type">): boolean {
  return type === "report.received" || type === "application.received";
}

/** That a report joined what ran is said of that investigation: with the report it ends, and is decided anew. */
const LINKED = "report.linked";

/** What stands in the way of moving a report: a decision on it has legal effect here, and is made anew (M-03). */
export const reportUndecidedHere: Demand = ({ command, matter }) => {
  const { entry } = command;
  const report = matter?.reports.find((each) => each.report === entry?.body.ids["report"]);
  if (entry === undefined || !isReport(entry) || report === undefined) return undefined;
  const decided = report.outcome !== undefined && report.outcome !== "link";
  return decided || report.extendedUntil !== undefined
    ? problem("record.report-decided", { status: 409, pointer: "/data/entry" })
    : undefined;
};

/** The numbers of what goes with a report out of the akt: its assessment, what was noted of it, that it was linked. */
export function movedWithReport({ command, matter }: CommandSubject): Answers {
  const { entry, history = [] } = command;
  if (entry === undefined || !isReport(entry)) return {};
  const { report } = entry.body.ids;
  const about = standingEvents(history).flatMap((event) =>
    event !== undefined &&
    event.seq !== entry.seq &&
    event.matter === matter?.matter &&
    event.body.ids["report"] === report &&
    MOVES_ALONG.has(event.type)
      ? [`${event.seq}`]
      : [],
  );
  return about.length === 0 ? {} : { [MOVED_WITH]: about };
}

const MOVES_ALONG: ReadonlySet<string> = new Set([
  "protection.assessed",
  "preliminary.noted",
  "act.recorded",
  LINKED,
]);

/** Those of them that are written in the akt where the report belongs. */
export function standsThere({ type }: Pick<RecordedEvent, "type">): boolean {
  return type !== LINKED;
}
