import { carriedOut } from "../../kernel/result.ts";
import { draftChanges } from "../../store/drafts/draft-changes.ts";
import { definitions } from "../../domain/definitions.ts";
import { openDraft, type Draft } from "../../store/drafts/open-draft.ts";
import type { DraftChange } from "../../store/drafts/apply-changes.ts";
import { saveDraft } from "../../store/drafts/save-draft.ts";
import { inTenant } from "../../store/in-tenant.ts";
import type { PlayContext, Who } from "./command.ts";
import type { AktAction } from "./mapping/mapping.ts";
import type { World } from "./world.ts";

/** Writes the content of an action in a draft as its editor would, over what an earlier version left. */
export async function writeDraft(
  world: World,
  action: AktAction,
  { actor, at }: Who,
  playing: PlayContext,
): Promise<void> {
  const place = playing.akts.get(action.matter);
  const document = definitions[action.type]?.content;
  const { content, draft } = action;
  if (place === undefined || document === undefined) return;
  if (content === undefined || draft === undefined) return;
  const { store, source, tenant } = world;
  const specDigest = store.packs.current(tenant).digest;
  const written = await inTenant(store.pools.app, tenant, async (tx) => {
    const wanted = { draft, document, ...place, specDigest, by: actor, at };
    const opened = carriedOut("draft", await openDraft(tx, wanted));
    const changes = overEarlier(draftChanges(content, source), opened, world);
    const request = { draft: opened.draft, changes, by: actor, at };
    carriedOut("draft", await saveDraft(tx, store.packs, request));
    return opened.draft;
  });
  playing.drafts.set(draft, written);
}

/** Each change over the revision it replaces, and emptied what the new content no longer has. */
function overEarlier(
  changes: readonly DraftChange[],
  { fields }: Draft,
  world: World,
): readonly DraftChange[] {
  const revisions = new Map(fields.map(({ path, rev }) => [path, rev]));
  const paths = new Set(changes.map(({ path }) => path));
  const emptied = fields
    .filter(({ path }) => !paths.has(path))
    .map(({ path, rev }) => ({ path, base: rev, value: null, changeId: world.source.next() }));
  return [...changes.map((each) => ({ ...each, base: revisions.get(each.path) ?? 0 })), ...emptied];
}
