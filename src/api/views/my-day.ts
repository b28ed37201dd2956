import { findFactsOfAkter, mayInMatter, type AktFacts } from "../../access/akt-reach.ts";
import { myDay } from "../../contract/views/my-day.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { ok } from "../../kernel/result.ts";
import { logAccess } from "../../store/access-log.ts";
import { listDraftsOf, type DraftLine } from "../../store/drafts/open-draft.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import {
  countClocks,
  listClocks,
  type ClockLine,
  type ClockScope,
} from "../../store/views/list-clocks.ts";
import { countUnallocated } from "../../store/views/list-matters.ts";
import type { Viewer } from "../../store/views/row-filter.ts";
import { findBriefs } from "../../store/views/person-brief.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type RequestContext } from "../http/handler.ts";
import { clockShapes } from "./clock-lines.ts";
import { clocksByRisk, dayGroups, groupOf } from "./day-groups.ts";
import { personLabel } from "./labels.ts";
import { viewerOf } from "./viewer.ts";

const MOST_CLOCKS = 400;
const MOST_IN_GROUP = 80;
const MOST_DRAFTS = 20;

export const myDayHandler = handle(myDay, async (ctx, { query }) => {
  const scope: ClockScope =
    query.scope === "mine"
      ? { kind: "mine", staff: ctx.actor.staff }
      : { kind: "unit", unit: ctx.actor.unit };
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const [day, drafts, unassigned] = await Promise.all([
      dayOf(tx, ctx, scope),
      draftsOf(tx, ctx),
      countUnallocated(tx, ctx.actor.unit),
    ]);
    const persons = [...day.persons, ...drafts.flatMap(({ child }) => child?.person ?? [])];
    await logAccess(tx, "view", accessEntry(ctx, myDay, { persons }), ctx.now);
    const shown = drafts.map(({ line, child }) => ({
      draft: line.draft,
      akt: line.akt,
      child: child === undefined ? null : personLabel(ctx, child),
      document: line.document,
      changedAt: line.changedAt,
    }));
    return ok({ today: ctx.today, groups: day.groups, drafts: shown, unassigned });
  });
});

async function dayOf(tx: Tx, ctx: RequestContext, scope: ClockScope) {
  const viewer = viewerOf(ctx, myDay.action, myDay.purpose);
  const [page, others] = await Promise.all([
    listClocks(tx, scope, viewer, { today: ctx.today, limit: MOST_CLOCKS }),
    scope.kind === "unit" ? [] : nobodys(tx, ctx, viewer),
  ]);
  const lines = [...page.lines, ...others];
  const ofGroup = Map.groupBy(lines, ({ clock }) => groupOf(clock, ctx.today));
  const shown = dayGroups.flatMap((id) =>
    (ofGroup.get(id) ?? [])
      .toSorted((one, other) => clocksByRisk(one.clock, other.clock))
      .slice(0, MOST_IN_GROUP),
  );
  const { clocks, persons } = await clockShapes(tx, ctx, shown);
  const unread = page.next === undefined ? 0 : await countUnread(tx, ctx, scope, page.lines.length);
  let from = 0;
  const groups = dayGroups.map((id) => {
    const count = ofGroup.get(id)?.length ?? 0;
    const here = clocks.slice(from, from + Math.min(count, MOST_IN_GROUP));
    from += here.length;
    // The list is read by risk: what was not read at all is of the least.
    const beyond = id === "later" ? unread : 0;
    return { id, clocks: here, more: count - here.length + beyond };
  });
  return { groups, persons };
}

/** A child's safety that nobody has been given is on everybody's page until somebody has it. */
async function nobodys(tx: Tx, ctx: RequestContext, viewer: Viewer): Promise<readonly ClockLine[]> {
  const scope = { kind: "nobodys", unit: ctx.actor.unit } as const;
  const page = await listClocks(tx, scope, viewer, { today: ctx.today, limit: MOST_IN_GROUP });
  return page.lines;
}

async function countUnread(tx: Tx, ctx: RequestContext, scope: ClockScope, read: number) {
  const viewer = viewerOf(ctx, myDay.action, myDay.purpose);
  const counts = await countClocks(tx, scope, viewer, ctx.today);
  return counts.reduce((sum, { count }) => sum + count, 0) - read;
}

/** Drafts somebody began, without those in akter that are out of reach by now. */
async function draftsOf(tx: Tx, ctx: RequestContext) {
  const lines = await listDraftsOf(tx, ctx.actor.staff, MOST_DRAFTS);
  const akter = await findFactsOfAkter(
    tx,
    lines.flatMap(({ akt }) => akt ?? []),
  );
  const shown = lines.filter((line) => isReached(ctx, line, akter));
  const briefs = await findBriefs(
    tx,
    shown.flatMap(({ person }) => person ?? []),
  );
  return shown.map((line) => ({
    line,
    child: line.person === null ? undefined : briefs.get(line.person),
  }));
}

function isReached(
  ctx: RequestContext,
  line: DraftLine,
  akter: ReadonlyMap<Uuid, AktFacts>,
): boolean {
  if (line.akt === null) return true;
  const facts = akter.get(line.akt);
  const matter: Uuid = line.matter ?? line.akt;
  return (
    facts !== undefined &&
    "allow" in mayInMatter(ctx.actor, "draft.write", myDay.purpose, facts, matter)
  );
}
