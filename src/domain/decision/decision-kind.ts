import { textOf } from "../read.ts";
import { decisionOfAct } from "../../spec/recording.ts";
import type { DecisionSubject } from "../command-definition.ts";

/**
 * The kind of a decision as the delegation matrix names it: the type of the decision, made narrower by the
 * form of placement where the law delegates forms differently (`care-outside-home` becomes
 * `care-outside-home.family-home`).
 */
export function decisionKind({ command }: DecisionSubject): string {
  const type = textOf(command.data["type"]) ?? "";
  const form = textOf(command.data["placementForm"]);
  return form === undefined ? type : `${type}.${form}`;
}

/** The kind of decision that a smaller act is, by the specification; undefined when it is none. */
export function actDecision({ command, ctx }: DecisionSubject): string | undefined {
  return decisionOfAct(ctx.pack, textOf(command.data["kind"]) ?? "");
}
