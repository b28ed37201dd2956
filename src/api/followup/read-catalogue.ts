import { readCatalogue } from "../../contract/followup/read-catalogue.ts";
import { readCatalogue as catalogueOf } from "../../followup/engine/read-catalogue.ts";
import { handle } from "../http/handler.ts";
import { logQuestion, scopeOf } from "./scope.ts";

export const readCatalogueHandler = handle(readCatalogue, async (ctx) => {
  await logQuestion(ctx, readCatalogue);
  return { ok: true, value: await catalogueOf(ctx.app.followup, scopeOf(ctx)) };
});
