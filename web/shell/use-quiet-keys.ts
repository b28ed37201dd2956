import { useEffect } from "react";

/** What the browser says of a letter, besides that the text has changed. */
const said = ["keydown", "keypress", "keyup", "textInput"] as const;

/**
 * A letter in a text is a letter and nothing else: no part of the page has to be asked what it does, eight times a
 * key. The text itself tells what was written (`input`). Keys that are held down, and those that have a name, go
 * their way.
 */
export function useQuietKeys(): void {
  useEffect(() => {
    const letter = (event: Event): void => {
      if (!(event.target instanceof HTMLTextAreaElement)) return;
      // Listeners of the window itself still hear that somebody is here.
      if (isLetter(event)) event.stopPropagation();
    };
    const moved = (event: Event): void => {
      if (document.activeElement instanceof HTMLTextAreaElement) event.stopPropagation();
    };
    for (const what of said) window.addEventListener(what, letter, true);
    window.addEventListener("selectionchange", moved, true);
    return () => {
      for (const what of said) window.removeEventListener(what, letter, true);
      window.removeEventListener("selectionchange", moved, true);
    };
  }, []);
}

function isLetter(event: Event): boolean {
  if (!(event instanceof KeyboardEvent)) return true;
  const { key, ctrlKey, metaKey, altKey, isComposing } = event;
  return key.length === 1 && !ctrlKey && !metaKey && !altKey && !isComposing;
}
