import { type ActionId, route } from "./route.ts";
import { aktCommandBody, commandAnswer, empty } from "./shapes.ts";

/**
 * A command on one akt: `POST /api/v1/<area>/<verb-noun>`. The refusals that follow from the law and the
 * specification carry their own `ruleId`; `problems` names the others.
 */
export function aktCommand(
  area: string,
  verb: string,
  command: string,
  action: ActionId,
  problems: readonly string[] = [],
) {
  return route({
    id: `${area}.${verb}`,
    method: "POST",
    path: `/api/v1/${area}/${verb}`,
    params: empty,
    query: empty,
    body: aktCommandBody,
    answer: commandAnswer,
    action,
    purpose: "case-handling",
    problems: ["command.stale", "command.time-later-than-now", "akt.not-found", ...problems],
    command,
  });
}
