import type { z } from "zod";
import type { retentionRun } from "../../contract/retention/read-retention.ts";
import type { Words } from "../../contract/shapes.ts";
import type { RunRow } from "../../store/retention/runs.ts";
import type { RequestContext } from "../http/handler.ts";
import { staffRef, wordsOf } from "../views/labels.ts";

/** A rule as the page names it. */
export interface RuleLabel {
  readonly id: string;
  readonly section: string;
  readonly name: Words;
}

/** A rule of keeping by its id, as the law in use names it. */
export function ruleLabel(ctx: RequestContext, id: string, section?: string): RuleLabel {
  const row = ctx.app.store.law.law.retention.findLast((each) => each.id === id);
  const name = row === undefined ? { sv: id, en: id } : row.name;
  return { id, section: section ?? row?.cited ?? "", name: { id, ...name } };
}

/** What a kind of row of follow-up is called. */
export function kindLabel(ctx: RequestContext, kind: string): Words {
  const text = ctx.app.followup.texts[`noun.${kind}`] ?? { sv: kind, en: kind };
  return { id: kind, ...text };
}

/** Why a matter was left after all. */
export function leftLabel(ctx: RequestContext, why: string): Words {
  return wordsOf(ctx, `retention.left.${why}`);
}

/** A run with the names of those who answer for it. */
export function runLabel(ctx: RequestContext, run: RunRow): z.infer<typeof retentionRun> {
  const { state, asOf, listHash, proposedAt, finishedOn, backupsGoneOn } = run;
  return {
    run: run.run,
    state,
    asOf,
    listHash,
    proposedBy: nameOf(ctx, run.proposedBy),
    proposedAt,
    approvedBy: run.approvedBy === null ? null : nameOf(ctx, run.approvedBy),
    finishedOn,
    backupsGoneOn,
  };
}

/** A member of staff with name. */
export function nameOf(
  ctx: RequestContext,
  staff: string,
): { readonly id: string; readonly name: string } {
  return { id: staff, name: staffRef(ctx, staff)?.name ?? "" };
}
