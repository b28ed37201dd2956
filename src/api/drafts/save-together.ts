import { findFactsOfDrafts } from "../../access/akt-reach.ts";
import { saveDraft } from "../../contract/drafts/save-draft.ts";
import { fail, type Result } from "../../kernel/result.ts";
import { lockToSave, type SaveDraft, type SavedField } from "../../store/drafts/save-draft.ts";
import type { Store } from "../../store/deps.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import type { RequestContext } from "../http/handler.ts";
import { confirmTogether } from "../session/authenticate.ts";
import { draftGone, reachFound } from "./draft-reach.ts";
import { gather, type Outcome } from "./gather.ts";

/** A save somebody has asked for. */
export interface AskedSave {
  readonly ctx: RequestContext;
  readonly request: SaveDraft;
}

type Saved = Result<readonly SavedField[]>;

/** A save of more changes, or of as many letters, goes alone and holds nobody up. */
const MANY_CHANGES = 40;
const LONG = 20_000;

const gathered = gather<AskedSave, Saved>(async (store, asked, { alone }) => {
  const [first] = asked;
  if (first === undefined) return [];
  return inTenant(store.pools.app, first.ctx.tenant, (tx) =>
    saveTogether(store, tx, asked, { leaveHeld: !alone }),
  );
});

/** Saves a draft, together with those that others save just then. See {@link gather}. */
export function saveGathered(store: Store, asked: AskedSave): Promise<Saved> {
  return gathered(store, asked, { alone: isLarge(asked) });
}

/**
 * Carries out the saves of several requests in one transaction of one board: one look at who they are, at the
 * drafts, at what the policy asks and at the fields, and one write. Each is allowed or refused for itself, and
 * what it says is true once the transaction is committed. With `leaveHeld` no draft is waited for.
 */
async function saveTogether(
  store: Store,
  tx: Tx,
  asked: readonly AskedSave[],
  { leaveHeld }: { readonly leaveHeld: boolean },
): Promise<Outcome<Saved>[]> {
  const contexts = asked.map(({ ctx }) => ctx);
  const requests = asked.map(({ request }) => request);
  const ids = requests.map(({ draft }) => draft);
  const [confirmed, drafts, akter] = await Promise.all([
    confirmTogether(store, tx, contexts),
    lockToSave(tx, store.packs, requests, { leaveHeld }),
    findFactsOfDrafts(tx, ids),
  ]);
  const outcomes: Outcome<Saved>[] = [];
  for (const { ctx, request } of asked) {
    const head = drafts.head(request.draft);
    const akt = head?.akt === undefined ? undefined : akter.get(head.akt);
    if (!confirmed.has(ctx)) outcomes.push("stale");
    // Somebody holds it, or it is gone.
    else if (head === undefined) outcomes.push(leaveHeld ? "alone" : { given: fail(draftGone()) });
    else {
      const reached = await reachFound(tx, ctx, saveDraft, { head, akt });
      const isRefused = "problem" in reached;
      outcomes.push({ given: isRefused ? fail(reached.problem) : drafts.apply(request) });
    }
  }
  drafts.write();
  return outcomes;
}

function isLarge({ request: { changes } }: AskedSave): boolean {
  const letters = changes.reduce(
    (sum, { value }) => sum + (typeof value === "string" ? value.length : 0),
    0,
  );
  return changes.length > MANY_CHANGES || letters > LONG;
}
