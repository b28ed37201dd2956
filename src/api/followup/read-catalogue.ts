import { readCatalogue } from "../../contract/followup/read-catalogue.ts";
import { askedOnRequest } from "../../domain/document-facts.ts";
import { readCatalogue as catalogueOf } from "../../followup/engine/read-catalogue.ts";
import { handle } from "../http/handler.ts";
import { logQuestion, scopeOf } from "./scope.ts";

export const readCatalogueHandler = handle(readCatalogue, async (ctx) => {
  await logQuestion(ctx, readCatalogue);
  const { pack } = ctx.app.store.packs.current(ctx.tenant);
  const { variables } = await catalogueOf(ctx.app.followup, scopeOf(ctx));
  const onRequest = [...askedOnRequest(pack)];
  return {
    ok: true,
    value: { variables, onRequest, asked: [...(ctx.organisation.state.asked ?? [])] },
  };
});
