import type { Words } from "../../contract/shapes.ts";
import type { myDay } from "../../contract/views/my-day.ts";
import type { Duty } from "../../domain/unit/unit-state.ts";
import { labelOf } from "../../spec/lookup.ts";
import type { ClockLine, DutyScope } from "../../store/views/list-clocks.ts";
import { reception } from "../../domain/unit/stand-in.ts";
import type { AnswerOf, RequestContext } from "../http/handler.ts";
import { staffName, unitRef, wordsOf } from "./labels.ts";

/** Codelist of the functions of a unit. */
export const FUNCTIONS = "duty-function";

/** A function of the day in words. */
export function functionWords(
  ctx: RequestContext,
  { function: id }: Pick<Duty, "function">,
): Words {
  const { pack } = ctx.app.store.packs.current(ctx.tenant);
  return { id, sv: labelOf(pack, FUNCTIONS, id, "sv"), en: labelOf(pack, FUNCTIONS, id, "en") };
}

/** What the functions of the day bring to somebody's list. */
export function dutyScopeOf({ standIns: { duties } }: RequestContext): DutyScope {
  return {
    units: duties.map((duty) => duty.unit),
    unplaced: duties.some((duty) => duty.function === reception),
  };
}

/** Why a clock is on the list of somebody who is neither its worker nor its co-worker; undefined where one is. */
export function whyMine(
  ctx: RequestContext,
  { worker, coWorker, unit }: Pick<ClockLine, "worker" | "coWorker" | "unit">,
): Words | undefined {
  const { actor, standIns } = ctx;
  if (worker === actor.staff || coWorker === actor.staff) return undefined;
  const away = standIns.forStaff.find(({ staff }) => staff === worker || staff === coWorker);
  if (away !== undefined) {
    return wordsOf(ctx, "standIn.for", { name: staffName(ctx, away.staff) });
  }
  if (worker !== null) return undefined;
  const duty = standIns.duties.find((each) =>
    unit === null ? each.function === reception : each.unit === unit,
  );
  return duty === undefined ? undefined : functionWords(ctx, duty);
}

/** For whom one stands in today, and which functions one has, each with its last day. */
export function standsInPart(ctx: RequestContext): AnswerOf<typeof myDay>["standsIn"] {
  const { forStaff, duties } = ctx.standIns;
  return {
    staff: forStaff.map(({ staff, until }) => ({ name: staffName(ctx, staff), until })),
    duties: duties.map((duty) => ({
      function: functionWords(ctx, duty),
      unit: unitRef(ctx, duty.unit)?.name ?? "",
      until: duty.to,
    })),
  };
}
