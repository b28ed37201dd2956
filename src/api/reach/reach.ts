import { mayInMatter } from "../../access/akt-reach.ts";
import {
  appointProvider,
  lendAccess,
  listOpened,
  readReach,
} from "../../contract/reach/reach-routes.ts";
import type { MatterState } from "../../domain/akt-state.ts";
import type { StaffFacts } from "../../domain/command.ts";
import { findMeasure, isRunning, measuresOf } from "../../domain/measure/find-measure.ts";
import { appointmentDays } from "../../domain/reach/appointment-days.ts";
import { isPerformer, mayBeLentTo } from "../../domain/reach/reach-demands.ts";
import { staffOn } from "../../domain/unit/roles.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { listLent } from "../../store/views/list-lent.ts";
import { findBriefs } from "../../store/views/person-brief.ts";
import { readAktState } from "../../store/views/read-akt.ts";
import { accessEntry } from "../http/denied.ts";
import { type AnswerOf, handle, handleInTx, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { personLabel, staffName } from "../views/labels.ts";
import { openAkt } from "../views/open-akt.ts";
import { viewerOf } from "../views/viewer.ts";

type Reach = AnswerOf<typeof readReach>;

/** Who reads an akt by name and who is kept out. What is over is told by the chronology. */
export const readReachHandler = handle(readReach, async (ctx, { params }) => {
  const akt = uuidOf(params.akt);
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const opened = await openAkt(tx, ctx, readReach, akt);
    if ("problem" in opened) return fail(opened.problem);
    const { facts, reading } = opened;
    const [state, briefs] = await Promise.all([
      readAktState(tx, akt),
      findBriefs(tx, [facts.person]),
    ]);
    const brief = briefs.get(facts.person);
    if (state === undefined || brief === undefined) {
      return fail(problem("akt.not-found", { status: 404 }));
    }
    logView(tx, accessEntry(ctx, readReach, { akt, persons: [facts.person] }), ctx.now);
    const matters = Object.values(state.matters).filter(({ matter }) =>
      reading.matters.has(matter),
    );
    const may = ({ action, purpose }: typeof lendAccess) =>
      matters.some(
        ({ matter }) => "allow" in mayInMatter(ctx.actor, action, purpose, facts, matter),
      );
    const [lends, appoints] = [may(lendAccess), may(appointProvider)];
    const kept = new Set(matters.flatMap(({ bars = [] }) => bars.map(({ staff }) => staff)));
    const others = staffToday(ctx).filter(({ staff }) => !kept.has(staff));
    const mayBeKeptOut = lends ? others : others.filter(({ staff }) => staff === ctx.staff.staff);
    return ok({
      today: ctx.today,
      child: personLabel(ctx, brief),
      matters: matters
        .map(({ matter, number }) => ({ matter, number: number ?? null }))
        .toReversed(),
      loans: matters.flatMap((matter) => loansOf(ctx, matter)),
      appointments: matters.flatMap((matter) => appointmentsOf(ctx, matter)),
      measures: appoints ? matters.flatMap(runningIn) : [],
      performers: appoints
        ? others.filter(isPerformer).map(({ staff, name }) => ({ id: staff, name }))
        : [],
      bars: matters.flatMap((matter) => barsOf(ctx, matter)),
      readers: lends
        ? others.filter((each) => mayBeLentTo(each) && each.staff !== ctx.staff.staff).map(readerOf)
        : [],
      staff: mayBeKeptOut.map(readerOf),
      lends,
    });
  });
});

/** Every member of staff with a role today, by name; a deciding body is nobody. */
function staffToday({ organisation, today }: RequestContext): readonly StaffFacts[] {
  const { state, board } = organisation;
  const day = { today, synthetic: board.synthetic };
  return state.staff
    .flatMap((member) => staffOn(state, member, day) ?? [])
    .filter(({ role }) => role !== "committee" && role !== "board")
    .toSorted((a, b) => a.name.localeCompare(b.name, "sv"));
}

function readerOf({ staff, name, role }: StaffFacts): Reach["readers"][number] {
  return { id: staff, name, role };
}

function named(ctx: RequestContext, id: Uuid): { readonly id: Uuid; readonly name: string } {
  return { id, name: staffName(ctx, id) };
}

function loansOf(ctx: RequestContext, { matter, number, loans = [] }: MatterState): Reach["loans"] {
  return loans
    .filter(({ until }) => until >= ctx.today)
    .map(({ loan, staff, by, on, until }) => ({
      loan,
      matter,
      number: number ?? null,
      staff: named(ctx, staff),
      by: named(ctx, by),
      on,
      until,
    }));
}

/** The links that hold or will: those whose assignment is not given yet wait for it. */
function appointmentsOf(ctx: RequestContext, of: MatterState): Reach["appointments"] {
  return (of.appointments ?? []).flatMap((link) => {
    const { appointment, measure: id, staff, by, on, endedOn } = link;
    const measure = findMeasure(of, id);
    const days = appointmentDays(of, link);
    const waits = measure !== undefined && measure.orderedOn === undefined && isRunning(measure);
    const until = days?.until ?? (waits ? link.until : undefined);
    if (endedOn !== undefined || until === undefined || until < ctx.today) return [];
    return [
      {
        appointment,
        matter: of.matter,
        types: [...(measure?.types ?? [])],
        staff: named(ctx, staff),
        by: named(ctx, by),
        on,
        since: days?.since ?? null,
        until,
      },
    ];
  });
}

function runningIn(matter: MatterState): Reach["measures"] {
  if (matter.closedOn !== undefined) return [];
  return measuresOf(matter)
    .filter(isRunning)
    .map(({ measure, types, from, to }) => ({
      measure,
      matter: matter.matter,
      types: [...types],
      from: from ?? null,
      to: to ?? null,
    }));
}

function barsOf(ctx: RequestContext, { matter, bars = [] }: MatterState): Reach["bars"] {
  return bars.map(({ bar, staff, by, on, ground }) => ({
    bar,
    matter,
    staff: named(ctx, staff),
    by: named(ctx, by),
    on,
    ground: ground ?? null,
  }));
}

/** What others have opened for the one who asks. */
export const listOpenedHandler = handleInTx(listOpened, async (ctx, _input, tx) => {
  const viewer = viewerOf(ctx, listOpened.action, listOpened.purpose);
  const lines = await listLent(tx, viewer, ctx.today);
  const persons = lines.map(({ person }) => person);
  logView(tx, accessEntry(ctx, listOpened, { persons }), ctx.now);
  return ok({
    lines: lines.map((line) => ({
      akt: line.akt,
      matter: line.matter,
      number: line.matterNumber,
      child: personLabel(ctx, line),
      until: line.until,
      by: staffName(ctx, line.by),
    })),
  });
});
