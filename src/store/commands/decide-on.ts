import { applyAkt, foldAkt } from "../../domain/apply.ts";
import type { AktState } from "../../domain/akt-state.ts";
import type { Command, DecideContext } from "../../domain/command.ts";
import { decideAkt } from "../../domain/decide.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { chain, type ChainEnd, type Link, type Origin } from "../log/append.ts";
import type { AktStep } from "../projections/akt-step.ts";

/** An akt after one or more commands: its state, the steps to write and what was warned of. */
export interface DecidedAkt {
  readonly state: AktState | undefined;
  readonly end: ChainEnd | undefined;
  readonly steps: readonly AktStep[];
  readonly links: readonly Link[];
  readonly warnings: readonly Problem[];
}

/** An akt as it was read, before any command. */
export function undecided(
  head: { readonly state: AktState; readonly seq: number; readonly hash: Buffer } | undefined,
): DecidedAkt {
  return { state: head?.state, end: head, steps: [], links: [], warnings: [] };
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
  return ok({
    state,
    end,
    steps: [...before.steps, ...steps],
    links: [...before.links, ...links],
    warnings: [...before.warnings, ...decision.warnings],
  });
}
