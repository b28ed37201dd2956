import { refusedByRole } from "../../access/policy.ts";
import type { ActionId } from "../../contract/route.ts";
import type { Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { runIntake } from "../../store/commands/execute-intake.ts";
import type { IntakeAnswer, IntakeRequest } from "../../store/commands/intake-request.ts";
import { transactCommand } from "../../store/commands/transact-command.ts";
import { findDraft } from "../../store/drafts/draft-rows.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { reachDraft } from "../drafts/draft-reach.ts";
import { denial, type LoggedRoute } from "../http/denied.ts";
import type { RequestContext } from "../http/handler.ts";
import { problemShapeOf } from "../http/problem-answer.ts";

/**
 * Carries out what came in about children, and gives the answer of its route. `refused` is what the policy
 * says of acts that come along; like a draft out of reach it refuses the whole.
 */
export async function runIntakeRoute(
  ctx: RequestContext,
  route: LoggedRoute,
  request: IntakeRequest,
  refused: Problem | undefined,
) {
  const done = await transactCommand<IntakeAnswer>(ctx.app.store, request, async (tx) => {
    const refusal = refused ?? (await draftProblem(tx, ctx, route, request));
    return refusal === undefined ? runIntake(ctx.app.store, tx, request) : fail(refusal);
  });
  return answerOf(ctx, done);
}

/** What comes along with a report or an application is still the act it is. */
export function roleProblem(ctx: RequestContext, action: ActionId): Problem | undefined {
  const refusal = refusedByRole(ctx.actor, action, "case-handling");
  return refusal === undefined ? undefined : denial(refusal, ctx);
}

async function draftProblem(
  tx: Tx,
  ctx: RequestContext,
  route: LoggedRoute,
  request: IntakeRequest,
): Promise<Problem | undefined> {
  if (request.draft === undefined) return undefined;
  // Gone when the command is repeated; the stored answer is then given.
  if ((await findDraft(tx, request.draft)) === undefined) return undefined;
  const reached = await reachDraft(tx, ctx, route, request.draft);
  return "problem" in reached ? reached.problem : undefined;
}

function answerOf(ctx: RequestContext, done: Result<IntakeAnswer>) {
  if (!done.ok) return done;
  const { children, warnings } = done.value;
  return ok({
    children: [...children],
    warnings: warnings.map((warning) => problemShapeOf(warning, ctx.app.problemTexts)),
  });
}
