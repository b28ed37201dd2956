import { problem } from "../../kernel/problem.ts";
import type { Demand } from "../command-definition.ts";

/** An investigation has one plan, in versions. */
export const noPlanYet: Demand = ({ matter }) =>
  matter?.plan === undefined ? undefined : problem("plan.made-already", { status: 409 });

export const planThere: Demand = ({ matter }) =>
  matter?.plan === undefined ? problem("plan.none", { status: 409 }) : undefined;
