import { makeExtract } from "../../contract/followup/download-extract.ts";
import { makeExtract as extractOf } from "../../followup/extract/make-extract.ts";
import { ok } from "../../kernel/result.ts";
import { handle } from "../http/handler.ts";
import { logQuestion, scopeOf } from "./scope.ts";

/** Counts the rows and keeps what they are for; who asked stands in the access log before there is an answer. */
export const makeExtractHandler = handle(makeExtract, async (ctx, { body }) => {
  await logQuestion(ctx, makeExtract);
  const { followup, store, randomBytes } = ctx.app;
  const deps = { followup, app: store.pools.app, randomBytes };
  const order = { ...body, madeBy: ctx.staff.staff, at: ctx.now };
  const made = await extractOf(deps, scopeOf(ctx), order);
  if (!made.ok) return made;
  const { extract, rowCount, madeAt } = made.value;
  return ok({ extract, rows: rowCount, cutOff: madeAt });
});
