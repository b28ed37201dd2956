import { findFactsOfAkter, mayReadAkt } from "../../access/akt-reach.ts";
import {
  glassFollowUpBy,
  glassKinds,
  glassLaw,
  glassOutcomes,
  glassShownDays,
  isToFollowUp,
  type GlassOpener,
} from "../../access/glass.ts";
import { listGlass } from "../../contract/glass/list-glass.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { instantOfMillis, millisOf, stockholmLocal } from "../../kernel/instant.ts";
import { ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { listGlass as listLines, type GlassLine } from "../../store/views/glass.ts";
import { findBriefs, type PersonBrief } from "../../store/views/person-brief.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type AnswerOf, type RequestContext } from "../http/handler.ts";
import { personLabel, staffName, unitRef } from "../views/labels.ts";

const MOST = 500;
const MS_PER_DAY = 86_400_000;

type Line = AnswerOf<typeof listGlass>["openings"][number];

export const listGlassHandler = handle(listGlass, async (ctx) =>
  inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const since = instantOfMillis(millisOf(ctx.now) - glassShownDays * MS_PER_DAY);
    const all = await listLines(tx, since, MOST);
    const lines = all.filter((line) => isShown(ctx, line));
    const facts = await findFactsOfAkter(
      tx,
      lines.map(({ akt }) => akt),
    );
    const briefs = await findBriefs(
      tx,
      lines.map(({ person }) => person),
    );
    logView(tx, accessEntry(ctx, listGlass, { persons: [...briefs.keys()] }), ctx.now);
    const openings = lines.flatMap((line) => {
      const brief = briefs.get(line.person);
      const known = facts.get(line.akt);
      if (brief === undefined || known === undefined) return [];
      const visible = !("deny" in mayReadAkt(ctx.actor, "akt.read", "case-handling", known));
      return [lineOf(ctx, line, brief, visible)];
    });
    return ok({ today: ctx.today, law: glassLaw, outcomes: glassOutcomes, openings });
  }),
);

/** Who opened, as far as it decides who follows that up. */
export function openerOf(ctx: RequestContext, staff: Uuid): GlassOpener {
  const member = ctx.organisation.state.staff.find((each) => each.staff === staff);
  return { staff, unit: member?.unit, isManager: member?.role === "unit-manager" };
}

/** One's own are shown too: that they wait for somebody else. */
function isShown(ctx: RequestContext, { staff, units }: GlassLine): boolean {
  return staff === ctx.actor.staff || isToFollowUp(ctx.actor, openerOf(ctx, staff), units);
}

function lineOf(ctx: RequestContext, line: GlassLine, brief: PersonBrief, visible: boolean): Line {
  const { opening, akt, staff, openedAt, until, reviewedBy, reviewedAt, outcome } = line;
  const kind = glassKinds.find(({ id }) => id === line.kind);
  const followUpBy = glassFollowUpBy(openedAt);
  const { unit } = openerOf(ctx, staff);
  return {
    opening,
    akt,
    child: personLabel(ctx, brief, visible),
    by: { id: staff, name: staffName(ctx, staff) },
    unit: unitRef(ctx, unit)?.name ?? null,
    kind: { sv: kind?.sv ?? line.kind, en: kind?.en ?? line.kind },
    reason: line.reason ?? "",
    openedAt: stockholmLocal(openedAt),
    until: stockholmLocal(until),
    looks: line.looks,
    followUpBy,
    late: outcome === null && followUpBy < ctx.today,
    mine: staff === ctx.actor.staff,
    review:
      reviewedBy === null || reviewedAt === null
        ? null
        : {
            by: { id: reviewedBy, name: staffName(ctx, reviewedBy) },
            at: stockholmLocal(reviewedAt),
            outcome: outcome ?? "",
            note: line.note ?? "",
          },
  };
}
