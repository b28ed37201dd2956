import { stockholmDate } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { findRecordingRule } from "../../spec/recording.ts";
import type { AktState } from "../akt-state.ts";
import type { Demand } from "../command-definition.ts";
import type { DecideContext, Decision } from "../command.ts";
import type { AnswerItem, Answers, AnswerValue, DomainEvent, RecordedEvent } from "../event.ts";
import { birthDateOf } from "../person/person-state.ts";

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
  readonly reason: string;
  /** The child of the akt it stood in. */
  readonly from: Uuid;
  /** Answers that differ in the new akt: its own copy of the file. */
  readonly changed: Answers;
}

/**
 * The event of an entry in the akt where it belongs: it happened when it happened, is recorded now, and says when
 * and by whom it was recorded first. Where it named the child of the wrong akt it names this child. The ids it is
 * known by are new. Refuses with `matter.not-found` and `command.time-before-birth`.
 */
export function decideMovedHere(
  akt: AktState | undefined,
  { matter, entry, reason, from, changed }: Moving,
  ctx: DecideContext,
): Decision {
  if (akt?.matters[matter] === undefined) {
    return { ok: false, problems: [problem("matter.not-found", { status: 404 })] };
  }
  const born = birthDateOf(ctx.child, ctx.today);
  if (born !== undefined && stockholmDate(entry.occurredAt) < born) {
    const told = { pointer: "/to", params: { born } };
    return { ok: false, problems: [problem("command.time-before-birth", told)] };
  }
  const { ids, data, content, origin } = entry.body;
  const here = (answers: Answers): Answers => withPerson(answers, from, akt.person);
  const event: DomainEvent = {
    type: entry.type,
    matter,
    occurredAt: entry.occurredAt,
    recordedAt: ctx.now,
    actor: ctx.actor.staff,
    body: {
      ids: Object.fromEntries(
        Object.keys(ids).flatMap((name) => (OWN_IDS.has(name) ? [[name, ctx.newId()]] : [])),
      ),
      data: { ...here(data), ...changed },
      ...(content === undefined ? {} : { content: here(content) }),
      // Moved on from where it was moved to, it was still recorded first where it was.
      origin: {
        recordedAt: origin?.recordedAt ?? entry.recordedAt,
        actor: origin?.actor ?? entry.actor,
        reason,
      },
    },
  };
  return { ok: true, events: [event], warnings: [] };
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
