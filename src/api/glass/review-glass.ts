import { findAktFacts } from "../../access/akt-reach.ts";
import { glassOutcomes, glassReason, isToFollowUp } from "../../access/glass.ts";
import { reviewGlass } from "../../contract/glass/review-glass.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { runAkt } from "../../store/commands/execute-akt.ts";
import { transactCommand } from "../../store/commands/transact-command.ts";
import { findGlass } from "../../store/views/glass.ts";
import { accessEntry, denial } from "../http/denied.ts";
import { handle } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { openerOf } from "./list-glass.ts";

export const reviewGlassHandler = handle(reviewGlass, async (ctx, { body }) => {
  const [akt, opening] = [uuidOf(body.akt), uuidOf(body.opening)];
  const note = body.note.trim();
  const entry = accessEntry(ctx, reviewGlass, { akt, persons: [] });
  const request = {
    tenant: ctx.tenant,
    actor: ctx.actor.staff,
    commandId: uuidOf(body.commandId),
    access: entry,
    akt,
    type: "glass.review",
    ids: { opening },
    data: { outcome: body.outcome, note },
    reasons: {},
    expect: {},
  };
  const { store } = ctx.app;
  const done = await transactCommand(store, request, async (tx) => {
    const [facts, line] = await Promise.all([findAktFacts(tx, akt), findGlass(tx, akt, opening)]);
    if (facts === undefined) return fail(problem("akt.not-found", { status: 404 }));
    if (line === undefined) return fail(problem("glass.unknown", { status: 404 }));
    if (line.staff === ctx.actor.staff) return fail(problem("glass.own", { status: 403 }));
    if (!isToFollowUp(ctx.actor, openerOf(ctx, line.staff), line.units)) {
      return fail(denial("access.not-yours", ctx));
    }
    if (!glassOutcomes.some(({ id }) => id === body.outcome)) {
      return fail(problem("glass.outcome-unknown", { status: 422, pointer: "/outcome" }));
    }
    if (note === "" || note.length > glassReason.longest) {
      return fail(problem("glass.note-missing", { status: 422, pointer: "/note" }));
    }
    const access = { ...entry, persons: [facts.person] };
    return runAkt(store, tx, { ...request, access });
  });
  return done.ok ? ok({ done: true as const }) : done;
});
