import { problem } from "../kernel/problem.ts";
import type { AktState, MatterState, ReportState } from "./akt-state.ts";
import type { Role } from "./command.ts";
import type { CommandSubject, Demand } from "./command-definition.ts";
import { investigationRunning } from "./notes/apply-notes.ts";

/** The report the command names, in its matter. */
export function reportOf(subject: CommandSubject): ReportState | undefined {
  return subject.matter?.reports.find((report) => report.report === subject.command.ids["report"]);
}

/** The matter of the akt with a running investigation, if any: there is never more than one. */
export function runningMatter(akt: AktState): MatterState | undefined {
  return Object.values(akt.matters).find(investigationRunning);
}

export const reportExists: Demand = (subject) =>
  reportOf(subject) === undefined ? problem("report.not-found", { status: 404 }) : undefined;

/** Named report must be undecided; an opening on application names no report. */
export const reportUndecided: Demand = (subject) => {
  if (subject.command.ids["report"] === undefined) return undefined;
  const report = reportOf(subject);
  if (report === undefined) return problem("report.not-found", { status: 404 });
  return report.outcome === undefined
    ? undefined
    : problem("report.already-decided", { status: 409 });
};

/** One investigation of a child at a time, in whichever of its akter: records that were joined have one each. */
export const noRunningInvestigation: Demand = ({ akt, ctx }) => {
  if (runningMatter(akt) !== undefined) {
    return problem("investigation.already-open", { status: 409 });
  }
  const elsewhere = ctx.linked?.some((other) => runningMatter(other) !== undefined);
  return elsewhere === true ? problem("investigation.open-in-linked", { status: 409 }) : undefined;
};

export const openInvestigation: Demand = ({ matter }) =>
  matter !== undefined && investigationRunning(matter)
    ? undefined
    : problem("investigation.not-open", { status: 409 });

export const linkTargetRuns: Demand = ({ akt, command }) => {
  const target = runningMatter(akt)?.investigation?.investigation;
  return target !== undefined && target === command.ids["investigation"]
    ? undefined
    : problem("investigation.not-open", { status: 409 });
};

export const basisFixed: Demand = ({ matter }) =>
  matter?.basis === undefined ? problem("basis.not-fixed", { status: 409 }) : undefined;

export const basisUnsigned: Demand = ({ matter }) =>
  matter?.basis?.status === "signed" ? problem("basis.already-signed", { status: 409 }) : undefined;

export const decisionExists: Demand = ({ matter, command }) =>
  matter?.decisions.some((made) => made.decision === command.ids["decision"])
    ? undefined
    : problem("decision.not-found", { status: 404 });

export const followUpRuns: Demand = ({ matter }) =>
  matter?.followUp23 !== undefined && matter.followUp23.endedOn === undefined
    ? undefined
    : problem("follow-up-23.not-running", { status: 409 });

/** A matter is given to those who work with children, and to a unit of the board: else nobody has it. */
export const assignable: Demand = ({ command, ctx }) => {
  const { worker, coWorker, unit } = command.ids;
  for (const [name, staff] of Object.entries({ worker, coWorker })) {
    if (staff !== undefined && !CASE_WORK.has(ctx.staff(staff)?.role ?? "")) {
      return problem("staff.no-case-work", { pointer: `/ids/${name}` });
    }
  }
  return unit === undefined || ctx.isUnit(unit)
    ? undefined
    : problem("unit.not-found", { pointer: "/ids/unit" });
};

const CASE_WORK: ReadonlySet<string> = new Set<Role>([
  "caseworker",
  "assistant",
  "reception",
  "first-social-worker",
  "unit-manager",
  "trainer",
]);

/** A thing is recorded once: its client-chosen id is new in the matter. */
export function newThing(name: "report" | "decision" | "act" | "investigation"): Demand {
  return ({ akt, command }) => {
    const id = command.ids[name];
    if (id === undefined) return undefined;
    const taken = Object.values(akt.matters).some(
      (matter) =>
        matter.reports.some((report) => report.report === id) ||
        matter.decisions.some((made) => made.decision === id) ||
        matter.acts.some((act) => act.act === id) ||
        matter.investigation?.investigation === id,
    );
    return taken ? problem("command.id-taken", { status: 409, params: { name } }) : undefined;
  };
}
