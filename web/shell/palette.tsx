import { useRef, useState } from "react";
import { Finder } from "../components/finder/finder.tsx";
import type { FinderChoice } from "../components/finder/choices-for.ts";
import { SidePanel } from "../components/side-panel/side-panel.tsx";
import { textInFocus } from "../phrases/put-phrase.ts";
import { finderText } from "../text/finder.ts";
import { useText } from "../text/text.ts";
import { usePhraseChoices } from "../phrases/phrase-choices.ts";
import { usePaletteChoices, usePersonChoice } from "./palette-choices.ts";
import { hidePanel } from "./shown-panel.ts";

/** Something the palette does. */
export interface Doing extends FinderChoice {
  readonly run: () => void;
}

/**
 * Everything that can be reached from here, found by its first letters. What is typed stays in memory: a name
 * goes to the search page, which asks by POST, and is in no address.
 */
export function Palette({ akt }: { readonly akt: string }) {
  const t = useText(finderText);
  const input = useRef<HTMLInputElement>(null);
  // Read before the box of the palette takes the focus: whoever was writing can have a phrase.
  const [area] = useState(textInFocus);
  const reached = usePaletteChoices(akt);
  const phrases = usePhraseChoices(area);
  const person = usePersonChoice();
  return (
    <SidePanel title={t("paletteTitle")} first={input} onClose={hidePanel}>
      <Finder
        label={t("paletteLabel")}
        hint={t("paletteHint")}
        choices={[...phrases, ...reached]}
        always={person}
        input={input}
        onChoose={({ run }) => {
          hidePanel();
          // The panel gives the focus back first; what is done moves it on.
          requestAnimationFrame(run);
        }}
      />
    </SidePanel>
  );
}
