import { openCell } from "../../contract/followup/open-cell.ts";
import { rowKeysOf } from "../../followup/engine/open-cell.ts";
import { ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { listBehind } from "../../store/views/list-behind.ts";
import { accessEntry } from "../http/denied.ts";
import { handle } from "../http/handler.ts";
import { personLabel } from "../views/labels.ts";
import { viewerOf } from "../views/viewer.ts";
import { logQuestion, scopeOf } from "./scope.ts";

/** More children than this are no list to read, but a table to narrow. */
const mostShown = 100;
const mostRows = 5000;

export const openCellHandler = handle(openCell, async (ctx, { body }) => {
  // The question itself is logged first, whatever it shows; then who was shown, in the transaction that reads them.
  await logQuestion(ctx, openCell);
  const { query, row, column, layer } = body;
  const place = { row, column, layer };
  const keys = await rowKeysOf(ctx.app.followup, scopeOf(ctx), query, place, mostRows);
  if (!keys.ok) return keys;
  const viewer = viewerOf(ctx, openCell.action, openCell.purpose);
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const behind = await listBehind(tx, viewer, keys.value, mostShown);
    const persons = [...new Set(behind.shown.map(({ person }) => person))];
    logView(tx, accessEntry(ctx, openCell, { persons }), ctx.now);
    return ok({
      children: behind.shown.map((line) => ({
        akt: line.akt,
        matter: line.matter,
        child: personLabel(ctx, line),
      })),
      others: behind.all - behind.shown.length,
    });
  });
});
