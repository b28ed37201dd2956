import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Answers } from "../../src/domain/event.ts";
import { pageEdits } from "./draft-edits.ts";
import { draftOpened, findLingering, type OpenDraft } from "./open-drafts.ts";
import type { DraftTarget } from "../local-copy/types.ts";
import type { DraftSnapshot } from "./draft-snapshot.ts";
import { DraftStore } from "./draft-store.ts";
import type { LiveFields } from "./draft-view.ts";

/** A draft as forms use it: what it says now, and what can be done with it. */
export interface DraftHandle
  extends
    DraftSnapshot,
    Pick<DraftStore, "draftId" | "set" | "type" | "write" | "choose" | "addItem" | "removeItem"> {
  /** Its fields, each by itself, as they are this moment. */
  readonly live: LiveFields;
  /** The answers as they are this moment. */
  readonly latest: () => Answers;
  readonly ready: boolean;
  readonly flush: () => Promise<boolean>;
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
      ...snapshot,
      ready: snapshot.saveState.kind !== "opening",
      live: store.view,
      draftId: store.draftId,
      latest: store.view.latest,
      set: store.set,
      type: store.type,
      write: store.write,
      choose: store.choose,
      addItem: store.addItem,
      removeItem: store.removeItem,
      flush,
    }),
    [snapshot, store, flush],
  );
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
