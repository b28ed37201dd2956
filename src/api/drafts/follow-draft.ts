import { followDraft } from "../../contract/drafts/follow-draft.ts";
import { parseInstant } from "../../kernel/instant.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { handleConfirming } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { newsAnswer } from "./draft-answer.ts";
import { lookGathered } from "./look-together.ts";

/**
 * Opening the draft was logged; looking again is logged only when it shows something that somebody else has
 * written since. Every open page looks at intervals, so looks are carried out together.
 */
export const followDraftHandler = handleConfirming(followDraft, async (ctx, { body }) => {
  const since = body.since === null ? ctx.now : parseInstant(body.since);
  if (since === undefined) {
    return fail(problem("request.shape", { status: 400, pointer: "/since" }));
  }
  const draft = uuidOf(body.draft);
  const seen = await lookGathered(ctx.app.store, { ctx, draft, since, begun: body.begun });
  if (!seen.ok) return seen;
  return ok({ at: ctx.now, ...newsAnswer(ctx, seen.value) });
});
