/** A draft that stands on a page and may hold what is not saved yet. */
export interface OpenDraft {
  readonly flush: () => Promise<boolean>;
}

const open = new Set<OpenDraft>();

/** A draft is on a page from now on; call what is given when it leaves. */
export function draftOpened(draft: OpenDraft): () => void {
  open.add(draft);
  return () => void open.delete(draft);
}

/** Has everything stored that stands on any page: before the session ends, nothing can be saved after. */
export async function saveOpenDrafts(): Promise<boolean> {
  const saved = await Promise.all([...open].map((draft) => draft.flush()));
  return saved.every(Boolean);
}
