import { readIndicator, readOverview } from "../../contract/followup/indicators.ts";
import {
  measureIndicators,
  type IndicatorAnswer,
} from "../../followup/indicators/measure-indicator.ts";
import { readOverview as overviewOf } from "../../followup/indicators/read-overview.ts";
import { handle, type RequestContext } from "../http/handler.ts";
import { maybeUuid } from "../http/ids.ts";
import { logQuestion, scopeOf } from "./scope.ts";

export const readOverviewHandler = handle(readOverview, async (ctx, { query }) => {
  await logQuestion(ctx, readOverview);
  const overview = await overviewOf(ctx.app.indicators, scopeOfUnit(ctx, query.unit), query);
  if (!overview.ok) return overview;
  return { ok: true, value: { ...overview.value, units: unitsOf(ctx) } };
});

export const readIndicatorHandler = handle(readIndicator, async (ctx, { params, query }) => {
  await logQuestion(ctx, readIndicator);
  const scope = scopeOfUnit(ctx, query.unit);
  const measured = await measureIndicators(ctx.app.indicators, scope, [params.id], query);
  if (!measured.ok) return measured;
  const [answer] = measured.value;
  if (answer === undefined) throw new Error("an indicator without an answer");
  return { ok: true, value: withUnitNames(ctx, answer) };
});

/** The board's rows, or those of one unit of it. A unit that the board does not have has no rows. */
export function scopeOfUnit(ctx: RequestContext, unit: string | undefined) {
  const id = unit === undefined ? undefined : maybeUuid(unit);
  return { ...scopeOf(ctx), ...(id === undefined ? {} : { unit: id }) };
}

/** The units of the board by name. */
export function unitsOf(ctx: RequestContext): { id: string; name: string }[] {
  return ctx.organisation.state.units.map(({ unit, name }) => ({ id: unit, name }));
}

function withUnitNames(ctx: RequestContext, answer: IndicatorAnswer): IndicatorAnswer {
  if (answer.how.query.by !== "unit") return answer;
  const names = new Map<string, string>(unitsOf(ctx).map(({ id, name }) => [id, name]));
  const parts = answer.parts.map((part) => {
    const name = names.get(part.code);
    return name === undefined ? part : { ...part, label: { sv: name, en: name } };
  });
  return { ...answer, parts };
}
