import { useEffect } from "react";
import { showPanel } from "../shell/shown-panel.ts";
import { asksForPhrase } from "./put-phrase.ts";

/** `//` in any text of the page shows the phrases; leaving them leaves what was typed. */
export function usePhraseKeys(on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    const typed = (event: Event): void => {
      if (asksForPhrase(event)) showPanel("phrases");
    };
    document.addEventListener("input", typed);
    return () => document.removeEventListener("input", typed);
  }, [on]);
}
