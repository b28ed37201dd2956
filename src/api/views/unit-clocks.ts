import { unitClocks } from "../../contract/views/unit-clocks.ts";
import { addDays } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { countClocks, listClocks } from "../../store/views/list-clocks.ts";
import {
  listLoads,
  listMatters,
  type MatterLine,
  type MatterSelection,
} from "../../store/views/list-matters.ts";
import type { Viewer } from "../../store/views/row-filter.ts";
import { accessEntry } from "../http/denied.ts";
import { handleInTx, type RequestContext } from "../http/handler.ts";
import { byRisk, clockShapes, nameLines } from "./clock-lines.ts";
import { clockShapeOf } from "./clock-shape.ts";
import { personLabel, staffRef, unitRef } from "./labels.ts";
import { viewerOf } from "./viewer.ts";

const MOST_ROWS = 300;
const MOST_CLOCKS = 200;
/** A week ahead is what a manager plans by. */
const DUE_WITHIN_DAYS = 7;

export const unitClocksHandler = handleInTx(unitClocks, async (ctx, _input, tx) => {
  // Which rows are seen is the reach of reading akter; the action of the route only opens the room.
  const viewer = viewerOf(ctx, "akt.read", unitClocks.purpose);
  const unit = ctx.actor.unit;
  const page = (select: Exclude<MatterSelection, "unallocated">) =>
    listMatters(tx, viewer, { unit, select, limit: MOST_ROWS });
  const [all, toReceive, toReview, toDecide, clocks, staff] = await Promise.all([
    page("all"),
    page("to-receive"),
    page("to-review"),
    page("to-decide"),
    clocksOf(tx, ctx, viewer),
    staffOf(tx, ctx),
  ]);
  const lines = [...all.lines, ...toReceive.lines, ...toReview.lines, ...toDecide.lines];
  const persons = [...new Set([...lines.map((line) => line.person), ...clocks.persons])];
  logView(tx, accessEntry(ctx, unitClocks, { persons }), ctx.now);
  return ok({
    today: ctx.today,
    unit: unitRef(ctx, unit),
    staff,
    unallocated: all.lines.filter((line) => line.worker === null).map((line) => rowOf(ctx, line)),
    toReceive: toReceive.lines.map((line) => rowOf(ctx, line)),
    matters: all.lines.map((line) => rowOf(ctx, line)),
    toReview: toReview.lines.flatMap((line) => reviewOf(ctx, line)),
    toDecide: toDecide.lines.flatMap((line) => decisionOf(ctx, line)),
    clocks: clocks.shown,
    more: clocks.more,
  });
});

async function clocksOf(tx: Tx, ctx: RequestContext, viewer: Viewer) {
  const scope = { kind: "unit", unit: ctx.actor.unit } as const;
  const [page, counts] = await Promise.all([
    listClocks(tx, scope, viewer, { today: ctx.today, limit: MOST_CLOCKS }),
    countClocks(tx, scope, viewer, ctx.today),
  ]);
  const named = await nameLines(tx, ctx, page.lines);
  const clocks = clockShapes(ctx, named);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return {
    shown: clocks.toSorted(byRisk),
    persons: named.persons,
    more: Math.max(0, total - clocks.length),
  };
}

/** Those who work with children in the unit, by name: for planning, never a ranking. */
async function staffOf(tx: Tx, ctx: RequestContext) {
  const { unit } = ctx.actor;
  const members = ctx.organisation.state.staff.filter(
    (member) => member.unit !== undefined && (unit === undefined || member.unit === unit),
  );
  const until = addDays(ctx.today, DUE_WITHIN_DAYS);
  const loads = await listLoads(
    tx,
    members.map((member) => member.staff),
    until,
  );
  return members
    .map((member) => {
      const load = loads.find((each) => each.staff === member.staff);
      const { staff: id, name, role, qualified } = member;
      return {
        id,
        name,
        role,
        qualified,
        running: load?.running ?? 0,
        clocksDue: load?.clocksDue ?? 0,
      };
    })
    .toSorted((a, b) => swedish.compare(a.name, b.name));
}

const swedish = new Intl.Collator("sv");

function rowOf(ctx: RequestContext, line: MatterLine) {
  const child = personLabel(ctx, line);
  const { akt, matter, phase, startedOn, nextClock } = line;
  const place = { akt, child, worker: line.workerName, unit: line.unitName, subject: null };
  return {
    akt,
    matter,
    number: line.matterNumber,
    child,
    phase,
    unit: line.unitName,
    startedOn,
    worker: staffRef(ctx, line.worker),
    coWorker: staffRef(ctx, line.coWorker),
    handedTo: unitRef(ctx, line.offeredTo)?.name ?? null,
    nextClock: nextClock === null ? null : clockShapeOf(ctx, nextClock, place),
  };
}

function reviewOf(ctx: RequestContext, line: MatterLine) {
  const { akt, matter, reviewDocument, fixedOn } = line;
  if (reviewDocument === null || fixedOn === null) return [];
  return [{ akt, matter, child: personLabel(ctx, line), document: reviewDocument, fixedOn }];
}

function decisionOf(ctx: RequestContext, line: MatterLine) {
  const { akt, matter, decideWhat, nextClock } = line;
  if (decideWhat === null) return [];
  const said = ctx.app.words.steps[decideWhat] ?? { sv: decideWhat, en: decideWhat };
  const what = { id: decideWhat, sv: said.sv, en: said.en };
  return [{ akt, matter, child: personLabel(ctx, line), what, target: nextClock?.target ?? null }];
}
