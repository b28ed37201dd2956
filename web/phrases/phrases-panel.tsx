import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { listPhrases } from "../../src/contract/phrases/list-phrases.ts";
import type { AnswerOf } from "../api/client.ts";
import { phrasesQuery } from "../api/queries.ts";
import { Finder } from "../components/finder/finder.tsx";
import type { FinderChoice } from "../components/finder/choices-for.ts";
import { ErrorNote } from "../components/notice/error-note.tsx";
import { SidePanel } from "../components/side-panel/side-panel.tsx";
import { phrasesText } from "../text/phrases.ts";
import { useText } from "../text/text.ts";
import { beginPhrase, begunPhrase } from "./begun-phrase.ts";
import { PhraseForm } from "./phrase-form.tsx";
import { putPhrase, textInFocus } from "./put-phrase.ts";

type Phrases = AnswerOf<typeof listPhrases>;
type Phrase = Phrases["phrases"][number];

interface PhraseChoice extends FinderChoice {
  readonly of: Phrase;
}

/**
 * The phrases beside the page: found by their names and put into the text that was being written in, and written
 * and changed here too.
 */
export function PhrasesPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText(phrasesText);
  const input = useRef<HTMLInputElement>(null);
  // Read before a box of the panel takes the focus.
  const [area] = useState(textInFocus);
  const [selected] = useState(() => wordsSelected(area));
  const [changing, setChanging] = useState(area === undefined);
  const begun = useSyncExternalStore(begunPhrase.subscribe, begunPhrase.get);
  const { data, error } = useQuery(phrasesQuery);
  // After the panel has seen where the focus came from.
  const isKnown = data !== undefined;
  useEffect(() => input.current?.focus(), [begun?.phrase, isKnown]);
  const choices = useChoices(data);

  function choose({ of: { phrase, name, words, shared } }: PhraseChoice): void {
    if (area === undefined || changing) {
      begunPhrase.set({ phrase, name, words, shared, known: true });
      return;
    }
    onClose();
    // The panel gives the focus back first.
    requestAnimationFrame(() => putPhrase(area, words));
  }

  return (
    <SidePanel title={t("title")} first={input} onClose={onClose}>
      {error === null ? null : <ErrorNote error={error} />}
      {begun === undefined ? (
        <>
          {data?.phrases.length === 0 ? <p>{t("empty")}</p> : null}
          {choices.length === 0 ? null : (
            <Finder
              label={t("label")}
              hint={t(changing ? "hintEdit" : "hintPut")}
              choices={choices}
              input={input}
              onChoose={choose}
            />
          )}
          <div className="row phrases-foot">
            <button type="button" onClick={() => beginPhrase(selected)}>
              {t("add")}
            </button>
            {area === undefined || choices.length === 0 ? null : (
              <button
                type="button"
                onClick={() => {
                  setChanging(!changing);
                  input.current?.focus();
                }}
              >
                {t(changing ? "put" : "change")}
              </button>
            )}
          </div>
        </>
      ) : (
        <PhraseForm
          key={begun.phrase}
          begun={begun}
          first={input}
          unit={data?.unit?.name}
          onDone={() => begunPhrase.set(undefined)}
        />
      )}
    </SidePanel>
  );
}

/** One's own first. */
function useChoices(data: Phrases | undefined): readonly PhraseChoice[] {
  const t = useText(phrasesText);
  const phrases = data?.phrases ?? [];
  const unit = data?.unit?.name ?? "";
  return [false, true].flatMap((shared) =>
    phrases
      .filter((one) => one.shared === shared)
      .map((of) => ({
        id: of.phrase,
        label: of.name,
        detail: of.words,
        group: shared ? t("ofUnit", { name: unit }) : t("own"),
        of,
      })),
  );
}

function wordsSelected(area: HTMLTextAreaElement | undefined): string {
  return area === undefined ? "" : area.value.slice(area.selectionStart, area.selectionEnd);
}
