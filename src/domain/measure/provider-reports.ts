import { stockholmDate } from "../../kernel/instant.ts";
import { problem } from "../../kernel/problem.ts";
import { addFact, idOf, type MatterReducer } from "../akt-change.ts";
import type { MatterState } from "../akt-state.ts";
import type { Command } from "../command.ts";
import type { Demand } from "../command-definition.ts";
import type { RecordedEvent } from "../event.ts";
import type { ProviderReportState } from "./measure-state.ts";

/** The act by which a provider tells how it goes. */
export const REPORTED = "provider.reported";

/** The command that notes that such a report was read. */
export const READ_REPORT = "measure.read-report";

/** The reports of a matter that wait for somebody to read them, in the order they came. */
export function waitingReports(matter: MatterState | undefined): readonly ProviderReportState[] {
  return (matter?.providerReports ?? []).filter(({ readOn }) => readOn === undefined);
}

/**
 * What somebody outside the board wrote in the own name waits to be read by whoever has the matter. What a caseworker
 * was told and recorded is known already.
 */
export function withReport(matter: MatterState, event: RecordedEvent, kind: string): MatterState {
  const { measure } = event.body.ids;
  const isTheirs = (matter.appointments ?? []).some(
    (link) => link.staff === event.actor && link.measure === measure,
  );
  if (kind !== REPORTED || measure === undefined || !isTheirs) return matter;
  const report = idOf(event, "act");
  const waiting = { report, measure, seq: event.seq, on: stockholmDate(event.occurredAt) };
  const reports = [...(matter.providerReports ?? []), waiting];
  return addFact({ ...matter, providerReports: reports }, event, "provider-report.given", {
    id: report,
    measure,
    data: { providerReport: report },
  });
}

export const reportRead: MatterReducer = (matter, event) => {
  const report = idOf(event, "providerReport");
  const readOn = stockholmDate(event.occurredAt);
  const providerReports = (matter.providerReports ?? []).map((each) =>
    each.report === report ? { ...each, readOn } : each,
  );
  return addFact({ ...matter, providerReports }, event, "provider-report.read", {
    data: { providerReport: report },
  });
};

/** The report is there, and nobody has noted before that it was read. */
export const reportWaits: Demand = ({ matter, command }) => {
  const { providerReport } = command.ids;
  const found = matter?.providerReports?.find(({ report }) => report === providerReport);
  if (found === undefined) return problem("measure.report-not-found", { status: 404 });
  return found.readOn === undefined
    ? undefined
    : problem("measure.report-read", { status: 409, params: { day: found.readOn } });
};

/** A step for each report that waits. */
export function reportSteps(matter: MatterState): readonly Command[] {
  return waitingReports(matter).map(({ report }) => ({
    type: READ_REPORT,
    matter: matter.matter,
    ids: { providerReport: report },
    data: {},
  }));
}
