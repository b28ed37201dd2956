import { readRetention } from "../../contract/retention/read-retention.ts";
import { ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { listHolds } from "../../store/retention/holds.ts";
import { listItems } from "../../store/retention/items.ts";
import {
  findMunicipality,
  retainedMatters,
  type RetainedMatter,
} from "../../store/retention/retention-list.ts";
import { findCurrentRun, isSetBack, listDueRows, listRuns } from "../../store/retention/runs.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type AnswerOf, type RequestContext } from "../http/handler.ts";
import { kindLabel, nameOf, ruleLabel, runLabel } from "./retention-labels.ts";

type Answer = AnswerOf<typeof readRetention>;
type Listed = Answer["due"][number];

const MOST = 500;

/** How long everything is kept: numbers of matters and counts, no name of anybody but staff. */
export const readRetentionHandler = handle(readRetention, (ctx) =>
  inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    await ctx.confirm(tx);
    logView(tx, accessEntry(ctx, readRetention, { persons: [] }), ctx.now);
    const matters = await listMatters(ctx, tx);
    const rows = await listDueRows(tx, ctx.app.store.law.law, ctx.today, ctx.app.retention);
    const [holds, runs] = [await listHolds(tx), await listRuns(tx)];
    const current = await findCurrentRun(tx);
    const items = current === undefined ? [] : await listItems(tx, current.run, 0, MOST);
    return ok({
      today: ctx.today,
      municipality: (await findMunicipality(tx)) ?? null,
      setBack: await isSetBack(tx, ctx.today),
      ...matters,
      rows: rows.map(({ kind, year, rows: count }) => ({
        kind: kindLabel(ctx, kind),
        year,
        rows: count,
        rule: ruleOfRows(ctx),
      })),
      holds: holds.map(({ hold, numbers, reason, setBy, setAt }) => ({
        hold,
        numbers: [...numbers],
        reason,
        setBy: nameOf(ctx, setBy),
        setAt,
      })),
      run: current === undefined ? null : runLabel(ctx, current),
      items: items
        .filter(({ kind }) => kind === "matter")
        .map(({ item, number, rule, section, state }) => {
          return { item, number, rule: ruleLabel(ctx, rule, section), state };
        }),
      mayApprove: current?.state === "proposed" && current.proposedBy !== ctx.staff.staff,
      past: runs
        .filter(({ state }) => state === "done" || state === "withdrawn")
        .map((run) => runLabel(ctx, run)),
    });
  }),
);

function ruleOfRows(ctx: RequestContext) {
  const row = ctx.app.store.law.law.retention.findLast(
    ({ applies }) => applies.to === "follow-up-row",
  );
  return ruleLabel(ctx, row?.id ?? "");
}

async function listMatters(
  ctx: RequestContext,
  tx: Tx,
): Promise<Pick<Answer, "due" | "dueCount" | "held" | "groups">> {
  const [due, held]: [Listed[], Listed[]] = [[], []];
  const groups = new Map<string, Answer["groups"][number]>();
  let dueCount = 0;
  for await (const each of retainedMatters(tx, ctx.app.store.law.law, ctx.today)) {
    count(ctx, groups, each);
    if (!each.due) continue;
    if (each.held) held.push(listed(ctx, each));
    else {
      dueCount += 1;
      if (due.length < MOST) due.push(listed(ctx, each));
    }
  }
  const sorted = [...groups.values()].toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
  return { due, dueCount, held, groups: sorted };
}

function listed(ctx: RequestContext, { number, retention }: RetainedMatter): Listed {
  const { rule, earliest, latest } = retention;
  return {
    number: number ?? null,
    rule: ruleLabel(ctx, rule?.row.id ?? "", rule?.row.cited),
    earliest: earliest ?? null,
    latest: latest ?? null,
  };
}

function count(
  ctx: RequestContext,
  groups: Map<string, Answer["groups"][number]>,
  matter: RetainedMatter,
): void {
  const { rule, decision } = matter.retention;
  const standing = standingOf(matter);
  const key = `${rule?.row.id} ${standing}`;
  const known = groups.get(key);
  const matters = (known?.matters ?? 0) + 1;
  groups.set(key, { rule: ruleLabel(ctx, rule?.row.id ?? ""), decision, standing, matters });
}

function standingOf({ retention, due }: RetainedMatter): Answer["groups"][number]["standing"] {
  if (retention.decision === "keep") return "kept";
  if (retention.lacks.length > 0) return "unknown";
  if (due) return "due";
  return retention.open ? "open" : "later";
}
