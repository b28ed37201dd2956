import { findAktFacts, mayReadAkt } from "../../access/akt-reach.ts";
import { glassKinds, glassReason, glassUntil, neverByGlass } from "../../access/glass.ts";
import { isBarred } from "../../access/policy.ts";
import { openGlass } from "../../contract/glass/open-glass.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { runAkt } from "../../store/commands/execute-akt.ts";
import { transactCommand } from "../../store/commands/transact-command.ts";
import { accessEntry } from "../http/denied.ts";
import { handle } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";

export const openGlassHandler = handle(openGlass, async (ctx, { body }) => {
  const [akt, opening] = [uuidOf(body.akt), uuidOf(body.opening)];
  const reason = body.reason.trim();
  const until = glassUntil(ctx.now);
  const entry = accessEntry(ctx, openGlass, { akt, persons: [] });
  const request = {
    tenant: ctx.tenant,
    actor: ctx.actor.staff,
    commandId: uuidOf(body.commandId),
    access: { ...entry, glass: opening },
    akt,
    type: "glass.open",
    ids: { opening },
    data: { kind: body.kind, reason },
    computed: { until, neverFor: neverByGlass },
    reasons: {},
    expect: {},
  };
  const { store } = ctx.app;
  const done = await transactCommand(store, request, async (tx) => {
    const facts = await findAktFacts(tx, akt);
    if (facts === undefined) return fail(problem("akt.not-found", { status: 404 }));
    if (!glassKinds.some(({ id }) => id === body.kind)) {
      return fail(problem("glass.kind-unknown", { status: 422, pointer: "/kind" }));
    }
    if (reason.length < glassReason.shortest || reason.length > glassReason.longest) {
      const params = { n: glassReason.shortest };
      return fail(problem("glass.reason-missing", { status: 422, pointer: "/reason", params }));
    }
    // Whoever has the matter reads it as usual: an opening would say that there was no task.
    const reading = mayReadAkt(ctx.actor, "akt.read", openGlass.purpose, facts);
    if (!("deny" in reading)) return fail(problem("glass.not-needed", { status: 409 }));
    if (isBarred(ctx.actor, akt)) return fail(problem("glass.not-this-way", { status: 403 }));
    const access = { ...request.access, persons: [facts.person] };
    return runAkt(store, tx, { ...request, access });
  });
  return done.ok ? ok({ until }) : done;
});
