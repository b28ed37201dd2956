import { findFactsOfDrafts } from "../../access/akt-reach.ts";
import { followDraft } from "../../contract/drafts/follow-draft.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { draftNews, newsFrom, type DraftNews } from "../../store/drafts/draft-news.ts";
import { changedSince, findDrafts } from "../../store/drafts/draft-rows.ts";
import type { Store } from "../../store/deps.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import type { RequestContext } from "../http/handler.ts";
import { confirmTogether } from "../session/authenticate.ts";
import { logDraftView, reachFound, sameDraft } from "./draft-reach.ts";
import { gather, type Outcome } from "./gather.ts";
import { SeenFields } from "./seen-fields.ts";

/** Somebody asks what others have written in a draft. */
export interface AskedLook {
  readonly ctx: RequestContext;
  readonly draft: Uuid;
  readonly since: Instant;
  /** When the draft that is shown was begun; undefined for one who does not say. */
  readonly begun: string | undefined;
}

type Seen = Result<DraftNews>;

/** Gives what is new in a draft, read together with what others ask just then. See {@link gather}. */
export const lookGathered = gather<AskedLook, Seen>(async (store, asked) => {
  const [first] = asked;
  if (first === undefined) return [];
  return inTenant(store.pools.app, first.ctx.tenant, (tx) => lookTogether(store, tx, asked));
});

async function lookTogether(
  store: Store,
  tx: Tx,
  asked: readonly AskedLook[],
): Promise<Outcome<Seen>[]> {
  const contexts = asked.map(({ ctx }) => ctx);
  const ids = asked.map(({ draft }) => draft);
  const questions = asked.map(({ ctx, draft, since }) => {
    const by = { by: ctx.staff.staff, since, now: ctx.now };
    return { draft, by, from: newsFrom(by) };
  });
  const [confirmed, heads, akter, recent] = await Promise.all([
    confirmTogether(store, tx, contexts),
    findDrafts(tx, ids),
    findFactsOfDrafts(tx, ids),
    changedSince(
      tx,
      questions.map(({ draft, from }) => ({ draft, since: from })),
    ),
  ]);
  const outcomes: Outcome<Seen>[] = [];
  for (const [at, { ctx, draft, begun }] of asked.entries()) {
    const by = questions[at]?.by;
    const head = sameDraft(heads.get(draft), begun);
    const akt = head?.akt === undefined ? undefined : akter.get(head.akt);
    if (!confirmed.has(ctx) || by === undefined) {
      outcomes.push("stale");
      continue;
    }
    const reached = await reachFound(tx, ctx, followDraft, { head, akt });
    if ("problem" in reached) {
      outcomes.push({ given: fail(reached.problem) });
      continue;
    }
    const news = draftNews(recent[at] ?? [], by);
    if (news.showsOthers) logDraftView(tx, ctx, followDraft, reached);
    outcomes.push({ given: ok(new SeenFields(ctx, reached).ofNews(news)) });
  }
  return outcomes;
}
