import { maxDate, type PlainDate } from "../../kernel/plain-date.ts";
import type { MatterState } from "../akt-state.ts";

/**
 * The day the matter ended: when it was closed, else when its last report was decided without an
 * investigation in it. Undefined while it runs.
 */
export function matterEndedOn(matter: MatterState): PlainDate | undefined {
  if (matter.closedOn !== undefined) return matter.closedOn;
  if (matter.investigation !== undefined) return undefined;
  const days = matter.reports.map((report) =>
    report.outcome === "open" ? undefined : report.outcomeOn,
  );
  const known = days.filter((day) => day !== undefined);
  const [first, ...rest] = known;
  if (first === undefined || known.length < matter.reports.length) return undefined;
  return maxDate(first, ...rest);
}
