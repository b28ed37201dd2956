import { discardDraft } from "../../contract/drafts/discard-draft.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { logAccess } from "../../store/access-log.ts";
import { deleteDraft } from "../../store/drafts/draft-rows.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { accessEntry } from "../http/denied.ts";
import { handle } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { reachDraft } from "./draft-reach.ts";

export const discardDraftHandler = handle(discardDraft, async (ctx, { body }) =>
  inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const id = uuidOf(body.draft);
    const reached = await reachDraft(tx, ctx, discardDraft, id);
    if ("problem" in reached) return fail(reached.problem);
    if (!(await deleteDraft(tx, id))) return fail(problem("draft.not-found", { status: 404 }));
    const { akt } = reached;
    const about = {
      persons: akt === undefined ? [] : [akt.person],
      ...(akt === undefined ? {} : { akt: akt.akt }),
    };
    logAccess(tx, "command", accessEntry(ctx, discardDraft, about), ctx.now);
    return ok({});
  }),
);
