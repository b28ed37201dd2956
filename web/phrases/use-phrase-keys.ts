import { useEffect } from "react";
import { showPanel } from "../shell/shown-panel.ts";
import { asksForPhrase } from "./put-phrase.ts";

/** `//` in any text of the page shows the phrases; leaving them leaves what was typed. */
export function usePhraseKeys(on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    const typed = (event: Event): void => {
      // When the draft knows of the letter: the panel takes the focus.
      if (asksForPhrase(event)) setTimeout(() => showPanel("phrases"));
    };
    // On its way down: a text of a form keeps its letters from the rest of the page.
    document.addEventListener("input", typed, true);
    return () => document.removeEventListener("input", typed, true);
  }, [on]);
}
