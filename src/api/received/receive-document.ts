import { findFactsOfAkter, mayInMatter, type AktFacts } from "../../access/akt-reach.ts";
import { receiveDocument } from "../../contract/received/receive-document.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { transactCommand } from "../../store/commands/transact-command.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { runReceive, type ReceivedChild } from "../../store/received/receive-document.ts";
import { accessEntry, denial } from "../http/denied.ts";
import { handle, type Input, type RequestContext } from "../http/handler.ts";
import { maybeUuid, uuidOf } from "../http/ids.ts";
import { problemShapeOf } from "../http/problem-answer.ts";

type Wanted = Input<typeof receiveDocument>["body"]["children"][number];

/**
 * Whoever may write in the matter of every child takes the document in; out of reach of one it is refused for
 * all. Each akt is written in the access log by itself.
 */
export const receiveDocumentHandler = handle(receiveDocument, async (ctx, { body }) => {
  const [first] = body.children;
  if (first === undefined) return fail(problem("akt.not-found", { status: 404 }));
  const upload = maybeUuid(body.upload);
  const base = {
    tenant: ctx.tenant,
    actor: ctx.staff.staff,
    commandId: uuidOf(first.commandId),
    access: accessEntry(ctx, receiveDocument, {
      akt: uuidOf(first.akt),
      matter: uuidOf(first.matter),
      persons: [],
    }),
  };
  const done = await transactCommand(ctx.app.store, base, async (tx) => {
    const children = await reach(tx, ctx, body.children);
    if (!children.ok) return children;
    return runReceive(ctx.app.store, tx, {
      actor: base.actor,
      data: body.data,
      children: children.value,
      reasons: body.reasons,
      now: ctx.now,
      ...(upload === undefined ? {} : { upload }),
    });
  });
  if (!done.ok) return done;
  const receivedIn = new Map(body.children.map(({ akt, received }) => [akt, received]));
  const warnings = done.value.flatMap((answer) => answer.warnings);
  return ok({
    children: done.value.map(({ akt, seq }) => ({
      akt,
      seq,
      received: receivedIn.get(akt) ?? akt,
    })),
    warnings: warnings.map((warning) => problemShapeOf(warning, ctx.app.problemTexts)),
  });
});

async function reach(
  tx: Tx,
  ctx: RequestContext,
  wanted: readonly Wanted[],
): Promise<Result<readonly ReceivedChild[]>> {
  const akter = await findFactsOfAkter(
    tx,
    wanted.map(({ akt }) => uuidOf(akt)),
  );
  const children: ReceivedChild[] = [];
  for (const each of wanted) {
    const matter = uuidOf(each.matter);
    const facts = akter.get(uuidOf(each.akt));
    if (facts === undefined) return fail(problem("akt.not-found", { status: 404 }));
    const { action, purpose } = receiveDocument;
    const verdict = mayInMatter(ctx.actor, action, purpose, facts, matter);
    if ("deny" in verdict) return fail(denial(verdict.deny, ctx));
    children.push(childOf(ctx, each, facts, matter));
  }
  return ok(children);
}

function childOf(ctx: RequestContext, each: Wanted, facts: AktFacts, matter: Uuid): ReceivedChild {
  const { akt, person } = facts;
  return {
    commandId: uuidOf(each.commandId),
    akt,
    matter,
    received: uuidOf(each.received),
    person,
    access: accessEntry(ctx, receiveDocument, { akt, matter, persons: [person] }),
  };
}
