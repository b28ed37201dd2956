import { followDraft } from "../../contract/drafts/follow-draft.ts";
import { parseInstant } from "../../kernel/instant.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { changedSince, draftField } from "../../store/drafts/draft-rows.ts";
import { draftNews, newsFrom } from "../../store/drafts/draft-news.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { handle } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { fieldAnswers } from "./draft-answer.ts";
import { logDraftView, reachDraft } from "./draft-reach.ts";

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
    const asked = { by: ctx.staff.staff, since, now: ctx.now };
    const recent = await changedSince(tx, draft, newsFrom(asked));
    const { fresh, writing, showsOthers } = draftNews(recent, asked);
    if (showsOthers) logDraftView(tx, ctx, followDraft, reached);
    return ok({
      at: ctx.now,
      fields: fieldAnswers(ctx, fresh.map(draftField)),
      writers: fieldAnswers(ctx, writing.map(draftField)).map(({ path, by }) => ({
        path,
        name: by,
      })),
    });
  }),
);
