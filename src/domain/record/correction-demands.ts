import { stockholmDate } from "../../kernel/instant.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fieldsOf, findDocument } from "../../spec/lookup.ts";
import { findRecordingRule } from "../../spec/recording.ts";
import { validateAnswers } from "../../spec/validate-answers.ts";
import type { Check, CommandSubject, Demand } from "../command-definition.ts";
import { documentFacts } from "../document-facts.ts";
import type { Answers } from "../event.ts";
import { textOf } from "../read.ts";
import { recordingProblems } from "../recording.ts";
import { isGone, markOf } from "./apply-mark.ts";

const POINTER = { pointer: "/data/entry" };

export const entryStands: Demand = ({ command, matter }) => {
  const { entry } = command;
  if (entry === undefined || entry.matter !== command.matter) {
    return problem("record.entry-missing", { status: 404, ...POINTER });
  }
  const mark = markOf(matter, entry.seq);
  if (!isGone(mark)) return undefined;
  const id = mark?.kind === "moved" ? "record.already-moved" : "record.already-undone";
  return problem(id, { status: 409, ...POINTER });
};

/** What has legal effect is changed by a new decision only; the specification says what can be corrected. */
export const withoutLegalEffect: Demand = ({ about, ctx }) => {
  if (about === undefined) return undefined;
  const rule = findRecordingRule(ctx.pack, about.act);
  return rule?.correctable?.includes(about.act) === true
    ? undefined
    : problem("record.only-new-decision", { status: 409, ...POINTER });
};

/** What nothing is built on, by the same person, until midnight in Stockholm. */
export const undoable: Demand = (subject) => {
  const { command, ctx, about } = subject;
  const { entry } = command;
  const legal = withoutLegalEffect(subject);
  if (legal !== undefined || entry === undefined || about === undefined) return legal;
  if (findRecordingRule(ctx.pack, about.act)?.undoable?.includes(about.act) !== true) {
    return problem("record.correct-instead", { status: 409, ...POINTER });
  }
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
      : validateAnswers(ctx.pack, about.document, answered(subject, about.document), {
          facts,
          today: ctx.today,
          calendar: ctx.calendar,
        });
  const happened = textOf(command.computed?.["happenedAt"]) ?? entry.occurredAt;
  const { command: type, happenedIn, fits } = about;
  const at = { pointer: `/data/${happenedIn ?? "entry"}` };
  const later = happened > ctx.now ? [problem("command.time-later-than-now", at)] : [];
  const corrected = { ...command, type, ids: entry.body.ids, data: content };
  return [
    ...changed(subject),
    ...later,
    ...(fits ?? []).flatMap((fit) => fit({ ...subject, command: corrected }) ?? []),
    ...(checked === undefined ? [] : [...checked.problems, ...checked.missing.law]).map(toData),
    ...recordingProblems({ command: { type, data: content }, ctx }),
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

/** The answers without what the program had added by itself when the entry was made. */
function answered({ command, ctx }: CommandSubject, document: string): Answers {
  const spec = findDocument(ctx.pack, document);
  const fields = new Set((spec === undefined ? [] : fieldsOf(spec)).map(({ id }) => id));
  const added = command.entry?.body.data ?? {};
  return Object.fromEntries(
    Object.entries(command.content ?? {}).filter(
      ([field, value]) => fields.has(field) || added[field] !== value,
    ),
  );
}
