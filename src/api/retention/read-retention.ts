import { readRetention } from "../../contract/retention/read-retention.ts";
import { ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import {
  groupsOf,
  heldOfDue,
  listDueRows,
  pageOfDue,
  type After,
  type ListedMatter,
} from "../../store/retention/due-list.ts";
import { listHolds } from "../../store/retention/holds.ts";
import { countItems, listMatters } from "../../store/retention/items.ts";
import { listMunicipalities } from "../../store/retention/municipality.ts";
import { AT_A_LOOK, refreshRetention } from "../../store/retention/retention-list.ts";
import { findCurrentRun, isSetBack, listRuns, type RunRow } from "../../store/retention/runs.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type AnswerOf, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { kindLabel, nameOf, ruleLabel, runLabel } from "./retention-labels.ts";

type Answer = AnswerOf<typeof readRetention>;
type Listed = Answer["due"][number];

/** Lines of a page of a list. */
const PAGE = 100;

/** How long everything is kept: numbers of matters and counts, no name of anybody but staff. */
export const readRetentionHandler = handle(readRetention, (ctx, { query }) =>
  inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    await ctx.confirm(tx);
    logView(tx, accessEntry(ctx, readRetention, { persons: [] }), ctx.now);
    const { law } = ctx.app.store.law;
    const complete = await refreshRetention(tx, law, ctx.today, AT_A_LOOK);
    const rows = await listDueRows(tx, law, ctx.today, ctx.app.retention);
    const { from, after } = query;
    const place =
      from === undefined || after === undefined
        ? undefined
        : { earliest: from, matter: uuidOf(after) };
    const [holds, runs] = [await listHolds(tx), await listRuns(tx)];
    const current = await findCurrentRun(tx);
    const said = await listMunicipalities(tx);
    return ok({
      today: ctx.today,
      complete,
      municipality: said[0]?.municipality ?? null,
      corrections: said.slice(0, -1).map(({ municipality: to, setBy, setAt: at }, nth) => ({
        from: said[nth + 1]?.municipality ?? "",
        to,
        by: nameOf(ctx, setBy),
        at,
      })),
      setBack: await isSetBack(tx, ctx.today),
      ...(await listsOf(ctx, tx, place)),
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
      ...(await currentOf(ctx, tx, current, query.item)),
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

/** The run of now, with a page of its matters. */
async function currentOf(
  ctx: RequestContext,
  tx: Tx,
  current: RunRow | undefined,
  after: number,
): Promise<Pick<Answer, "run" | "items" | "itemCount" | "itemRows" | "nextItem" | "mayApprove">> {
  if (current === undefined) {
    return { run: null, items: [], itemCount: 0, itemRows: 0, nextItem: null, mayApprove: false };
  }
  const found = await listMatters(tx, current.run, after, PAGE + 1);
  const items = found.slice(0, PAGE);
  const { matters, rows } = await countItems(tx, current.run);
  return {
    run: runLabel(ctx, current),
    items: items.map(({ item, number, rule, section, state }) => {
      return { item, number, rule: ruleLabel(ctx, rule, section), state };
    }),
    itemCount: matters,
    itemRows: rows,
    nextItem: found.length > PAGE ? (items.at(-1)?.item ?? null) : null,
    mayApprove: current.state === "proposed" && current.proposedBy !== ctx.staff.staff,
  };
}

async function listsOf(
  ctx: RequestContext,
  tx: Tx,
  after: After | undefined,
): Promise<Pick<Answer, "due" | "next" | "dueCount" | "held" | "groups">> {
  const { today } = ctx;
  const found = await pageOfDue(tx, today, after, PAGE + 1);
  const lines = found.slice(0, PAGE);
  const last = found.length > PAGE ? lines.at(-1) : undefined;
  const { held, total } = await heldOfDue(tx, today);
  const groups = await groupsOf(tx, today);
  const due = groups.filter(({ standing }) => standing === "due");
  return {
    due: lines.map((each) => listed(ctx, each)),
    next:
      last === undefined || last.earliest === null
        ? null
        : { from: last.earliest, after: last.matter },
    dueCount: due.reduce((sum, { matters }) => sum + matters, -total),
    held: held.map((each) => listed(ctx, each)),
    groups: groups.map(({ rule, ...rest }) => ({ ...rest, rule: ruleLabel(ctx, rule) })),
  };
}

function listed(ctx: RequestContext, line: ListedMatter): Listed {
  const { matter, number, rule, section, earliest, latest } = line;
  return { matter, number, rule: ruleLabel(ctx, rule, section), earliest, latest };
}
