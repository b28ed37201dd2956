import { textOf } from "../read.ts";
import type { CommandSubject } from "../command-definition.ts";

/**
 * The kind of a decision as the delegation matrix names it: the type of the decision, made narrower by the
 * form of placement where the law delegates forms differently (`care-outside-home` becomes
 * `care-outside-home.family-home`).
 */
export function decisionKind({ command }: CommandSubject): string {
  const type = textOf(command.data["type"]) ?? "";
  const form = textOf(command.data["placementForm"]);
  return form === undefined ? type : `${type}.${form}`;
}
