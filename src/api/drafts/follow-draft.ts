import { followDraft } from "../../contract/drafts/follow-draft.ts";
import { instantOfMillis, millisOf, parseInstant } from "../../kernel/instant.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { changedSince, draftField } from "../../store/drafts/draft-rows.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { handle } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { fieldAnswers } from "./draft-answer.ts";
import { logDraftView, reachDraft } from "./draft-reach.ts";

/** Somebody who saved this recently is writing there: longer than two saves of one who types on. */
const WRITING_MS = 10_000;
/** A save may be committed a little after the time it carries. */
const OVERLAP_MS = 5000;

/**
 * Opening the draft was logged; looking again is logged only when it shows something that somebody else has
 * written since.
 */
export const followDraftHandler = handle(followDraft, async (ctx, { body }) =>
  inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const draft = uuidOf(body.draft);
    const since = body.since === null ? ctx.now : parseInstant(body.since);
    if (since === undefined) {
      return fail(problem("request.shape", { status: 400, pointer: "/since" }));
    }
    const reached = await reachDraft(tx, ctx, followDraft, draft);
    if ("problem" in reached) return fail(reached.problem);
    const now = millisOf(ctx.now);
    const from = Math.min(millisOf(since) - OVERLAP_MS, now - WRITING_MS);
    const recent = await changedSince(tx, draft, instantOfMillis(from));
    const others = recent.filter(({ by }) => by !== ctx.staff.staff);
    const fresh = recent.filter(({ at }) => millisOf(at) >= millisOf(since) - OVERLAP_MS);
    if (others.some((field) => fresh.includes(field))) {
      logDraftView(tx, ctx, followDraft, reached);
    }
    return ok({
      at: ctx.now,
      fields: fieldAnswers(ctx, fresh.map(draftField)),
      writers: fieldAnswers(
        ctx,
        others.filter(({ at }) => millisOf(at) >= now - WRITING_MS).map(draftField),
      ).map(({ path, by }) => ({ path, name: by })),
    });
  }),
);
