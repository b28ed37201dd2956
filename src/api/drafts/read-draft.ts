import { readDraft } from "../../contract/drafts/read-draft.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { readDraft as readStored } from "../../store/drafts/open-draft.ts";
import { handleInTx } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { draftAnswer } from "./draft-answer.ts";
import { logDraftView, reachDraft } from "./draft-reach.ts";
import { SeenFields } from "./seen-fields.ts";

export const readDraftHandler = handleInTx(readDraft, async (ctx, { params }, tx) => {
  const id = uuidOf(params.draft);
  const reached = await reachDraft(tx, ctx, readDraft, id);
  if ("problem" in reached) return fail(reached.problem);
  const draft = await readStored(tx, id);
  if (draft === undefined) return fail(problem("draft.not-found", { status: 404 }));
  logDraftView(tx, ctx, readDraft, reached);
  return ok(draftAnswer(ctx, draft, new SeenFields(ctx, reached)));
});
