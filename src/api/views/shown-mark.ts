import type { z } from "zod";
import type { chronologyEntry } from "../../contract/views/chronology.ts";
import type { AktState } from "../../domain/akt-state.ts";
import type { RecordedEvent } from "../../domain/event.ts";
import { textOf } from "../../domain/read.ts";
import { markOf } from "../../domain/record/apply-mark.ts";
import { actOf } from "../../domain/recording.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import type { Pack } from "../../spec/types.ts";
import { findRecordingRule, mayRecord } from "../../spec/recording.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { readAktState, readEvent } from "../../store/views/read-akt.ts";
import type { Given, RequestContext } from "../http/handler.ts";
import { staffName } from "./labels.ts";
import type { OpenedAkt } from "./open-akt.ts";
import { visibleAnswers } from "./visible-answers.ts";

type Answer = Given<z.input<typeof chronologyEntry.answer>>;

/** Whether a line was corrected or undone, since when and by whom. */
export function shownMark(
  ctx: RequestContext,
  state: AktState | undefined,
  matter: string | null,
  seq: number,
): Answer["mark"] {
  const mark = matter === null ? undefined : markOf(state?.matters[matter], seq);
  if (mark === undefined) return null;
  return { kind: mark.kind, on: mark.on, by: staffName(ctx, mark.by) };
}

/** An entry with the specification and the command it was made by. */
interface Made {
  readonly event: RecordedEvent;
  readonly pack: Pack | undefined;
  readonly command: string | undefined;
  readonly document: string | undefined;
}

/** What became of an entry afterwards, as far as its reader may see it, and what may be done about it now. */
export async function shownCorrection(
  tx: Tx,
  ctx: RequestContext,
  { facts, reading }: OpenedAkt,
  { event, pack, command, document }: Made,
): Promise<Pick<Answer, "mark" | "corrected" | "may">> {
  const nothing = { mark: null, corrected: null, may: { correct: false, undo: false } };
  if (event.matter === undefined || pack === undefined || command === undefined) return nothing;
  const state = await readAktState(tx, facts.akt);
  const mark = markOf(state?.matters[event.matter], event.seq);
  const act = actOf({ type: command, data: event.body.data }) ?? command;
  const rule = findRecordingRule(pack, act);
  const correctable =
    mark?.kind !== "undone" &&
    rule?.correctable?.includes(act) === true &&
    mayRecord(rule, ctx.staff);
  const today = stockholmDate(event.recordedAt) === ctx.today;
  const may = {
    correct: correctable,
    undo: correctable && today && event.actor === ctx.staff.staff,
  };
  const shown = shownMark(ctx, state, event.matter, event.seq);
  if (mark?.kind !== "corrected") return { mark: shown, corrected: null, may };
  const body = (await readEvent(tx, facts.akt, mark.seq))?.event.body;
  const data = visibleAnswers(pack, document ?? "", body?.content ?? {}, reading.classes);
  const narrative = reading.classes.includes("narrative");
  const reason = narrative ? (textOf(body?.data["correctionReason"]) ?? null) : null;
  return { mark: shown, corrected: { data, reason }, may };
}
