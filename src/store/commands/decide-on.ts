import { applyAkt, foldAkt } from "../../domain/apply.ts";
import type { AktState } from "../../domain/akt-state.ts";
import type { Command, DecideContext } from "../../domain/command.ts";
import { decideAkt } from "../../domain/decide.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { chain, type ChainEnd, type Link, type Origin } from "../log/append.ts";
import { clocksOf } from "../../domain/clocks.ts";
import type { RecordedEvent } from "../../domain/event.ts";
import { clockChanges, type ClockChange } from "../../domain/record/clock-changes.ts";
import { changesThePast } from "../../domain/record/standing-events.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import type { AktStep } from "../projections/akt-step.ts";

/** An akt after one or more commands: its state, the steps to write and what was warned of. */
export interface DecidedAkt {
  readonly state: AktState | undefined;
  readonly end: ChainEnd | undefined;
  readonly steps: readonly AktStep[];
  readonly links: readonly Link[];
  readonly warnings: readonly Problem[];
  /** What a correction, or a registration afterwards, has made of the duties. */
  readonly clocks: readonly ClockChange[];
}

/** An akt as it was read, before any command. */
export function undecided(
  head: { readonly state: AktState; readonly seq: number; readonly hash: Buffer } | undefined,
): DecidedAkt {
  return { state: head?.state, end: head, steps: [], links: [], warnings: [], clocks: [] };
}

/**
 * Decides a command on what the earlier ones left and folds its events. Refuses with the problems of
 * `decideAkt`.
 */
export function decideOn(
  before: DecidedAkt,
  akt: Uuid,
  command: Command,
  ctx: DecideContext,
  origin: Origin,
): Result<DecidedAkt> {
  const decision = decideAkt(before.state, command, ctx);
  if (!decision.ok) return fail(decision.problems);
  let { state, end } = before;
  const steps: AktStep[] = [];
  const links: Link[] = [];
  for (const event of decision.events) {
    const link = chain(end, "akt", akt, event, origin);
    state =
      command.history === undefined
        ? applyAkt(state, link.event, akt)
        : foldAkt([...command.history, link.event], akt);
    if (state === undefined) throw new Error(`The log of akt ${akt} is empty`);
    end = { seq: link.event.seq, hash: link.hash };
    links.push(link);
    steps.push({ event: link.event, specDigest: origin.specDigest, after: state });
  }
  const afterwards = decision.events.some(isAfterwards);
  return ok({
    state,
    end,
    steps: [...before.steps, ...steps],
    links: [...before.links, ...links],
    warnings: [...before.warnings, ...decision.warnings],
    clocks: afterwards ? [...before.clocks, ...changed(before.state, state, ctx)] : before.clocks,
  });
}

/** Whether an event changes what was thought of days that have been. */
export function isAfterwards(
  event: Pick<RecordedEvent, "type" | "occurredAt" | "recordedAt">,
): boolean {
  const { occurredAt, recordedAt } = event;
  return changesThePast(event) || stockholmDate(occurredAt) < stockholmDate(recordedAt);
}

function changed(
  before: AktState | undefined,
  after: AktState | undefined,
  { law, calendar }: DecideContext,
): readonly ClockChange[] {
  const of = (state: AktState | undefined) =>
    state === undefined ? [] : clocksOf(state, law, calendar);
  return clockChanges(of(before), of(after));
}
