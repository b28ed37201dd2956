import { saveDraft } from "../../contract/drafts/save-draft.ts";
import { fail, ok } from "../../kernel/result.ts";
import { saveDraft as saveStored } from "../../store/drafts/save-draft.ts";
import { handleInTx } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { fieldAnswers } from "./draft-answer.ts";
import { reachDraft } from "./draft-reach.ts";

export const saveDraftHandler = handleInTx(saveDraft, async (ctx, { body }, tx) => {
  const { store } = ctx.app;
  const draft = uuidOf(body.draft);
  const changes = body.changes.map(({ path, base, value, changeId, choose }) => ({
    path,
    base,
    value,
    changeId: uuidOf(changeId),
    ...(choose === undefined ? {} : { choose }),
  }));
  const reached = await reachDraft(tx, ctx, saveDraft, draft);
  if ("problem" in reached) return fail(reached.problem);
  const request = { draft, changes, by: ctx.staff.staff, at: ctx.now };
  const saved = await saveStored(tx, store.packs, request);
  if (!saved.ok) return saved;
  return ok({ savedAt: ctx.now, fields: fieldAnswers(ctx, saved.value) });
});
