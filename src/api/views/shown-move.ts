import type { z } from "zod";
import { mayInMatter } from "../../access/akt-reach.ts";
import { readSealed } from "../../contract/record/read-sealed.ts";
import type { chronologyEntry } from "../../contract/views/chronology.ts";
import type { AktState, MarkState } from "../../domain/akt-state.ts";
import type { RecordedEvent } from "../../domain/event.ts";
import { textOf } from "../../domain/read.ts";
import { originOf } from "../../domain/record/apply-mark.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { readEvents } from "../../store/views/read-akt.ts";
import type { Given, RequestContext } from "../http/handler.ts";
import { staffName } from "./labels.ts";
import type { OpenedAkt } from "./open-akt.ts";

type Origin = Given<z.input<typeof chronologyEntry.answer>>["origin"];

/** Whether a line stood in another akt first. Not in whose. */
export function shownOrigin(
  ctx: RequestContext,
  state: AktState | undefined,
  matter: string | null,
  seq: number,
): { readonly on: string; readonly by: string } | null {
  const mark = matter === null ? undefined : originOf(state?.matters[matter], seq);
  return mark === undefined ? null : { on: mark.on, by: staffName(ctx, mark.by) };
}

/** The same of one entry, with when and by whom it was recorded there, and why it was moved. */
export function originOfEntry(
  ctx: RequestContext,
  state: AktState | undefined,
  { matter, seq, body }: RecordedEvent,
  narrative: boolean,
): Origin {
  const moved = shownOrigin(ctx, state, matter ?? null, seq);
  const { origin } = body;
  if (moved === null || origin === undefined) return null;
  return {
    ...moved,
    recordedAt: origin.recordedAt,
    recordedBy: staffName(ctx, origin.actor),
    reason: narrative ? origin.reason : null,
  };
}

/** Why lines were moved away, by the event that says so. */
export async function movingReasons(
  tx: Tx,
  akt: Uuid,
  marks: readonly (MarkState | undefined)[],
): Promise<ReadonlyMap<number, string>> {
  const seqs = marks.flatMap((mark) => (mark?.kind === "moved" ? [mark.seq] : []));
  const events = await readEvents(tx, akt, seqs);
  return new Map(
    [...events].map(([seq, { event }]) => [seq, textOf(event.body.data["movedReason"]) ?? ""]),
  );
}

/** Whether somebody may read here what was moved away. */
export function readsSealed(ctx: RequestContext, { facts }: OpenedAkt, matter: Uuid): boolean {
  const { action, purpose } = readSealed;
  return "allow" in mayInMatter(ctx.actor, action, purpose, facts, matter);
}
