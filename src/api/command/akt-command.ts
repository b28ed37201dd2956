import type { z } from "zod";
import type { aktCommandBody, CommandAnswer } from "../../contract/shapes.ts";
import { instantOfLocal, parseLocalDateTime, type Instant } from "../../kernel/instant.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { AktAnswer, AktRequest } from "../../store/commands/request.ts";
import { accessEntry } from "../http/denied.ts";
import { handleConfirming, type BoundHandler, type RequestContext } from "../http/handler.ts";
import { maybeUuid, uuidOf, uuidsOf } from "../http/ids.ts";
import { problemShapeOf } from "../http/problem-answer.ts";
import { toldChanges } from "../views/clock-changes.ts";
import { carryOut, type AktRoute } from "./carry-out.ts";

/** The handler of every command on an akt. */
export function aktCommandHandler(route: AktRoute): BoundHandler {
  return handleConfirming(route, async (ctx, { body }) => {
    const request = requestOf(ctx, route, body);
    if (!request.ok) return request;
    const done = await carryOut({ ctx, route, request: request.value });
    return done.ok ? ok(answerOf(ctx, done.value)) : done;
  });
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
