import type { MatterState } from "../../domain/akt-state.ts";
import type { Answers } from "../../domain/event.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { findDocument } from "../../spec/lookup.ts";
import type { Store } from "../deps.ts";
import type { Tx } from "../in-tenant.ts";
import { aktFold } from "../log/streams.ts";
import { readStreamState } from "../log/stream-state.ts";
import { readEvent } from "../views/read-akt.ts";
import { standingViews } from "../views/standing-views.ts";
import { draftChanges } from "./draft-changes.ts";
import { hasDraftPath, parseDraftPath } from "./draft-path.ts";
import { type Draft, readDraft } from "./open-draft.ts";
import { saveDraft } from "./save-draft.ts";

/** What a new draft of a document begins with: the version that holds, without what is said of that version only. */
interface Carried {
  readonly latest: (matter: MatterState) => number | undefined;
  readonly leaves: readonly string[];
}

const carriedOver: Readonly<Record<string, Carried>> = {
  "investigation-plan": {
    latest: (matter) => matter.plan?.seq,
    leaves: ["madeAt", "changes", "participants", "childParticipation", "participationReason"],
  },
};

/**
 * Fills a draft that was made just now with the version of its document that holds, so that a change is
 * written over it and nothing is typed again. Any other draft is given as it is.
 */
export async function carryOver(
  store: Store,
  tx: Tx,
  draft: Draft,
  who: { readonly by: Uuid; readonly at: Instant },
): Promise<Draft> {
  const carried = carriedOver[draft.document];
  if (carried === undefined || draft.fields.length > 0) return draft;
  const content = await versionThatHolds(tx, draft, carried);
  const document = findDocument(
    store.packs.find(draft.specDigest)?.pack ?? store.packs.current(tx.tenant).pack,
    draft.document,
  );
  if (content === undefined || document === undefined) return draft;
  const changes = draftChanges(content, store.ids).filter(({ path }) => {
    const parsed = parseDraftPath(path);
    return parsed !== undefined && hasDraftPath(document, parsed);
  });
  const saved = await saveDraft(tx, store.packs, { draft: draft.draft, changes, ...who });
  return saved.ok ? ((await readDraft(tx, draft.draft)) ?? draft) : draft;
}

async function versionThatHolds(
  tx: Tx,
  { akt, matter }: Draft,
  { latest, leaves }: Carried,
): Promise<Answers | undefined> {
  if (akt === undefined || matter === undefined) return undefined;
  const whole = (await readStreamState(tx, aktFold, akt))?.state;
  const state = whole?.matters[matter];
  const seq = state === undefined ? undefined : latest(state);
  const view = seq === undefined ? undefined : await readEvent(tx, akt, seq);
  if (whole === undefined || view === undefined) return undefined;
  const event = (await standingViews(tx, whole, [view]))[0]?.event;
  if (event === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(event.body.data).filter(([field]) => !leaves.includes(field)),
  );
}
