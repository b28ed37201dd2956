import { useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { listPhrases } from "../../src/contract/phrases/list-phrases.ts";
import type { AnswerOf } from "../api/client.ts";
import { phrasesQuery } from "../api/queries.ts";
import { Finder } from "../components/finder/finder.tsx";
import type { FinderChoice } from "../components/finder/choices-for.ts";
import { ErrorNote } from "../components/notice/error-note.tsx";
import { SidePanel } from "../components/side-panel/side-panel.tsx";
import { phrasesText } from "../text/phrases.ts";
import { useText } from "../text/text.ts";
import { beginPhrase, begunPhrase, writePhrase } from "./begun-phrase.ts";
import { PhraseForm } from "./phrase-form.tsx";
import { putBack, putPhrase, textInFocus } from "./put-phrase.ts";

type Phrases = AnswerOf<typeof listPhrases>;
type Phrase = Phrases["phrases"][number];

interface PhraseOption extends FinderChoice {
  readonly of: Phrase;
}

/**
 * The phrases beside the page: found by their names and put into the text that was being written in, and written
 * and changed here too.
 */
export function PhrasesPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText(phrasesText);
  const first = useRef<HTMLInputElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const typed = useRef("");
  // Read before a box of the panel takes the focus.
  const [area] = useState(textInFocus);
  const begun = useSyncExternalStore(begunPhrase.subscribe, begunPhrase.get);
  const { data, error } = useQuery(phrasesQuery);
  // After the panel has seen where the focus came from.
  const isKnown = data !== undefined;
  useEffect(() => (first.current ?? add.current)?.focus(), [begun?.phrase, isKnown]);

  /** Leaves without a phrase: what was typed behind `//` was perhaps none. */
  function leave(): void {
    onClose();
    const words = begun === undefined ? typed.current : "";
    if (area !== undefined && words !== "") requestAnimationFrame(() => putBack(area, words));
  }

  return (
    <SidePanel title={t("title")} first={first} onClose={leave}>
      {error === null ? null : <ErrorNote error={error} />}
      {begun === undefined ? (
        <PhraseChoice
          data={data}
          area={area}
          input={first}
          add={add}
          onType={(words) => (typed.current = words)}
          onClose={onClose}
        />
      ) : (
        <PhraseForm
          key={begun.phrase}
          begun={begun}
          first={first}
          unit={data?.unit?.name}
          onDone={() => writePhrase(undefined)}
        />
      )}
    </SidePanel>
  );
}

/** A phrase found, to be put into the text or changed. There is a box to type in from the first moment. */
function PhraseChoice({
  data,
  area,
  input,
  add,
  onType,
  onClose,
}: {
  readonly data: Phrases | undefined;
  /** The text that was being written in, if any. */
  readonly area: HTMLTextAreaElement | undefined;
  readonly input: RefObject<HTMLInputElement | null>;
  /** What has the focus where there is nothing to find. */
  readonly add: RefObject<HTMLButtonElement | null>;
  readonly onType: (words: string) => void;
  readonly onClose: () => void;
}) {
  const t = useText(phrasesText);
  const [selected] = useState(() => wordsSelected(area));
  const [changing, setChanging] = useState(area === undefined);
  const choices = useChoices(data);

  function choose({ of: { phrase, name, words, shared } }: PhraseOption): void {
    if (area === undefined || changing) {
      begunPhrase.set({ phrase, name, words, shared, known: true });
      return;
    }
    onClose();
    // The panel gives the focus back first.
    requestAnimationFrame(() => putPhrase(area, words));
  }

  return (
    <>
      {data?.phrases.length === 0 ? (
        <p>{t("empty")}</p>
      ) : (
        <Finder
          label={t("label")}
          hint={t(changing ? "hintEdit" : "hintPut")}
          choices={choices}
          input={input}
          waiting={data === undefined}
          onType={onType}
          onChoose={choose}
        />
      )}
      <div className="row phrases-foot">
        <button type="button" ref={add} onClick={() => beginPhrase(selected)}>
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
  );
}

/** One's own first. */
function useChoices(data: Phrases | undefined): readonly PhraseOption[] {
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
