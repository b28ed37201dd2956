import { makeTable } from "../../contract/followup/make-table.ts";
import { makeTable as tableOf } from "../../followup/engine/make-table.ts";
import { handle } from "../http/handler.ts";
import { logQuestion, scopeOf } from "./scope.ts";

export const makeTableHandler = handle(makeTable, async (ctx, { body }) => {
  await logQuestion(ctx, makeTable);
  return tableOf(ctx.app.followup, scopeOf(ctx), body);
});
