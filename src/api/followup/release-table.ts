import { readRelease, releaseTable } from "../../contract/followup/release-table.ts";
import { findRelease, releaseTable as released } from "../../followup/release/release-table.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { handle } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { logQuestion, scopeOf } from "./scope.ts";

export const releaseTableHandler = handle(releaseTable, async (ctx, { body }) => {
  await logQuestion(ctx, releaseTable);
  const { followup, store } = ctx.app;
  const deps = { ...followup, app: store.pools.app };
  const releasing = { by: ctx.staff.staff, release: store.ids.next() };
  return released(deps, scopeOf(ctx), body, releasing);
});

export const readReleaseHandler = handle(readRelease, async (ctx, { params }) => {
  await logQuestion(ctx, readRelease);
  const found = await inTenant(ctx.app.store.pools.app, ctx.tenant, (tx) =>
    findRelease(tx, uuidOf(params.release)),
  );
  return found === undefined ? fail(problem("followup.no-release")) : ok(found);
});
