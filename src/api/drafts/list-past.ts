import { listPast } from "../../contract/drafts/list-past.ts";
import { fail, ok } from "../../kernel/result.ts";
import { readPast } from "../../store/drafts/draft-rows.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { handle } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { logDraftView, reachDraft } from "./draft-reach.ts";
import { SeenFields } from "./seen-fields.ts";

export const listPastHandler = handle(listPast, async (ctx, { body }) =>
  inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const draft = uuidOf(body.draft);
    const reached = await reachDraft(tx, ctx, listPast, draft);
    if ("problem" in reached) return fail(reached.problem);
    const all = await readPast(tx, draft, body.path);
    const past = new SeenFields(ctx, reached).of(all.map((each) => ({ ...each, path: body.path })));
    logDraftView(tx, ctx, listPast, reached);
    const nameOf = (staff: string) => ctx.organisation.staff.get(staff)?.name ?? "";
    return ok({
      versions: past.map(({ rev, value, by, at }) => ({ rev, value, by: nameOf(by), at })),
    });
  }),
);
