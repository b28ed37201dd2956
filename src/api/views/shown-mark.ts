import type { z } from "zod";
import type { chronologyEntry } from "../../contract/views/chronology.ts";
import type { AktState, MarkState } from "../../domain/akt-state.ts";
import type { EventBody, RecordedEvent } from "../../domain/event.ts";
import { textOf, truthOf } from "../../domain/read.ts";
import { isGone, markOf } from "../../domain/record/apply-mark.ts";
import { actOf } from "../../domain/recording.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import type { Pack } from "../../spec/types.ts";
import { findRecordingRule, mayRecord } from "../../spec/recording.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { readAktState, readEvent } from "../../store/views/read-akt.ts";
import type { Given, RequestContext } from "../http/handler.ts";
import { staffName } from "./labels.ts";
import type { OpenedAkt } from "./open-akt.ts";
import { originOfEntry, readsSealed } from "./shown-move.ts";
import { visibleAnswers, withoutReporter } from "./visible-answers.ts";

type Answer = Given<z.input<typeof chronologyEntry.answer>>;

/** Whether a line was corrected, undone or moved, since when and by whom, and why it was moved. */
export function shownMark(
  ctx: RequestContext,
  state: AktState | undefined,
  matter: string | null,
  seq: number,
  reasons: ReadonlyMap<number, string> = new Map(),
): Answer["mark"] {
  const mark = matter === null ? undefined : markOf(state?.matters[matter], seq);
  if (mark === undefined || mark.kind === "moved-here") return null;
  const by = staffName(ctx, mark.by);
  return { kind: mark.kind, on: mark.on, by, reason: reasons.get(mark.seq) ?? null };
}

/** An entry with the specification and the command it was made by. */
export interface Made {
  readonly event: RecordedEvent;
  readonly pack: Pack | undefined;
  readonly command: string | undefined;
  readonly document: string | undefined;
}

/** What became of an entry afterwards: its mark, and what the event that corrected it says. */
export interface Correction {
  readonly state: AktState | undefined;
  readonly mark: MarkState | undefined;
  readonly body: EventBody | undefined;
}

/** Reads what became of an entry. */
export async function correctionOf(
  tx: Tx,
  { facts }: OpenedAkt,
  { matter, seq }: RecordedEvent,
): Promise<Correction> {
  const state = await readAktState(tx, facts.akt);
  const mark = matter === undefined ? undefined : markOf(state?.matters[matter], seq);
  const says = mark?.kind === "corrected" || mark?.kind === "moved";
  const body = says ? (await readEvent(tx, facts.akt, mark.seq))?.event.body : undefined;
  return { state, mark, body };
}

type Shown = Pick<Answer, "mark" | "origin" | "corrected" | "may">;

const NOTHING: Shown = {
  mark: null,
  origin: null,
  corrected: null,
  may: { correct: false, undo: false, move: false, readSealed: false },
};

/** What became of an entry, as far as its reader may see it, and what may be done about it now. */
export function shownCorrection(
  ctx: RequestContext,
  opened: OpenedAkt,
  made: Made,
  after: Correction,
): Shown {
  const { event, pack, command, document } = made;
  const { state, mark, body } = after;
  if (event.matter === undefined || pack === undefined || command === undefined) return NOTHING;
  const { classes } = opened.reading;
  const narrative = classes.includes("narrative");
  const moved = narrative ? textOf(body?.data["movedReason"]) : undefined;
  const reasons = new Map(mark === undefined || moved === undefined ? [] : [[mark.seq, moved]]);
  const shown = {
    mark: shownMark(ctx, state, event.matter, event.seq, reasons),
    origin: originOfEntry(ctx, state, event, narrative),
    corrected: null,
    may: {
      ...mayBeChanged(ctx, pack, made, mark),
      readSealed: mark?.kind === "moved" && readsSealed(ctx, opened, event.matter),
    },
  };
  if (body === undefined || mark?.kind !== "corrected") return shown;
  const answers = visibleAnswers(pack, document ?? "", body.content ?? {}, classes);
  const data = hidesReporter(ctx, event, after, opened) ? withoutReporter(answers) : answers;
  const reason = narrative ? (textOf(body.data["correctionReason"]) ?? null) : null;
  return { ...shown, corrected: { data, reason } };
}

/** What the specification lets be corrected, undone today by its writer, and moved to the right akt. */
function mayBeChanged(
  ctx: RequestContext,
  pack: Pack,
  { event, command = "" }: Made,
  mark: MarkState | undefined,
): Pick<Shown["may"], "correct" | "undo" | "move"> {
  const act = actOf({ type: command, data: event.body.data }) ?? command;
  const rule = findRecordingRule(pack, act);
  const open = !isGone(mark) && rule !== undefined && mayRecord(rule, ctx.staff);
  const own = event.actor === ctx.staff.staff && stockholmDate(event.recordedAt) === ctx.today;
  return {
    correct: open && rule.correctable?.includes(act) === true,
    undo: open && own && rule.undoable?.includes(act) === true,
    move: open && rule.movable?.includes(act) === true,
  };
}

/**
 * Who a shielded reporter is stands only in the entry itself, for the worker of the matter and the manager. A
 * shield in either text hides both.
 */
export function hidesReporter(
  ctx: RequestContext,
  event: RecordedEvent,
  { body }: Correction,
  { facts }: OpenedAkt,
): boolean {
  const shielded = [event.body.data, body?.content ?? {}].some(
    (data) => truthOf(data["reporterShielded"]) === true,
  );
  if (!shielded) return false;
  const matter = event.matter === undefined ? undefined : facts.matters.get(event.matter);
  const { staff, role } = ctx.actor;
  return role !== "unit-manager" && matter?.worker !== staff && matter?.coWorker !== staff;
}
