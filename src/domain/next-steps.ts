import { evaluateTruth } from "../kernel/expression/evaluate.ts";
import type { Expression } from "../kernel/expression/types.ts";
import type { Instant } from "../kernel/instant.ts";
import { stockholmDate } from "../kernel/instant.ts";
import type { Problem } from "../kernel/problem.ts";
import { fieldsOf } from "../rules/expression-fields.ts";
import { guardProblem } from "../rules/guards.ts";
import { inForce } from "../rules/look-up.ts";
import type { AktState, MatterState } from "./akt-state.ts";
import type { CommandSubject } from "./command-definition.ts";
import type { Command, DecideContext } from "./command.ts";
import { definitions } from "./definitions.ts";
import { runningMatter } from "./demands.ts";
import { applicationKind } from "./intake/report-kinds.ts";
import { matterFacts } from "./guard-facts/matter-facts.ts";
import { measureSteps } from "./measure/measure-steps.ts";
import { reportSteps } from "./measure/provider-reports.ts";
import { investigationRunning } from "./notes/apply-notes.ts";
import { textOf } from "./read.ts";

/** A step of the chain that has a meaning now: what it is, and what must exist before it can be completed. */
export interface NextStep {
  readonly command: string;
  /** Ids the command will carry (the report, the investigation, the decision it concerns). */
  readonly ids: Command["ids"];
  /** The kind of decision it is, as far as it is known before anything is typed. */
  readonly decision?: string | undefined;
  /** Statutory demands not met yet; empty = it can be done. */
  readonly missing: readonly Problem[];
  /** Good practice not met yet: it can be done with a reason. */
  readonly advised: readonly Problem[];
}

/** Facts about the command that hold for the step itself, before anything is typed. */
const knownOfStep: readonly string[] = [
  "command.on",
  "command.isTransfer",
  "command.isWrittenOff",
  "command.type",
];

/**
 * The steps that have a meaning in a matter now, in the order of the chain, each with what is missing and
 * the section that demands it. Derived from the same conditions that refuse the command.
 */
export function deriveNextSteps(
  akt: AktState,
  matterId: string,
  ctx: DecideContext,
): readonly NextStep[] {
  const matter = akt.matters[matterId];
  if (matter === undefined || matter.closedOn !== undefined) return [];
  return candidates(akt, matter).flatMap((command) => {
    const subject: CommandSubject = { akt, matter, command, ctx };
    const demands = definitions[command.type]?.demands ?? [];
    if (demands.some((demand) => demand(subject) !== undefined)) return [];
    const found = unmet(subject, ctx.now);
    return [
      {
        command: command.type,
        ids: command.ids,
        decision: definitions[command.type]?.decides?.(subject),
        missing: found.filter((entry) => entry.severity === "block"),
        advised: found.filter((entry) => entry.severity === "warn"),
      },
    ];
  });
}

/** The commands worth trying, by how far the matter has come. */
function candidates(akt: AktState, matter: MatterState): readonly Command[] {
  return [...intakeSteps(akt, matter), ...investigationSteps(matter), ...laterSteps(matter)];
}

function step(type: string, matter: MatterState, ids: Command["ids"] = {}): Command {
  return { type, matter: matter.matter, ids, data: {} };
}

function intakeSteps(akt: AktState, matter: MatterState): Command[] {
  const running = runningMatter(akt)?.investigation;
  return matter.reports
    .filter((report) => report.outcome === undefined)
    .flatMap((report) => {
      const ids = { report: report.report };
      const linked =
        running === undefined
          ? []
          : [step("report.link", matter, { ...ids, investigation: running.investigation })];
      const isApplied = textOf(report.coded["kind"]) === applicationKind;
      const assess =
        report.protection === undefined && !isApplied
          ? [step("protection.assess", matter, ids)]
          : [];
      if (running !== undefined) return [...assess, ...linked];
      if (isApplied) return [step("investigation.open", matter, ids)];
      return [
        ...assess,
        step("preliminary.note", matter, ids),
        step("investigation.open", matter, ids),
        step("investigation.not-open", matter, ids),
        ...(report.extendedUntil === undefined ? [step("preliminary.extend", matter, ids)] : []),
      ];
    });
}

function investigationSteps(matter: MatterState): Command[] {
  if (!investigationRunning(matter)) return [];
  const basis = matter.basis;
  const ids = basis === undefined ? {} : { document: basis.document };
  const steps = [
    step("party.inform", matter),
    step("informing.postpone", matter),
    step(matter.plan === undefined ? "plan.make" : "plan.revise", matter),
    step("talk.sign", matter),
    step("note.sign", matter),
  ];
  if (basis?.status !== "signed") steps.push(step("basis.fix", matter, ids));
  if (basis?.status === "fixed") {
    if (basis.reviewedOn === undefined) steps.push(step("basis.review", matter, ids));
    steps.push(step("basis.communicate", matter, ids));
    if (basis.communicated.some((sent) => sent.answeredOn === undefined))
      steps.push(step("party.answer", matter, ids));
    steps.push(step("basis.sign", matter, ids));
  }
  steps.push(step("decision.make", matter));
  steps.push(step("investigation.extend", matter));
  steps.push(step("investigation.close", matter));
  return steps;
}

function laterSteps(matter: MatterState): Command[] {
  const steps: Command[] = matter.decisions
    .filter((made) => made.notified.length === 0)
    .map((made) => step("decision.notify", matter, { decision: made.decision }));
  for (const { consent, withdrawnOn } of matter.consents ?? []) {
    if (withdrawnOn === undefined) steps.push(step("consent.withdraw", matter, { consent }));
  }
  const investigation = matter.investigation;
  const decided = matter.reports.every((report) => report.outcome !== undefined);
  if (matter.followUp23 !== undefined && matter.followUp23.endedOn === undefined) {
    steps.push(step("follow-up-23.contact", matter), step("follow-up-23.end", matter));
  }
  if (investigation?.closedOn !== undefined && matter.followUp23 === undefined)
    steps.push(step("follow-up-23.decide", matter));
  steps.push(...reportSteps(matter), ...measureSteps(matter));
  steps.push(step(matter.handOver === undefined ? "matter.hand-over" : "matter.hand-back", matter));
  if (!investigationRunning(matter) && decided) steps.push(step("matter.close", matter));
  return steps;
}

/** The conditions of the law that no answer of the form can change: they rest on what is on record. */
function unmet(subject: CommandSubject, now: Instant): Problem[] {
  const on = stockholmDate(now);
  const facts = { fields: { "command.on": on, ...matterFacts(subject, on) } };
  const { law, calendar, today } = subject.ctx;
  return (law.guards.get(subject.command.type) ?? [])
    .filter((guard) => inForce(guard, on))
    .filter((guard) => restsOnRecord(guard.violatedWhen))
    .filter((guard) => evaluateTruth(guard.violatedWhen, facts, { today, calendar }) === true)
    .map(guardProblem);
}

function restsOnRecord(condition: Expression): boolean {
  const fields = fieldsOf(condition);
  return (
    fields.some((field) => !field.startsWith("command.")) &&
    fields.every((field) => !field.startsWith("command.") || knownOfStep.includes(field))
  );
}
