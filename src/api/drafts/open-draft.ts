import { findAktFacts, type AktFacts } from "../../access/akt-reach.ts";
import { openDraft } from "../../contract/drafts/open-draft.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { findDocument } from "../../spec/lookup.ts";
import { logView } from "../../store/access-log.ts";
import { carryOver } from "../../store/drafts/carry-over.ts";
import { openDraft as openStored } from "../../store/drafts/open-draft.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { accessEntry, denied } from "../http/denied.ts";
import { handle } from "../http/handler.ts";
import { maybeUuid, uuidOf } from "../http/ids.ts";
import { draftAnswer } from "./draft-answer.ts";
import { documentRefusal, matterRefusal, reachDraft } from "./draft-reach.ts";
import { SeenFields } from "./seen-fields.ts";

/** Opening is logged; each save is not, because the draft itself keeps who changed which field and when. */
export const openDraftHandler = handle(openDraft, async (ctx, { body }) => {
  const { store } = ctx.app;
  const akt = maybeUuid(body.akt);
  const matter = maybeUuid(body.matter);
  const item = maybeUuid(body.item);
  const { digest, pack } = store.packs.current(ctx.tenant, matter ?? uuidOf(body.draft));
  if (findDocument(pack, body.document) === undefined) {
    return fail(problem("draft.document-unknown", { pointer: "/document" }));
  }
  const wanted = {
    draft: uuidOf(body.draft),
    document: body.document,
    specDigest: digest,
    by: ctx.staff.staff,
    at: ctx.now,
    ...(akt === undefined ? {} : { akt }),
    ...(matter === undefined ? {} : { matter }),
    ...(item === undefined ? {} : { item }),
  };
  return inTenant(store.pools.app, ctx.tenant, async (tx) => {
    const facts = akt === undefined ? undefined : await findAktFacts(tx, akt);
    if (akt !== undefined && facts === undefined) return fail(problem("akt.not-found"));
    if (!isPlace(facts, matter)) return fail(problem("matter.not-found", { status: 404 }));
    const persons = facts === undefined ? [] : [facts.person];
    const entry = accessEntry(ctx, openDraft, { persons, ...(akt === undefined ? {} : { akt }) });
    const rule =
      documentRefusal(ctx, body.document) ??
      (facts === undefined ? undefined : matterRefusal(ctx, facts, matter));
    if (rule !== undefined) return fail(await denied(tx, ctx, entry, rule));
    const opened = await openStored(tx, wanted);
    if (!opened.ok) return opened;
    const reached = await reachDraft(tx, ctx, openDraft, opened.value.draft);
    if ("problem" in reached) return fail(reached.problem);
    logView(tx, entry, ctx.now);
    const by = { by: ctx.staff.staff, at: ctx.now };
    const draft = await carryOver(store, tx, opened.value, by);
    return ok(draftAnswer(ctx, draft, new SeenFields(ctx, reached)));
  });
});

/** A draft belongs to a matter of an akt, or to neither: what is written before there is an akt. */
function isPlace(facts: AktFacts | undefined, matter: Uuid | undefined): boolean {
  if (facts === undefined) return matter === undefined;
  return matter !== undefined && facts.matters.has(matter);
}
