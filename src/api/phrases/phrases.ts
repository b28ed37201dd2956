import { listPhrases } from "../../contract/phrases/list-phrases.ts";
import { removePhrase } from "../../contract/phrases/remove-phrase.ts";
import { savePhrase } from "../../contract/phrases/save-phrase.ts";
import { ok } from "../../kernel/result.ts";
import { logAccess } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import {
  listPhrases as listStored,
  removePhrase as removeStored,
  savePhrase as saveStored,
  type PhraseReach,
} from "../../store/phrases.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { staffRef, unitRef } from "../views/labels.ts";

/** Nothing about children: words of one's own and of the unit. */
export const listPhrasesHandler = handle(listPhrases, async (ctx) => {
  const rows = await inTenant(ctx.app.store.pools.app, ctx.tenant, (tx) =>
    listStored(tx, reachOf(ctx)),
  );
  return ok({
    unit: unitRef(ctx, ctx.staff.unit),
    phrases: rows.map(({ phrase, unit, name, words, changedBy, changedAt }) => ({
      phrase,
      shared: unit !== null,
      name,
      words,
      by: staffRef(ctx, changedBy)?.name ?? "",
      at: changedAt,
    })),
  });
});

export const savePhraseHandler = handle(savePhrase, async (ctx, { body }) =>
  inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const phrase = { ...body, phrase: uuidOf(body.phrase) };
    const saved = await saveStored(tx, reachOf(ctx), phrase, ctx.now);
    if (!saved.ok) return saved;
    logAccess(tx, "command", accessEntry(ctx, savePhrase, { persons: [] }), ctx.now);
    return ok({});
  }),
);

export const removePhraseHandler = handle(removePhrase, async (ctx, { body }) =>
  inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const removed = await removeStored(tx, reachOf(ctx), uuidOf(body.phrase));
    if (!removed.ok) return removed;
    logAccess(tx, "command", accessEntry(ctx, removePhrase, { persons: [] }), ctx.now);
    return ok({});
  }),
);

function reachOf({ staff }: RequestContext): PhraseReach {
  return { staff: staff.staff, unit: staff.unit };
}
