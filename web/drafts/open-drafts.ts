import { isSameTarget } from "../local-copy/same-target.ts";
import type { DraftTarget } from "../local-copy/types.ts";

/** A draft that stands on a page and may hold what is not saved yet. */
export interface OpenDraft {
  readonly flush: () => Promise<boolean>;
  /** Undefined when the server has all of it. */
  readonly unsaved: () => unknown;
}

const open = new Set<OpenDraft>();
/** Drafts whose pages were left before all was saved: they go on trying. */
const lingering = new Set<OpenDraft>();

/** A draft is on a page from now on; call what is given when it leaves. */
export function draftOpened(draft: OpenDraft): () => void {
  open.add(draft);
  lingering.delete(draft);
  return () => {
    open.delete(draft);
    if (draft.unsaved() !== undefined) lingering.add(draft);
  };
}

/** Has everything stored that was written on any page: before the session ends, nothing can be saved after. */
export async function saveOpenDrafts(): Promise<boolean> {
  const drafts = unsavedDrafts();
  const saved = await Promise.all(drafts.map((draft) => draft.flush()));
  return saved.every(Boolean);
}

/** Drafts that hold what the server is not known to have. */
export function unsavedDrafts(): readonly OpenDraft[] {
  for (const draft of lingering) if (draft.unsaved() === undefined) lingering.delete(draft);
  return [...open, ...lingering].filter((draft) => draft.unsaved() !== undefined);
}

/** Text that was given up by whoever wrote it is not tried again. */
export function forgetLingering(): void {
  lingering.clear();
}

/** The draft of a target that was left before all of it was saved: whoever comes back finds it as it was. */
export function findLingering<D extends OpenDraft & { readonly target: () => DraftTarget }>(
  target: DraftTarget,
  is: (draft: OpenDraft) => draft is D,
): D | undefined {
  return unsavedDrafts().find(
    (draft): draft is D => !open.has(draft) && is(draft) && isSameTarget(draft.target(), target),
  );
}
