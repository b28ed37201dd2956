import type {
  ActState,
  InvestigationState,
  MatterState,
  ReportState,
} from "../../domain/akt-state.ts";
import { factOfReportKind } from "../../domain/intake/report-kinds.ts";
import { codesOf, textOf } from "../../domain/read.ts";
import type { DeriveEnv } from "./env.ts";

/** Whether an act was done while the investigation ran. */
export function isDuring({ openedOn, closedOn }: InvestigationState): (act: ActState) => boolean {
  return (act) => act.on >= openedOn && (closedOn === undefined || act.on <= closedOn);
}

/** Whether an arrival is a report of concern to the law, and not an application or other information. */
export function isReportOfConcern(report: ReportState): boolean {
  return factOfReportKind(textOf(report.coded["kind"])) === "report.received";
}

/** Whether the violence marks of a report were answered, and none of them is a suspicion of violence. */
export function speaksOfNoViolence(report: ReportState, env: DeriveEnv): boolean {
  const marks = codesOf(report.coded["violence"]);
  return marks.length > 0 && marks.every((mark) => env.settings.noViolence.includes(mark));
}

/** The acts of a thing in the matter, for example of `feedback` (feedback.given, feedback.refused). */
export function actsOf(matter: MatterState, thing: string): readonly ActState[] {
  return matter.acts.filter((act) => act.kind.startsWith(`${thing}.`));
}

/**
 * The acts of a thing that concern one report: those that name it, and those that name no report and
 * were done when it had arrived.
 */
export function actsOfReport(
  matter: MatterState,
  report: ReportState,
  thing: string,
): readonly ActState[] {
  return actsOf(matter, thing).filter((act) => {
    const named = matter.facts.find((fact) => fact.id === act.act)?.report;
    return named === undefined ? act.on >= report.arrivedOn : named === report.report;
  });
}
