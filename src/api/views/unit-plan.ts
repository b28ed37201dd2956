import { unitPlan } from "../../contract/views/unit-plan.ts";
import { coverOf, dutiesOn } from "../../domain/unit/stand-in.ts";
import type { Absence } from "../../domain/unit/unit-state.ts";
import { workloadOf } from "../../domain/unit/workload.ts";
import { listNotHeard, type NotHeardLine } from "../../followup/gaps/list-not-heard.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import { addDays } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { findDocument } from "../../spec/lookup.ts";
import { workloadWeights } from "../../spec/workload.ts";
import { logView } from "../../store/access-log.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { listClocksWhileAway } from "../../store/views/list-clocks.ts";
import { listLoads } from "../../store/views/list-matters.ts";
import { listPhases, listUnsigned, type UnsignedLine } from "../../store/views/list-plan.ts";
import type { Viewer } from "../../store/views/row-filter.ts";
import { accessEntry } from "../http/denied.ts";
import { handleInTx, type AnswerOf, type RequestContext } from "../http/handler.ts";
import { clockShapes, nameLines } from "./clock-lines.ts";
import { personLabel, staffName } from "./labels.ts";
import { functionWords } from "./stand-in-words.ts";
import { viewerOf } from "./viewer.ts";

type Plan = AnswerOf<typeof unitPlan>;

const MOST_ROWS = 200;
/** A week ahead is what a manager plans by. */
const DUE_WITHIN_DAYS = 7;

export const unitPlanHandler = handleInTx(unitPlan, async (ctx, _input, tx) => {
  // Which rows are seen is the reach of reading akter; the action of the route only opens the room.
  const viewer = viewerOf(ctx, "akt.read", unitPlan.purpose);
  const { unit } = ctx.actor;
  const { pack } = ctx.app.store.packs.current(ctx.tenant);
  const { settings } = ctx.app.followup;
  const [staff, late, notHeard, unsigned] = await Promise.all([
    staffOf(tx, ctx),
    lateOf(tx, ctx, viewer),
    listNotHeard(tx, viewer, { pack, settings, unit, limit: MOST_ROWS }),
    listUnsigned(tx, viewer, { unit, limit: MOST_ROWS }),
  ]);
  const lines = [...notHeard, ...unsigned].map((line) => line.person);
  const persons = [...new Set([...lines, ...late.persons])];
  logView(tx, accessEntry(ctx, unitPlan, { persons }), ctx.now);
  const { invented, note } = workloadWeights;
  return ok({
    today: ctx.today,
    weights: { invented, note },
    staff,
    late: late.shown,
    notHeard: notHeard.map((line) => notHeardOf(ctx, line)),
    unsigned: unsigned.map((line) => unsignedOf(ctx, line)),
  });
});

function membersOf({ organisation, actor: { unit } }: RequestContext) {
  return organisation.state.staff.filter(
    (member) => member.unit !== undefined && (unit === undefined || member.unit === unit),
  );
}

/** Those who work with children in the unit, by name: for planning, never a ranking. */
async function staffOf(tx: Tx, ctx: RequestContext): Promise<Plan["staff"]> {
  const { state } = ctx.organisation;
  const members = membersOf(ctx);
  const ids = members.map((member) => member.staff);
  const [phases, loads] = await Promise.all([
    listPhases(tx, ids),
    listLoads(tx, ids, addDays(ctx.today, DUE_WITHIN_DAYS)),
  ]);
  const duties = dutiesOn(state, ctx.today);
  return members
    .map(({ staff, name, role }) => {
      const matters = phases.filter((each) => each.staff === staff);
      const due = loads.find((load) => load.staff === staff)?.clocksDue ?? 0;
      const own = duties.flatMap(({ duty, holder }) => (holder === staff ? [duty] : []));
      const carried = { matters, due, duties: own.map((duty) => duty.function) };
      const away = state.absences
        .filter((absence) => absence.staff === staff && absence.to >= ctx.today)
        .toSorted((a, b) => (a.from < b.from ? -1 : 1))[0];
      return {
        id: staff,
        name,
        role,
        matters: counted(matters.filter(({ main }) => main)),
        helps: counted(matters.filter(({ main }) => !main)),
        due,
        duties: own.map((duty) => functionWords(ctx, duty)),
        weight: workloadOf(carried, workloadWeights),
        away: away === undefined ? null : { from: away.from, to: away.to },
      };
    })
    .toSorted((a, b) => swedish.compare(a.name, b.name));
}

const swedish = new Intl.Collator("sv");

function counted(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

/** What falls due while its worker is away. On each day the one who stands in that day looks after it. */
async function lateOf(tx: Tx, ctx: RequestContext, viewer: Viewer) {
  const { state } = ctx.organisation;
  const own = new Set(membersOf(ctx).map((member) => member.staff));
  const away = state.absences.filter(({ staff, to }) => own.has(staff) && to >= ctx.today);
  const lines = await listClocksWhileAway(tx, ctx.actor.unit, viewer, {
    today: ctx.today,
    away,
    limit: MOST_ROWS,
  });
  const named = await nameLines(tx, ctx, lines);
  const shapes = clockShapes(ctx, named);
  const shown = lines.flatMap((line, at): Plan["late"] => {
    const clock = shapes[at];
    const absence = absenceAt(away, line.worker, line.clock.target);
    if (clock === undefined || absence === undefined) return [];
    const cover = line.coWorker ?? coverOf(state, absence, line.clock.target);
    const standsIn = cover === undefined ? null : staffName(ctx, cover);
    return [{ clock, away: { from: absence.from, to: absence.to }, standsIn }];
  });
  return { shown, persons: named.persons };
}

function absenceAt(away: readonly Absence[], staff: string | null, on: string) {
  return away.find((each) => each.staff === staff && each.from <= on && on <= each.to);
}

function notHeardOf(ctx: RequestContext, line: NotHeardLine): Plan["notHeard"][number] {
  const { akt, matter, phase, since } = line;
  const worker = line.worker === null ? null : staffName(ctx, line.worker);
  return { akt, matter, child: personLabel(ctx, line), phase, since, worker };
}

function unsignedOf(ctx: RequestContext, line: UnsignedLine): Plan["unsigned"][number] {
  const { akt, matter, document, status } = line;
  const { pack } = ctx.app.store.packs.current(ctx.tenant);
  return {
    akt,
    matter,
    child: personLabel(ctx, line),
    document: findDocument(pack, document)?.name ?? { sv: document, en: document },
    fixed: status === "fixed",
    by: staffName(ctx, line.by),
    since: stockholmDate(line.since),
  };
}
