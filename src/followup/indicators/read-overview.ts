import type { z } from "zod";
import type { readOverview as overviewRoute } from "../../contract/followup/indicators.ts";
import type { Problem } from "../../kernel/problem.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Scope } from "../engine/deps.ts";
import { measureIndicators, type IndicatorDeps, type IndicatorQuery } from "./measure-indicator.ts";

type Overview = z.infer<typeof overviewRoute.answer>;

/** The first page of follow-up, all of it counted on the same rows. Refuses `followup.period`. */
export async function readOverview(
  deps: IndicatorDeps,
  scope: Scope,
  query: IndicatorQuery,
): Promise<Result<Omit<Overview, "units">, Problem[]>> {
  const { overview } = deps.spec;
  const ids = overview.flatMap(({ indicators }) => indicators);
  const measured = await measureIndicators(deps, scope, ids, query);
  if (!measured.ok) return measured;
  const byId = new Map(measured.value.map((each) => [each.id, each]));
  return ok({
    small: deps.engine.settings.smallNumber,
    sections: overview.map(({ indicators, ...section }) => ({
      ...section,
      indicators: indicators.flatMap((id) => byId.get(id) ?? []),
    })),
  });
}
