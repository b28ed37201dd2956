import { type FormEvent, type RefObject, useId } from "react";
import {
  holdsNumber,
  LONGEST_PHRASE,
  LONGEST_PHRASE_NAME,
} from "../../src/domain/phrases/phrase.ts";
import { endpoints } from "../api/endpoints.ts";
import { useCommand } from "../api/use-command.ts";
import { ProblemNote } from "../components/problem-note/problem-note.tsx";
import { phrasesText } from "../text/phrases.ts";
import { useText } from "../text/text.ts";
import { type BegunPhrase, writePhrase } from "./begun-phrase.ts";
import "./phrases.css";

/** A phrase being written or changed: what it is called, its words, and who has it. */
export function PhraseForm({
  begun,
  first,
  unit,
  onDone,
}: {
  readonly begun: BegunPhrase;
  /** Its first field, which gets the focus. */
  readonly first: RefObject<HTMLInputElement | null>;
  /** The unit it can be shared with. */
  readonly unit: string | undefined;
  readonly onDone: () => void;
}) {
  const t = useText(phrasesText);
  const id = useId();
  const saving = useCommand(endpoints.savePhrase);
  const removing = useCommand(endpoints.removePhrase);
  const { phrase, name, words, shared, known } = begun;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const empty = [name, words].findIndex((text) => text.trim() === "");
    if (empty !== -1) {
      document.getElementById(`${id}-${empty === 0 ? "name" : "words"}`)?.focus();
      return;
    }
    const saved = await saving.send(() => ({ phrase, name, words, shared }));
    if (saved !== undefined) onDone();
  }

  async function remove(): Promise<void> {
    const removed = await removing.send(() => ({ phrase }));
    if (removed !== undefined) onDone();
  }

  return (
    <form className="phrase-form" data-phrases noValidate onSubmit={(event) => void save(event)}>
      <Words id={id} begun={begun} first={first} />
      {unit === undefined ? null : <Whose id={id} unit={unit} shared={shared} />}
      <ProblemNote state={saving.state} />
      <ProblemNote state={removing.state} />
      <div className="row">
        <button type="submit" className="primary" aria-disabled={saving.state.sending}>
          {t("save")}
        </button>
        {known ? (
          <button
            type="button"
            aria-disabled={removing.state.sending}
            onClick={() => void remove()}
          >
            {t("remove")}
          </button>
        ) : null}
        <button type="button" className="plain" onClick={onDone}>
          {t("leave")}
        </button>
      </div>
    </form>
  );
}

/** What it is called, and its words; what looks like somebody's number in them is pointed out. */
function Words({
  id,
  begun: { name, words },
  first,
}: {
  readonly id: string;
  readonly begun: BegunPhrase;
  readonly first: RefObject<HTMLInputElement | null>;
}) {
  const t = useText(phrasesText);
  const warned = holdsNumber(`${name}\n${words}`);
  return (
    <>
      <label htmlFor={`${id}-name`}>{t("name")}</label>
      <input
        id={`${id}-name`}
        ref={first}
        type="text"
        required
        autoComplete="off"
        maxLength={LONGEST_PHRASE_NAME}
        value={name}
        onChange={(event) => writePhrase({ name: event.target.value })}
      />
      <label htmlFor={`${id}-words`}>{t("words")}</label>
      <textarea
        id={`${id}-words`}
        lang="sv"
        spellCheck
        required
        rows={5}
        maxLength={LONGEST_PHRASE}
        aria-describedby={`${id}-help`}
        value={words}
        onChange={(event) => writePhrase({ words: event.target.value })}
      />
      <p id={`${id}-help`} className="field-help">
        {t("wordsHelp")}
      </p>
      <p role="status" className={warned ? "phrase-warning" : ""}>
        {warned ? t("number") : ""}
      </p>
    </>
  );
}

function Whose({
  id,
  unit,
  shared,
}: {
  readonly id: string;
  readonly unit: string;
  readonly shared: boolean;
}) {
  const t = useText(phrasesText);
  return (
    <fieldset>
      <legend>{t("whose")}</legend>
      {[false, true].map((each) => (
        <label className="choice" key={String(each)}>
          <input
            type="radio"
            name={`${id}-whose`}
            checked={shared === each}
            onChange={() => writePhrase({ shared: each })}
          />
          {each ? t("unit", { name: unit }) : t("mine")}
        </label>
      ))}
    </fieldset>
  );
}
