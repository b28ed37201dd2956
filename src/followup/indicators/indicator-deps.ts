import type { Law } from "../../rules/types.ts";
import { SPEC_DIRECTORY } from "../../store/specification.ts";
import type { EngineDeps } from "../engine/deps.ts";
import type { IndicatorDeps } from "./measure-indicator.ts";
import { readIndicators } from "./read-indicators.ts";

/** What indicators are measured with, by the definitions that come with the program. Throws where they are misshaped. */
export function indicatorDeps(engine: EngineDeps, law: Law): IndicatorDeps {
  const spec = readIndicators(SPEC_DIRECTORY);
  if (!spec.ok) throw new Error(`misshaped: ${JSON.stringify(spec.problems)}`);
  return { engine, law, spec: spec.value };
}
