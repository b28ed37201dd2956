import { problem } from "../../kernel/problem.ts";
import type { CommandSubject, Demand } from "../command-definition.ts";
import { reportOf } from "../demands.ts";
import { codesOf, textOf } from "../read.ts";
import { applicationKind } from "./report-kinds.ts";

/** Whether the command concerns an application, and not a report of concern. */
export function isApplication(subject: CommandSubject): boolean {
  return textOf(reportOf(subject)?.coded["kind"]) === applicationKind;
}

/** Only the child and its guardians can apply: whoever else asks for help for a child reports a concern. */
export const applicantsAreParties: Demand = ({ command, ctx, akt }) => {
  const parties = new Set<string>([
    akt.person,
    ...ctx.parties.filter(({ kind }) => kind === "guardian").map(({ person }) => person),
  ]);
  const strangers = codesOf(command.data["applicants"]).filter((each) => !parties.has(each));
  return strangers.length === 0
    ? undefined
    : problem("application.applicant-no-party", { pointer: "/data/applicants" });
};

/** An application has a document and a command of its own. */
export const noApplication: Demand = ({ command }) =>
  textOf(command.data["kind"]) === applicationKind
    ? problem("application.not-a-report", { pointer: "/data/kind" })
    : undefined;

/** There is nothing to assess before an investigation on an application: it is opened (SoL 2025 14:2). */
export const concernsNoApplication: Demand = (subject) =>
  isApplication(subject) ? problem("application.opens-at-once", { status: 409 }) : undefined;
