import type { z } from "zod";
import { receiveReport } from "../../contract/intake/receive-report.ts";
import type { IntakeRequest } from "../../store/commands/intake-request.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type RequestContext } from "../http/handler.ts";
import { maybeUuid, uuidOf } from "../http/ids.ts";
import { roleProblem, runIntakeRoute } from "./run-intake-route.ts";

/**
 * Anybody who may write in an akt may receive a report about any child: the duty to receive does not ask
 * whose child it is. What the akt already holds is not shown by it.
 */
export const receiveReportHandler = handle(receiveReport, async (ctx, { body }) => {
  const request = requestOf(ctx, body);
  const assesses = request.children.some((child) => child.protection !== undefined);
  const refused = assesses ? roleProblem(ctx, "akt.assess") : undefined;
  return runIntakeRoute(ctx, receiveReport, request, refused);
});

function requestOf(ctx: RequestContext, body: z.infer<typeof receiveReport.body>): IntakeRequest {
  const children = body.children.map(({ person, report, matter, protection }) => ({
    person: uuidOf(person),
    report: uuidOf(report),
    matter: uuidOf(matter),
    ...(protection === undefined ? {} : { protection }),
  }));
  const draft = maybeUuid(body.draft);
  return {
    tenant: ctx.tenant,
    actor: ctx.staff.staff,
    commandId: uuidOf(body.commandId),
    data: body.data,
    children,
    reasons: body.reasons,
    access: accessEntry(ctx, receiveReport, { persons: children.map(({ person }) => person) }),
    ...(draft === undefined ? {} : { draft }),
  };
}
