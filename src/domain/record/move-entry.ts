import { stockholmDate } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { findRecordingRule } from "../../spec/recording.ts";
import type { AktState, MatterState } from "../akt-state.ts";
import type { Demand } from "../command-definition.ts";
import type { DecideContext, Decision } from "../command.ts";
import type { AnswerItem, Answers, AnswerValue, DomainEvent, RecordedEvent } from "../event.ts";
import { birthDateOf } from "../person/person-state.ts";
import { codesOf } from "../read.ts";
import { isReport } from "./move-report.ts";

const POINTER = { pointer: "/data/entry" };

/** What has legal effect stays where it was made; the specification says what has none (M-03). */
export const movable: Demand = ({ about, ctx }) => {
  if (about === undefined) return undefined;
  const rule = findRecordingRule(ctx.pack, about.act);
  return rule?.movable?.includes(about.act) === true
    ? undefined
    : problem("record.not-movable", { status: 409, ...POINTER });
};

/** Ids by which an entry is itself known. */
const OWN_IDS: ReadonlySet<string> = new Set(["act", "received", "result"]);
/** Things of the akt that a smaller act may be about. */
const THINGS: readonly string[] = ["report", "investigation", "decision", "measure", "placement"];

/** A smaller act about something of the akt stays with it. */
export const boundToNothingHere: Demand = (subject) => {
  const { entry } = subject.command;
  if (entry?.type !== "act.recorded" || movable(subject) !== undefined) return undefined;
  const bound = THINGS.some((name) => entry.body.ids[name] !== undefined);
  return bound ? problem("record.bound-here", { status: 409, ...POINTER }) : undefined;
};

/** What an entry is moved with. */
export interface Moving {
  readonly matter: Uuid;
  readonly entry: RecordedEvent;
  /** Entries about a report that is moved, in the order of the akt; see `movedWithReport`. */
  readonly others?: readonly RecordedEvent[];
  readonly reason: string;
  /** The child of the akt it stood in. */
  readonly from: Uuid;
  /** Answers that differ in the new akt: its own copy of the file. */
  readonly changed: Answers;
  /** The number of the matter, should the report be the first of it. */
  readonly matterNumber?: string;
}

/**
 * The events of an entry, and of what goes with it, in the akt where they belong: they happened when they happened,
 * are recorded now, and say when and by whom they were recorded first. Where they named the child of the wrong akt
 * they name this child. The ids they are known by are new. A report may be the first of its matter. Refuses with
 * `matter.not-found`, `command.time-before-birth`, `application.applicant-no-party` and `record.no-report-there`.
 */
export function decideMovedHere(
  akt: AktState | undefined,
  moving: Moving,
  ctx: DecideContext,
): Decision {
  const { matter, entry, others = [], from } = moving;
  const there = akt?.matters[matter];
  if (akt === undefined || (there === undefined && !isReport(entry))) {
    return { ok: false, problems: [problem("matter.not-found", { status: 404 })] };
  }
  const born = birthDateOf(ctx.child, ctx.today);
  if (born !== undefined && stockholmDate(entry.occurredAt) < born) {
    const told = { pointer: "/to", params: { born } };
    return { ok: false, problems: [problem("command.time-before-birth", told)] };
  }
  const report = reportThere(there, entry, ctx);
  if (report === undefined && entry.body.ids["report"] !== undefined) {
    return { ok: false, problems: [problem("record.no-report-there", { pointer: "/to" })] };
  }
  if (isReport(entry) && strangers(entry, akt, moving, ctx).length > 0) {
    return {
      ok: false,
      problems: [problem("application.applicant-no-party", { pointer: "/to" })],
    };
  }
  const number = there === undefined ? moving.matterNumber : undefined;
  const events = [entry, ...others].map((each, index) => {
    const event = movedEvent(each, moving, { child: akt.person, from, report }, ctx);
    if (index > 0 || number === undefined) return event;
    return { ...event, body: { ...event.body, matterNumber: number } };
  });
  return { ok: true, events, warnings: [] };
}

/** Whoever applied and is neither the child nor a guardian there: of that child it would be no application. */
function strangers(
  entry: RecordedEvent,
  akt: AktState,
  { from }: Moving,
  ctx: DecideContext,
): readonly string[] {
  const guardians = ctx.parties.filter(({ kind }) => kind === "guardian");
  const parties = new Set<string>([akt.person, from, ...guardians.map(({ person }) => person)]);
  return codesOf(entry.body.data["applicants"]).filter((each) => !parties.has(each));
}

/**
 * The report that moved entries are about in the new akt: a new id for a report that is moved itself, else the only
 * one there that waits for what is moved.
 */
function reportThere(
  matter: MatterState | undefined,
  entry: RecordedEvent,
  ctx: DecideContext,
): Uuid | undefined {
  if (isReport(entry)) return ctx.newId();
  const assesses = entry.type === "protection.assessed";
  const waiting = (matter?.reports ?? []).filter(
    ({ outcome, protection }) => outcome === undefined && !(assesses && protection !== undefined),
  );
  return waiting.length === 1 ? waiting[0]?.report : undefined;
}

function movedEvent(
  { type, occurredAt, recordedAt, actor, body }: RecordedEvent,
  { matter, reason, changed }: Moving,
  { child, from, report }: { child: Uuid; from: Uuid; report: Uuid | undefined },
  ctx: DecideContext,
): DomainEvent {
  const { ids, data, content, origin } = body;
  const here = (answers: Answers): Answers => withPerson(answers, from, child);
  const own = Object.keys(ids).flatMap((name): [string, Uuid][] => {
    if (name === "report" && report !== undefined) return [[name, report]];
    return OWN_IDS.has(name) ? [[name, ctx.newId()]] : [];
  });
  return {
    type,
    matter,
    occurredAt,
    recordedAt: ctx.now,
    actor: ctx.actor.staff,
    body: {
      ids: Object.fromEntries(own),
      data: { ...here(data), ...changed },
      ...(content === undefined ? {} : { content: here(content) }),
      // Moved on from where it was moved to, it was still recorded first where it was.
      origin: {
        recordedAt: origin?.recordedAt ?? recordedAt,
        actor: origin?.actor ?? actor,
        reason,
      },
    },
  };
}

/** The answers with one person in the place of another, also inside lists. */
function withPerson(answers: Answers, from: Uuid, to: Uuid): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([field, value]) => [field, valueWithPerson(value, from, to)]),
  );
}

function valueWithPerson(value: AnswerValue, from: Uuid, to: Uuid): AnswerValue {
  if (typeof value === "string") return value === from ? to : value;
  if (!Array.isArray(value)) return value;
  if (value.every((each): each is string => typeof each === "string")) {
    return value.map((each) => (each === from ? to : each));
  }
  return value.map((item: AnswerItem) => ({ ...withPerson(item, from, to), id: item.id }));
}
