import type { z } from "zod";
import { refusedByRole } from "../../access/policy.ts";
import { receiveReport } from "../../contract/intake/receive-report.ts";
import type { Problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { runIntake } from "../../store/commands/execute-intake.ts";
import type { IntakeRequest } from "../../store/commands/intake-request.ts";
import { transactCommand } from "../../store/commands/transact-command.ts";
import { findDraft } from "../../store/drafts/draft-rows.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { reachDraft } from "../drafts/draft-reach.ts";
import { accessEntry, denial } from "../http/denied.ts";
import { handle, type RequestContext } from "../http/handler.ts";
import { maybeUuid, uuidOf } from "../http/ids.ts";
import { problemShapeOf } from "../http/problem-answer.ts";

/**
 * Anybody who may write in an akt may receive a report about any child: the duty to receive does not ask
 * whose child it is. What the akt already holds is not shown by it.
 */
export const receiveReportHandler = handle(receiveReport, async (ctx, { body }) => {
  const request = requestOf(ctx, body);
  const done = await transactCommand(ctx.app.store, request, async (tx) => {
    const refused = assessmentProblem(ctx, request) ?? (await draftProblem(tx, ctx, request));
    return refused === undefined ? runIntake(ctx.app.store, tx, request) : fail(refused);
  });
  if (!done.ok) return done;
  const { children, warnings } = done.value;
  return ok({
    children: [...children],
    warnings: warnings.map((warning) => problemShapeOf(warning, ctx.app.problemTexts)),
  });
});

/** A protection assessment that comes along is still an assessment. */
function assessmentProblem(ctx: RequestContext, request: IntakeRequest): Problem | undefined {
  if (request.children.every((child) => child.protection === undefined)) return undefined;
  const refusal = refusedByRole(ctx.actor, "akt.assess", "case-handling");
  return refusal === undefined ? undefined : denial(refusal);
}

async function draftProblem(
  tx: Tx,
  ctx: RequestContext,
  request: IntakeRequest,
): Promise<Problem | undefined> {
  if (request.draft === undefined) return undefined;
  // Gone when the command is repeated; the stored answer is then given.
  if ((await findDraft(tx, request.draft)) === undefined) return undefined;
  const reached = await reachDraft(tx, ctx, receiveReport, request.draft);
  return "problem" in reached ? reached.problem : undefined;
}

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
