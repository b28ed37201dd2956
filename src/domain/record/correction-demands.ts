import { stockholmDate } from "../../kernel/instant.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { findRecordingRule } from "../../spec/recording.ts";
import { validateAnswers } from "../../spec/validate-answers.ts";
import type { Check, CommandSubject, Demand } from "../command-definition.ts";
import { documentFacts } from "../document-facts.ts";
import { textOf } from "../read.ts";
import { recordingProblems } from "../recording.ts";
import { markOf } from "./apply-mark.ts";

const POINTER = { pointer: "/data/entry" };

export const entryStands: Demand = ({ command, matter }) => {
  const { entry } = command;
  if (entry === undefined || entry.matter !== command.matter) {
    return problem("record.entry-missing", { status: 404, ...POINTER });
  }
  return markOf(matter, entry.seq)?.kind === "undone"
    ? problem("record.already-undone", { status: 409, ...POINTER })
    : undefined;
};

/** What has legal effect is changed by a new decision only; the specification says what has none. */
export const withoutLegalEffect: Demand = ({ about, ctx }) => {
  if (about === undefined) return undefined;
  const rule = findRecordingRule(ctx.pack, about.act);
  return rule?.correctable?.includes(about.act) === true
    ? undefined
    : problem("record.only-new-decision", { status: 409, ...POINTER });
};

/** What has no legal effect, by the same person, until midnight in Stockholm. */
export const undoable: Demand = (subject) => {
  const { command, ctx } = subject;
  const { entry } = command;
  const legal = withoutLegalEffect(subject);
  if (legal !== undefined || entry === undefined) return legal;
  if (entry.actor !== ctx.actor.staff) {
    return problem("record.undo-not-yours", { status: 403, ...POINTER });
  }
  return stockholmDate(entry.recordedAt) === ctx.today
    ? undefined
    : problem("record.undo-too-late", { status: 409, ...POINTER });
};

/** The corrected answers are held to the document they were given in, and to who may record such a thing. */
export const correctedAnswersFit: Check = (subject) => {
  const { command, about, ctx } = subject;
  const { content, entry } = command;
  if (content === undefined || about === undefined || entry === undefined) return [];
  const on = stockholmDate(entry.occurredAt);
  const facts = documentFacts(subject, on);
  const checked =
    about.document === undefined
      ? undefined
      : validateAnswers(ctx.pack, about.document, content, {
          facts,
          today: ctx.today,
          calendar: ctx.calendar,
        });
  const happened = textOf(command.computed?.["happenedAt"]) ?? entry.occurredAt;
  const later = happened > ctx.now ? [problem("command.time-later-than-now", POINTER)] : [];
  return [
    ...changed(subject),
    ...later,
    ...(checked === undefined ? [] : [...checked.problems, ...checked.missing.law]).map(toData),
    ...recordingProblems({ command: { type: about.command, data: content }, ctx }),
  ];
};

/** A correction corrects something, and what kind of act it was is no part of it. */
function changed({ command }: CommandSubject): readonly Problem[] {
  const before = command.entry?.body.data ?? {};
  const after = command.content ?? {};
  if (before["kind"] !== after["kind"]) {
    return [problem("record.kind-stays", { pointer: "/data/kind" })];
  }
  return JSON.stringify(before) === JSON.stringify(after)
    ? [problem("record.nothing-corrected", POINTER)]
    : [];
}

function toData(found: Problem): Problem {
  return { ...found, pointer: `/data${found.pointer ?? ""}` };
}
