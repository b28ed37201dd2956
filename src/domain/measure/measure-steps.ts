import type { MatterState } from "../akt-state.ts";
import type { Command } from "../command.ts";
import { isRunning, measuresOf } from "./find-measure.ts";
import type { MeasureState } from "./measure-state.ts";

/** Kind of provider (codelist `provider-kind`) whose plan is that of contact persons and others. */
const contact = "contact";

/** The steps of every measure that runs, in the order they are taken. */
export function measureSteps(matter: MatterState): readonly Command[] {
  return measuresOf(matter)
    .filter(isRunning)
    .flatMap((measure) =>
      stepsOf(measure).map((type) => ({
        type,
        matter: matter.matter,
        ids: { measure: measure.measure },
        data: {},
      })),
    );
}

function stepsOf(measure: MeasureState): readonly string[] {
  const plan = measure.providerKind === contact ? "contact-plan" : "implementation-plan";
  return [
    ...(measure.orderedOn === undefined ? ["measure.order"] : []),
    ...(measure.startedOn === undefined ? ["measure.start"] : []),
    measure.plan === undefined ? `${plan}.make` : `${plan}.revise`,
    ...(measure.startedOn === undefined ? [] : ["measure.follow-up"]),
    "measure.withdraw-consent",
    "measure.end",
  ];
}
