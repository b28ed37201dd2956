import { readStaffing } from "../../contract/staffing/read-staffing.ts";
import type { Words } from "../../contract/shapes.ts";
import { coverOf, dutiesOn } from "../../domain/unit/stand-in.ts";
import type { Absence, Duty } from "../../domain/unit/unit-state.ts";
import { ok } from "../../kernel/result.ts";
import { handle, type AnswerOf, type RequestContext } from "../http/handler.ts";
import { functionWords, FUNCTIONS } from "../views/stand-in-words.ts";
import { staffRef, unitRef } from "../views/labels.ts";

type Staffing = AnswerOf<typeof readStaffing>;

/** Nothing about children: names of colleagues and days. */
export const readStaffingHandler = handle(readStaffing, async (ctx) => {
  const { state } = ctx.organisation;
  const units = new Set(unitsOf(ctx));
  const own = new Map(
    state.staff.flatMap((member) =>
      member.unit !== undefined && units.has(member.unit) ? [[member.staff, member] as const] : [],
    ),
  );
  return ok({
    today: ctx.today,
    units: state.units.flatMap(({ unit, name }) => (units.has(unit) ? [{ id: unit, name }] : [])),
    staff: state.staff
      .filter((member) => member.unit !== undefined)
      .map(({ staff, name, role, unit }) => ({ id: staff, name, role, unit: unit ?? null }))
      .toSorted((a, b) => swedish.compare(a.name, b.name)),
    absences: state.absences
      .filter((absence) => own.has(absence.staff))
      .toSorted(byDay)
      .map((absence) => absenceOf(ctx, absence)),
    duties: state.duties
      .filter((duty) => units.has(duty.unit))
      .toSorted(byDay)
      .map((duty) => dutyOf(ctx, duty)),
    functions: functionsOf(ctx),
  });
});

/** A manager says it for the own unit, the user administrator for all. */
function unitsOf({ staff, organisation }: RequestContext): readonly string[] {
  if (staff.role === "user-administrator") return organisation.state.units.map(({ unit }) => unit);
  return staff.unit === undefined ? [] : [staff.unit];
}

function absenceOf(ctx: RequestContext, absence: Absence): Staffing["absences"][number] {
  const { from, to, staff, substitute } = absence;
  const runs = from <= ctx.today;
  const cover = runs ? coverOf(ctx.organisation.state, absence, ctx.today) : undefined;
  return {
    absence: absence.absence,
    staff: refOf(ctx, staff),
    from,
    to,
    substitute: staffRef(ctx, substitute),
    standsIn: staffRef(ctx, cover),
    runs,
  };
}

function dutyOf(ctx: RequestContext, duty: Duty): Staffing["duties"][number] {
  const today = dutiesOn(ctx.organisation.state, ctx.today).find((each) => each.duty === duty);
  return {
    duty: duty.duty,
    unit: { id: duty.unit, name: unitRef(ctx, duty.unit)?.name ?? "" },
    function: functionWords(ctx, duty),
    holder: refOf(ctx, duty.holder),
    substitute: staffRef(ctx, duty.substitute),
    from: duty.from,
    to: duty.to,
    has: staffRef(ctx, today?.holder),
    runs: duty.from <= ctx.today,
  };
}

function functionsOf(ctx: RequestContext): readonly Words[] {
  const { pack } = ctx.app.store.packs.current(ctx.tenant);
  return (pack.codelists[FUNCTIONS]?.codes ?? []).map(({ id }) =>
    functionWords(ctx, { function: id }),
  );
}

function refOf(ctx: RequestContext, staff: string): { readonly id: string; readonly name: string } {
  return { id: staff, name: staffRef(ctx, staff)?.name ?? "" };
}

function byDay(a: { readonly from: string }, b: { readonly from: string }): number {
  return a.from < b.from ? -1 : 1;
}

const swedish = new Intl.Collator("sv");
