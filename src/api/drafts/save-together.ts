import { findFactsOfDrafts } from "../../access/akt-reach.ts";
import { saveDraft } from "../../contract/drafts/save-draft.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, type Result } from "../../kernel/result.ts";
import type { DraftField } from "../../store/drafts/assemble-draft.ts";
import { lockToSave, type SaveDraft } from "../../store/drafts/save-draft.ts";
import type { Store } from "../../store/deps.ts";
import type { Tx } from "../../store/in-tenant.ts";
import type { RequestContext } from "../http/handler.ts";
import { confirmTogether } from "../session/authenticate.ts";
import { reachFound } from "./draft-reach.ts";

/** A save somebody has asked for. */
export interface AskedSave {
  readonly ctx: RequestContext;
  readonly request: SaveDraft;
}

/**
 * What became of a save: the fields as they now stand or why not; `stale` when it is no longer true who asks;
 * `held` when somebody else holds the draft, or it is gone.
 */
export type Saved = Result<readonly DraftField[]> | "stale" | "held";

/**
 * Carries out the saves of several requests in one transaction of one board: one look at who they are, at the
 * drafts, at what the policy asks and at the fields, and one write. Each is allowed or refused for itself, and
 * what it says is true once the transaction is committed. With `leaveHeld` no draft is waited for.
 */
export async function saveTogether(
  store: Store,
  tx: Tx,
  asked: readonly AskedSave[],
  { leaveHeld }: { readonly leaveHeld: boolean },
): Promise<Saved[]> {
  const requests = asked.map(({ request }) => request);
  const [confirmed, drafts, akter] = await Promise.all([
    confirmTogether(
      store,
      tx,
      asked.map(({ ctx }) => ctx),
    ),
    lockToSave(tx, store.packs, requests, { leaveHeld }),
    findFactsOfDrafts(
      tx,
      requests.map(({ draft }) => draft),
    ),
  ]);
  const saved: Saved[] = [];
  for (const { ctx, request } of asked) {
    const head = drafts.head(request.draft);
    const akt = head?.akt === undefined ? undefined : akter.get(head.akt);
    if (!confirmed.has(ctx)) saved.push("stale");
    else if (head === undefined) saved.push(leaveHeld ? "held" : fail(gone()));
    else {
      const reached = await reachFound(tx, ctx, saveDraft, { head, akt });
      saved.push("problem" in reached ? fail(reached.problem) : drafts.apply(request));
    }
  }
  drafts.write();
  return saved;
}

function gone(): Problem {
  return problem("draft.not-found", { status: 404 });
}
