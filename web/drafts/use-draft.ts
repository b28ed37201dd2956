import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { call } from "../api/client.ts";
import { endpoints } from "../api/endpoints.ts";
import { pageEdits } from "./draft-edits.ts";
import { draftOpened, findLingering, type OpenDraft } from "./open-drafts.ts";
import type { DraftTarget } from "../local-copy/types.ts";
import type { DraftPage, Saving } from "./draft-snapshot.ts";
import { DraftStore } from "./draft-store.ts";
import type { LiveFields } from "./draft-view.ts";
import { type WrittenDraft, writtenIn } from "./written.ts";

/** A draft as forms use it: what it says now, and what can be done with it. */
export interface DraftHandle
  extends
    DraftPage,
    Pick<DraftStore, "draftId" | "set" | "type" | "write" | "choose" | "addItem" | "removeItem"> {
  /** Its fields, each by itself, as they are this moment. */
  readonly live: LiveFields;
  /** How saving goes, which changes often: for the one line that tells it. */
  readonly saving: Saving;
  /** Has all that is typed stored, and gives what can be sent of it. */
  readonly written: () => Promise<WrittenDraft>;
  /** What was written in it is on record now, or given up. */
  readonly discard: () => Promise<void>;
}

/** What a writer does who is done with a text: whatever comes of it finds the page as it is written. */
const settling = ["focusout", "pointerdown", "click", "submit"] as const;

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
  const written = useCallback(() => writtenIn(store), [store]);
  const discard = useCallback(() => discardDraft(store.draftId()), [store]);
  const page = useSyncExternalStore(store.subscribe, store.page);
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
    const stopSettling = settleWithWriter(store.view.settle);
    window.addEventListener("pagehide", store.leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("pagehide", store.leave);
      document.removeEventListener("visibilitychange", hide);
      clearInterval(timer);
      stopSettling();
      store.leave();
      close();
      pageEdits.forget(store);
    };
  }, [store]);
  return useMemo(
    () => ({
      ...page,
      saving: store.saving,
      live: store.view,
      draftId: store.draftId,
      set: store.set,
      type: store.type,
      write: store.write,
      choose: store.choose,
      addItem: store.addItem,
      removeItem: store.removeItem,
      written,
      discard,
    }),
    [page, store, written, discard],
  );
}

/** A draft that cannot be reached looks begun still; nothing of it is lost. */
async function discardDraft(draft: string): Promise<void> {
  await call(endpoints.discardDraft, { body: { draft } }).catch(() => undefined);
}

/** Before anything on the page hears of it. */
function settleWithWriter(settle: () => void): () => void {
  const key = (event: KeyboardEvent): void => {
    const sends = event.key === "Enter" && event.target instanceof HTMLInputElement;
    if (sends || event.ctrlKey || event.metaKey) settle();
  };
  for (const what of settling) window.addEventListener(what, settle, true);
  window.addEventListener("keydown", key, true);
  return () => {
    for (const what of settling) window.removeEventListener(what, settle, true);
    window.removeEventListener("keydown", key, true);
  };
}
