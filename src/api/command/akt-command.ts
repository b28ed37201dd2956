import type { z } from "zod";
import { findAktFacts, mayInMatter, type AktFacts } from "../../access/akt-reach.ts";
import type { aktCommand } from "../../contract/akt-command.ts";
import type { aktCommandBody, CommandAnswer } from "../../contract/shapes.ts";
import { definitions } from "../../domain/definitions.ts";
import { instantOfLocal, parseLocalDateTime, type Instant } from "../../kernel/instant.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { readForAkt, runAkt } from "../../store/commands/execute-akt.ts";
import type { AktAnswer, AktRequest } from "../../store/commands/request.ts";
import { transactCommand } from "../../store/commands/transact-command.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { accessEntry, denial } from "../http/denied.ts";
import { handleConfirming, type BoundHandler, type RequestContext } from "../http/handler.ts";
import { maybeUuid, uuidOf, uuidsOf } from "../http/ids.ts";
import { problemShapeOf } from "../http/problem-answer.ts";
import { toldChanges } from "../views/clock-changes.ts";
import { deciderProblem } from "./decider.ts";

type AktRoute = ReturnType<typeof aktCommand>;

/**
 * The handler of every command on an akt. Policy and command run in one transaction: what the policy saw is
 * what the command changes, and a refusal of either leaves its row in the access log.
 */
export function aktCommandHandler(route: AktRoute): BoundHandler {
  return handleConfirming(route, async (ctx, { body }) => {
    const request = requestOf(ctx, route, body);
    if (!request.ok) return request;
    const done = await transactCommand(ctx.app.store, request.value, async (tx) => {
      const { store } = ctx.app;
      // Waited for together: when the connection breaks each of them fails, and a failure that nobody waits
      // for ends the whole program.
      const first = Promise.all([ctx.confirm(tx), findAktFacts(tx, request.value.akt)]);
      const reads = readForAkt(store, tx, request.value);
      const [, akt] = await first;
      if (akt === undefined) return fail(problem("akt.not-found", { status: 404 }));
      const refused = await refusal(tx, ctx, route, request.value, akt);
      if (refused !== undefined) return fail(refused);
      const access = { ...request.value.access, persons: [akt.person] };
      return runAkt(store, tx, { ...request.value, access }, undefined, reads);
    });
    return done.ok ? ok(answerOf(ctx, done.value)) : done;
  });
}

async function refusal(
  tx: Tx,
  ctx: RequestContext,
  route: AktRoute,
  request: AktRequest,
  akt: AktFacts,
): Promise<Problem | undefined> {
  const matter = request.matter ?? request.akt;
  const verdict = mayInMatter(ctx.actor, route.action, route.purpose, akt, matter);
  if ("deny" in verdict) return denial(verdict.deny);
  return mayBeDecision(route) ? deciderProblem(tx, ctx, request) : undefined;
}

/** Decisions have routes of their own; some smaller acts are decisions too. */
function mayBeDecision(route: AktRoute): boolean {
  return route.action === "akt.decide" || definitions[route.command ?? ""]?.decides !== undefined;
}

function requestOf(
  ctx: RequestContext,
  route: AktRoute,
  body: z.infer<typeof aktCommandBody>,
): Result<AktRequest> {
  const occurredAt = momentOf(body.occurredAt);
  if (!occurredAt.ok) return occurredAt;
  const akt = uuidOf(body.akt);
  const matter = maybeUuid(body.matter);
  const draft = maybeUuid(body.draft);
  const about = { akt, ...(matter === undefined ? {} : { matter }), persons: [] };
  return ok({
    tenant: ctx.tenant,
    actor: ctx.staff.staff,
    commandId: uuidOf(body.commandId),
    akt,
    type: route.command ?? "",
    ids: uuidsOf(body.ids),
    data: body.data,
    reasons: body.reasons,
    expect: body.expect,
    access: accessEntry(ctx, route, about),
    ...(matter === undefined ? {} : { matter }),
    ...(draft === undefined ? {} : { draft }),
    ...(occurredAt.value === undefined ? {} : { occurredAt: occurredAt.value }),
  });
}

function momentOf(text: string | undefined): Result<Instant | undefined> {
  if (text === undefined) return ok(undefined);
  const local = parseLocalDateTime(text);
  if (local !== undefined) return ok(instantOfLocal(local));
  return fail(problem("request.shape", { pointer: "/occurredAt", params: { expected: "date" } }));
}

function answerOf(ctx: RequestContext, answer: AktAnswer): CommandAnswer {
  return {
    akt: answer.akt,
    seq: answer.seq,
    events: answer.events.map(({ seq, type }) => ({ seq, type })),
    warnings: [
      ...answer.warnings.map((warning) => problemShapeOf(warning, ctx.app.problemTexts)),
      ...toldChanges(ctx, answer.clocks ?? []).map((told) => ({
        ...told,
        severity: "tell" as const,
      })),
    ],
  };
}
