import { saveDraft } from "../../contract/drafts/save-draft.ts";
import { parseInstant } from "../../kernel/instant.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { handleConfirming } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { newsAnswer, savedAnswer } from "./draft-answer.ts";
import { saveGathered } from "./save-together.ts";

/** Saves are written together with those of others; who asks is confirmed in the same transaction. */
export const saveDraftHandler = handleConfirming(saveDraft, async (ctx, { body }) => {
  const since = body.since === undefined ? undefined : parseInstant(body.since);
  if (body.since !== undefined && since === undefined) {
    return fail(problem("request.shape", { status: 400, pointer: "/since" }));
  }
  const changes = body.changes.map(({ path, base, value, changeId, over, choose, seen }) => ({
    path,
    base,
    value,
    changeId: uuidOf(changeId),
    ...(over === undefined ? {} : { over: uuidOf(over) }),
    ...(choose === undefined ? {} : { choose }),
    ...(seen === undefined ? {} : { seen }),
  }));
  const by = { by: ctx.staff.staff, at: ctx.now };
  const request = { draft: uuidOf(body.draft), changes, ...by };
  const saved = await saveGathered(ctx.app.store, { ctx, request, since, begun: body.begun });
  if (!saved.ok) return saved;
  const { fields, news } = saved.value;
  return ok({
    savedAt: ctx.now,
    fields: fields.map((field) => savedAnswer(ctx, field)),
    ...(news === undefined ? {} : { news: newsAnswer(ctx, news) }),
  });
});
