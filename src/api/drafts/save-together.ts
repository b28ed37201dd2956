import { findFactsOfDrafts } from "../../access/akt-reach.ts";
import { saveDraft } from "../../contract/drafts/save-draft.ts";
import type { Instant } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { draftNews, newsFrom, type DraftNews } from "../../store/drafts/draft-news.ts";
import { changedSince } from "../../store/drafts/draft-rows.ts";
import {
  lockToSave,
  type DraftsToSave,
  type SaveDraft,
  type SavedField,
} from "../../store/drafts/save-draft.ts";
import type { Store } from "../../store/deps.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import type { RequestContext } from "../http/handler.ts";
import { confirmTogether } from "../session/authenticate.ts";
import {
  draftGone,
  logDraftView,
  reachFound,
  sameDraft,
  type ReachedDraft,
} from "./draft-reach.ts";
import { gather, type Outcome } from "./gather.ts";
import { SeenFields } from "./seen-fields.ts";

/** A save somebody has asked for. */
export interface AskedSave {
  readonly ctx: RequestContext;
  readonly request: SaveDraft;
  /** When the editor last heard of the draft; undefined for one who does not ask for news. */
  readonly since: Instant | undefined;
  /** When the draft that was opened was begun; undefined for one who does not say. */
  readonly begun: string | undefined;
}

/** The fields as they now stand, and what others had written, where somebody else was the last to write. */
interface SavedDraft {
  readonly fields: readonly SavedField[];
  readonly news: DraftNews | undefined;
}

type Saved = Result<SavedDraft>;

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
  const news = await newsOf(
    tx,
    drafts,
    asked.filter(({ ctx }) => confirmed.has(ctx)),
  );
  const outcomes: Outcome<Saved>[] = [];
  for (const one of asked) {
    const { ctx, request } = one;
    const head = drafts.head(request.draft);
    const akt = head?.akt === undefined ? undefined : akter.get(head.akt);
    if (!confirmed.has(ctx)) outcomes.push("stale");
    // Somebody holds it, or it is gone.
    else if (head === undefined) outcomes.push(leaveHeld ? "alone" : { given: fail(draftGone()) });
    else {
      const same = sameDraft(head, one.begun);
      const reached = await reachFound(tx, ctx, saveDraft, { head: same, akt });
      if ("problem" in reached) outcomes.push({ given: fail(reached.problem) });
      else outcomes.push({ given: saveOne(tx, drafts, reached, one, news.get(one)) });
    }
  }
  drafts.write();
  return outcomes;
}

function saveOne(
  tx: Tx,
  drafts: DraftsToSave,
  reached: ReachedDraft,
  { ctx, request }: AskedSave,
  news: DraftNews | undefined,
): Saved {
  const saved = drafts.apply(request);
  if (!saved.ok) return saved;
  if (news?.showsOthers === true) logDraftView(tx, ctx, saveDraft, reached);
  const seen = new SeenFields(ctx, reached);
  return ok({
    fields: seen.ofSaved(saved.value),
    news: news === undefined ? undefined : seen.ofNews(news),
  });
}

/**
 * What others had written before these saves. Whoever was the last to write in a draft themselves has heard of
 * it, with that save or by looking: nothing is read for those who write alone.
 */
async function newsOf(
  tx: Tx,
  drafts: DraftsToSave,
  asked: readonly AskedSave[],
): Promise<ReadonlyMap<AskedSave, DraftNews>> {
  const curious = asked.flatMap((one) => {
    const { ctx, request, since } = one;
    const last = drafts.head(request.draft)?.changedBy;
    if (since === undefined || last === undefined || last === ctx.staff.staff) return [];
    return [{ one, draft: request.draft, by: { by: ctx.staff.staff, since, now: ctx.now } }];
  });
  if (curious.length === 0) return new Map();
  const recent = await changedSince(
    tx,
    curious.map(({ draft, by }) => ({ draft, since: newsFrom(by) })),
  );
  return new Map(
    curious.map(({ one, by }, at) => {
      const others = (recent[at] ?? []).filter((field) => field.by !== by.by);
      return [one, draftNews(others, by)];
    }),
  );
}

function isLarge({ request: { changes } }: AskedSave): boolean {
  const letters = changes.reduce(
    (sum, { value }) => sum + (typeof value === "string" ? value.length : 0),
    0,
  );
  return changes.length > MANY_CHANGES || letters > LONG;
}
