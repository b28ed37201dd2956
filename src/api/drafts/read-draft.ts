import { readDraft } from "../../contract/drafts/read-draft.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { readDraft as readStored } from "../../store/drafts/open-draft.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { accessEntry } from "../http/denied.ts";
import { handle } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { draftAnswer } from "./draft-answer.ts";
import { reachDraft } from "./draft-reach.ts";

export const readDraftHandler = handle(readDraft, async (ctx, { params }) =>
  inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const id = uuidOf(params.draft);
    const reached = await reachDraft(tx, ctx, readDraft, id);
    if ("problem" in reached) return fail(reached.problem);
    const draft = await readStored(tx, id);
    if (draft === undefined) return fail(problem("draft.not-found", { status: 404 }));
    const { akt } = reached;
    const about = {
      persons: akt === undefined ? [] : [akt.person],
      ...(akt === undefined ? {} : { akt: akt.akt }),
    };
    logView(tx, accessEntry(ctx, readDraft, about), ctx.now);
    return ok(draftAnswer(ctx, draft));
  }),
);
