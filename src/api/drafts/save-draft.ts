import { saveDraft } from "../../contract/drafts/save-draft.ts";
import { ok } from "../../kernel/result.ts";
import { handleConfirming } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { savedAnswer } from "./draft-answer.ts";
import { saveGathered } from "./save-together.ts";

/** Saves are written together with those of others; who asks is confirmed in the same transaction. */
export const saveDraftHandler = handleConfirming(saveDraft, async (ctx, { body }) => {
  const changes = body.changes.map(({ path, base, value, changeId, choose }) => ({
    path,
    base,
    value,
    changeId: uuidOf(changeId),
    ...(choose === undefined ? {} : { choose }),
  }));
  const by = { by: ctx.staff.staff, at: ctx.now };
  const request = { draft: uuidOf(body.draft), changes, ...by };
  const saved = await saveGathered(ctx.app.store, { ctx, request });
  if (!saved.ok) return saved;
  return ok({ savedAt: ctx.now, fields: saved.value.map((field) => savedAnswer(ctx, field)) });
});
