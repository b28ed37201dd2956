import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { pageEdits } from "./draft-edits.ts";
import { draftOpened, findLingering, type OpenDraft } from "./open-drafts.ts";
import { type DraftSnapshot, DraftStore, type DraftTarget } from "./draft-store.ts";

export type { DraftTarget } from "./draft-store.ts";
export type { SaveState } from "./save-state.ts";

/** A draft as forms use it: what it says now, and what can be done with it. */
export interface DraftHandle
  extends
    DraftSnapshot,
    Pick<DraftStore, "draftId" | "set" | "write" | "choose" | "addItem" | "removeItem"> {
  readonly ready: boolean;
  readonly flush: () => Promise<boolean>;
}

/** How soon one sees what others have saved in the same document. */
const lookEveryMs = 5000;

function isStore(draft: OpenDraft): draft is DraftStore {
  return draft instanceof DraftStore;
}

/**
 * The one draft of a document for a form. It is saved as one types, and what is typed goes to the server when
 * the page is hidden, left or closed. The target is that of the first call: another document is another page.
 */
export function useDraft(target: DraftTarget): DraftHandle {
  const [store] = useState(() => findLingering(target, isStore) ?? new DraftStore(target));
  const flush = useCallback(() => store.flush(), [store]);
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot);
  useEffect(() => {
    store.begin();
    const close = draftOpened(store);
    const hide = (): void => {
      if (document.visibilityState === "hidden") store.leave();
    };
    // Nobody reads a page that is hidden.
    const look = (): void => {
      if (document.visibilityState === "visible") void store.look();
    };
    const timer = setInterval(look, lookEveryMs);
    window.addEventListener("pagehide", store.leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("pagehide", store.leave);
      document.removeEventListener("visibilitychange", hide);
      clearInterval(timer);
      store.leave();
      close();
      pageEdits.forget(store);
    };
  }, [store]);
  return useMemo(
    () => ({
      ...snapshot,
      ready: snapshot.saveState.kind !== "opening",
      draftId: store.draftId,
      set: store.set,
      write: store.write,
      choose: store.choose,
      addItem: store.addItem,
      removeItem: store.removeItem,
      flush,
    }),
    [snapshot, store, flush],
  );
}
