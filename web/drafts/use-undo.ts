import { useCallback, useEffect } from "react";
import { flushSync } from "react-dom";
import { externalStore } from "../api/external-store.ts";
import { editsText } from "../text/edits.ts";
import { useText } from "../text/text.ts";
import { findPlace, focusPlace, isKept, nameOfPlace, pageEdits } from "./draft-edits.ts";
import type { Undone } from "./edit-history.ts";

/** What was taken back last, in words: shown beside the buttons and told to screen readers. */
export const lastUndone = externalStore("");

/** Longest piece of text that is read out. */
const mostTold = 60;

/** Takes the last change back or does it anew: shows where it was, moves the focus there and says what happened. */
export function useUndo(): (which: "undo" | "redo") => void {
  const t = useText(editsText);
  return useCallback(
    (which) => {
      // The page shows the change before the focus moves: the field may be a new one.
      const done = flushSync(() => pageEdits[which]());
      const field = done.kind === "done" ? goTo(done) : "";
      const words = inWords(done, which, field, t);
      // The same words again are told again.
      lastUndone.set(words === lastUndone.get() ? `${words}\u00A0` : words);
    },
    [t],
  );
}

function goTo({ path, place, splice }: Extract<Undone, { kind: "done" }>): string {
  const field = findPlace(path, place);
  if (field === undefined) return "";
  focusPlace(field, place);
  if (splice !== undefined && hasCaret(field)) {
    const at = splice.at + splice.inserted.length;
    field.setSelectionRange(at, at);
  }
  return nameOfPlace(field);
}

function hasCaret(field: HTMLElement): field is HTMLInputElement | HTMLTextAreaElement {
  return (
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && field.type === "text")
  );
}

type Say = ReturnType<typeof useText<typeof editsText>>;

function inWords(done: Undone, which: "undo" | "redo", name: string, t: Say): string {
  if (done.kind === "nothing") return t(which === "undo" ? "nothingToUndo" : "nothingToRedo");
  if (done.kind === "others") return t("others");
  const field = name === "" ? t("field") : name;
  const parts = [t(which === "undo" ? "undone" : "redone", { field })];
  const { removed = "", inserted = "" } = done.splice ?? {};
  if (removed.trim() !== "") parts.push(t("gone", { words: shortened(removed) }));
  if (inserted.trim() !== "") parts.push(t("back", { words: shortened(inserted) }));
  return parts.join(". ");
}

function shortened(text: string): string {
  const words = text.trim().replaceAll(/\s+/gu, " ");
  return words.length > mostTold ? `${words.slice(0, mostTold)} …` : words;
}

/** Texts that no draft keeps, as those of a search: the browser takes back what is written there. */
const ownHistory = new WeakSet<EventTarget>();

/** Whether the browser's own undo is asked, as in a text that no draft keeps. */
export function isBrowsersUndo(target: EventTarget | null): boolean {
  return target instanceof Element && ownHistory.has(target) && !isKept(target);
}

/**
 * Keeps the two histories apart. A text of a draft has one history, that of the draft: the browser's is never asked
 * there, neither by key nor from its menu, since it knows nothing of other fields and forgets what the page changes.
 */
export function useOneHistory(undo: (which: "undo" | "redo") => void): void {
  useEffect(() => {
    const written = ({ target }: Event): void => {
      if (target instanceof Element && !isKept(target)) ownHistory.add(target);
      lastUndone.set("");
    };
    const asked = (event: InputEvent): void => {
      const which = { historyUndo: "undo", historyRedo: "redo" }[event.inputType];
      if ((which !== "undo" && which !== "redo") || isBrowsersUndo(event.target)) return;
      event.preventDefault();
      undo(which);
    };
    // On its way down: a text of a form keeps its letters from the rest of the page.
    document.addEventListener("input", written, true);
    document.addEventListener("beforeinput", asked);
    return () => {
      document.removeEventListener("input", written, true);
      document.removeEventListener("beforeinput", asked);
    };
  }, [undo]);
}
