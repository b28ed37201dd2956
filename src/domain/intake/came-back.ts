import type { Uuid } from "../../kernel/ids.ts";
import { addMonths, type PlainDate } from "../../kernel/plain-date.ts";
import type { MatterState, ReportState } from "../akt-state.ts";

/** Something about the child that a new report follows within the time that counts. */
export interface EarlierContact {
  readonly matter: Uuid;
  readonly kind: "report" | "investigation" | "running";
  /** When the report came, the investigation ended, or one that runs in another akt about the child was opened. */
  readonly on: PlainDate;
  /** What was decided on the report, or came of the investigation; absent where nothing was. */
  readonly code?: string;
}

/**
 * What a report is linked to, by what is on record: every earlier report, and every investigation that ended,
 * in the months before it arrived, newest first; of another akt about the child (records that were joined) an
 * investigation that runs, too. The same definition as the variables of follow-up. Nothing is
 * written, so a late registration or a moved line changes it at once.
 */
export function earlierContacts(
  report: ReportState,
  matters: readonly MatterState[],
  months: number,
): readonly EarlierContact[] {
  const from = addMonths(report.arrivedOn, -months);
  const within = (day: PlainDate): boolean => day >= from && day <= report.arrivedOn;
  const found = matters.flatMap(({ matter, reports, investigation }): EarlierContact[] => {
    const before = reports.filter((each) => within(each.arrivedOn) && isBefore(each, report));
    const ended = investigation?.closedOn;
    const elsewhere = !reports.some((each) => each.report === report.report);
    const runs = investigation !== undefined && ended === undefined && elsewhere;
    return [
      ...(runs ? [{ matter, kind: "running" as const, on: investigation.openedOn }] : []),
      ...before.map(({ arrivedOn, outcome }) => ({
        matter,
        kind: "report" as const,
        on: arrivedOn,
        ...(outcome === undefined ? {} : { code: outcome }),
      })),
      ...(ended === undefined || !within(ended)
        ? []
        : [
            {
              matter,
              kind: "investigation" as const,
              on: ended,
              ...(investigation?.result === undefined ? {} : { code: investigation.result }),
            },
          ]),
    ];
  });
  return found.toSorted((a, b) => (a.on < b.on ? 1 : -1));
}

function isBefore(one: ReportState, two: ReportState): boolean {
  return one.receivedAt === two.receivedAt ? one.seq < two.seq : one.receivedAt < two.receivedAt;
}
