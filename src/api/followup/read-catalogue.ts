import { readCatalogue } from "../../contract/followup/read-catalogue.ts";
import { askedOnRequest } from "../../domain/document-facts.ts";
import { readCatalogue as catalogueOf } from "../../followup/engine/read-catalogue.ts";
import { ok } from "../../kernel/result.ts";
import { handle } from "../http/handler.ts";
import { staffName } from "../views/labels.ts";
import { logQuestion, scopeOf } from "./scope.ts";

export const readCatalogueHandler = handle(readCatalogue, async (ctx) => {
  await logQuestion(ctx, readCatalogue);
  const { pack } = ctx.app.store.packs.current(ctx.tenant);
  const catalogue = await catalogueOf(ctx.app.followup, scopeOf(ctx));
  const { asked = [], askedBy = {} } = ctx.organisation.state;
  return ok({
    ...catalogue,
    onRequest: [...askedOnRequest(pack)],
    asked: [...asked],
    units: ctx.organisation.state.units.map(({ unit, name }) => ({ id: unit, name })),
    switchedOn: asked.flatMap((id) => {
      const since = askedBy[id];
      return since === undefined ? [] : [{ id, by: staffName(ctx, since.by), on: since.on }];
    }),
  });
});
