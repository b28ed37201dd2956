import { parseInstant, type Instant } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import type { AktState } from "../akt-state.ts";
import type { Command, DecideContext, Decision } from "../command.ts";
import type { Answers, RecordedEvent } from "../event.ts";
import { personFieldOn } from "../person/person-state.ts";
import { codesOf, textOf } from "../read.ts";

/** Somebody without a task in the matter opened the akt, and a second person followed that up. */
export const GLASS_OPENED = "glass.opened";
export const GLASS_REVIEWED = "glass.reviewed";

/** An opening of an akt by somebody who has no task in it. Its reason and the note of the review stay in the log. */
export interface GlassState {
  readonly opening: Uuid;
  readonly seq: number;
  readonly by: Uuid;
  readonly kind: string;
  readonly at: Instant;
  readonly until: Instant;
  readonly review?: {
    readonly seq: number;
    readonly by: Uuid;
    readonly at: Instant;
    readonly outcome: string;
  };
}

/** Whether a command is about an opening; such ones belong to the akt and to no matter of it. */
export function isGlassCommand({ type }: Pick<Command, "type">): boolean {
  return type === "glass.open" || type === "glass.review";
}

/**
 * Decides an opening of an akt, or the review of one (OSL 26:1, SoLPuL 10 §). `computed.until` is how long it is
 * open and `computed.neverFor` the levels of protection that never are; both are data of the program's settings.
 *
 * Problem ids: `akt.not-found`, `command.id-missing`, `glass.not-this-way`, `glass.unknown`, `glass.own`,
 * `glass.reviewed`.
 */
export function decideGlass(
  state: AktState | undefined,
  command: Command,
  ctx: DecideContext,
): Decision {
  if (state === undefined) return refuse("akt.not-found", 404);
  const { opening } = command.ids;
  if (opening === undefined) return refuse("command.id-missing", 400);
  const known = state.glass?.find((each) => each.opening === opening);
  if (command.type === "glass.open") {
    if (known !== undefined) return refuse("command.id-taken", 409);
    const level = textOf(personFieldOn(ctx.child, "protectionLevel", ctx.today));
    const never = codesOf(command.computed?.["neverFor"]);
    if (level !== undefined && never.includes(level)) return refuse("glass.not-this-way", 403);
    const until = textOf(command.computed?.["until"]) ?? ctx.now;
    return eventOf(GLASS_OPENED, command, ctx, { ...command.data, until });
  }
  if (known === undefined) return refuse("glass.unknown", 404);
  if (known.by === ctx.actor.staff) return refuse("glass.own", 403);
  if (known.review !== undefined) return refuse("glass.reviewed", 409);
  return eventOf(GLASS_REVIEWED, command, ctx, command.data);
}

function refuse(id: string, status: number): Decision {
  return { ok: false, problems: [problem(id, { status })] };
}

function eventOf(type: string, command: Command, ctx: DecideContext, data: Answers): Decision {
  const { ids } = command;
  const [occurredAt, recordedAt] = [ctx.now, ctx.now];
  const event = { type, occurredAt, recordedAt, actor: ctx.actor.staff, body: { ids, data } };
  return { ok: true, events: [event], warnings: [] };
}

/** The akt with an opening added, or with the review of one. */
export function withGlass(state: AktState, event: RecordedEvent): AktState {
  const { opening } = event.body.ids;
  if (opening === undefined) return state;
  const before = state.glass ?? [];
  const { data } = event.body;
  const at = event.recordedAt;
  if (event.type === GLASS_OPENED) {
    const until = parseInstant(textOf(data["until"]) ?? "") ?? at;
    const kind = textOf(data["kind"]) ?? "";
    const opened = { opening, seq: event.seq, by: event.actor, kind, at, until };
    return { ...state, glass: [...before, opened] };
  }
  const outcome = textOf(data["outcome"]) ?? "";
  const review = { seq: event.seq, by: event.actor, at, outcome };
  const glass = before.map((each) => (each.opening === opening ? { ...each, review } : each));
  return { ...state, glass };
}
