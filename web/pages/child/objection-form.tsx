import { useEffect, useId, useRef, useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { useKeptWords } from "../../drafts/use-kept-words.ts";
import { personsIn } from "../../spec/names-in.ts";
import { passagesOf, type Passage } from "../../spec/passages.ts";
import { usePack } from "../../spec/use-pack.ts";
import { recordText } from "../../text/record.ts";
import { useLang, useText } from "../../text/text.ts";
import type { EntryActionProps } from "./entry-actions.tsx";
import { EntryForm } from "./entry-form.tsx";

/** Who finds something wrong, and what, in that person's words. */
export function ObjectionForm({ akt, matter, entry, names, onDone }: EntryActionProps) {
  const t = useText(recordText);
  const id = useId();
  const first = useRef<HTMLSelectElement>(null);
  const [made] = useState(() => crypto.randomUUID());
  const [by, setBy] = useState("");
  const [text, setText] = useKeptWords(`objection ${akt} ${entry.seq}`);
  const [about, setAbout] = useState("");
  const [hiddenFrom, setHiddenFrom] = useState<readonly string[]>([]);
  const persons = personsIn(names);
  const passages = usePassages(entry, names);
  const passage = passages.find((each) => keyOf(each) === about);
  const { state, send } = useCommand(endpoints.noteObjection);
  useEffect(() => first.current?.focus(), []);
  async function note(): Promise<void> {
    const document = entry.documentId === null ? {} : { document: entry.documentId };
    const item = passage?.item === undefined ? {} : { item: passage.item };
    const done = await send((commandId) => ({
      commandId,
      akt,
      matter,
      ids: { objection: made, ...document, ...item },
      data: {
        entry: entry.seq,
        ...(passage === undefined || passage.item !== undefined ? {} : { field: passage.field }),
        ...(hiddenFrom.length === 0 ? {} : { hiddenFrom: [...hiddenFrom] }),
        ...(by === "" ? {} : { by: [by] }),
        ...(text.trim() === "" ? {} : { text: text.trim() }),
      },
    }));
    if (done !== undefined) leave();
  }
  function leave(): void {
    setText("");
    onDone();
  }
  return (
    <EntryForm
      title={t("noteObjection")}
      lead={t("objectionStays")}
      state={state}
      onSend={note}
      onLeave={leave}
    >
      <label htmlFor={`${id}-by`}>{t("whoObjects")}</label>
      <select
        id={`${id}-by`}
        ref={first}
        value={by}
        onChange={(event) => setBy(event.target.value)}
      >
        <option value="">{t("choose")}</option>
        {persons.map(([person, name]) => (
          <option key={person} value={person}>
            {name}
          </option>
        ))}
      </select>
      <AboutWhat id={`${id}-about`} passages={passages} value={about} onChange={setAbout} />
      {passage === undefined ? null : (
        <blockquote className="passage" lang="sv">
          {passage.text}
        </blockquote>
      )}
      <label htmlFor={`${id}-text`}>{t("whatIsWrong")}</label>
      <textarea
        id={`${id}-text`}
        lang="sv"
        spellCheck
        rows={4}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <fieldset className="choices">
        <legend>{t("notShownTo")}</legend>
        {persons.map(([person, name]) => (
          <label key={person} className="choice">
            <input
              type="checkbox"
              checked={hiddenFrom.includes(person)}
              onChange={() =>
                setHiddenFrom((all) =>
                  all.includes(person) ? all.filter((each) => each !== person) : [...all, person],
                )
              }
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
    </EntryForm>
  );
}

/** The whole text, or one of its parts. */
function AboutWhat({
  id,
  passages,
  value,
  onChange,
}: {
  readonly id: string;
  readonly passages: readonly Passage[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const t = useText(recordText);
  if (passages.length < 2) return null;
  const sections = [...new Set(passages.map(({ section }) => section))];
  return (
    <>
      <label htmlFor={id}>{t("aboutWhat")}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t("theWhole")}</option>
        {sections.map((section) => (
          <optgroup key={section} label={section}>
            {passages
              .filter((each) => each.section === section)
              .map((each) => (
                <option key={keyOf(each)} value={keyOf(each)}>
                  {excerptOf(each)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </>
  );
}

function usePassages(
  entry: EntryActionProps["entry"],
  names: ReadonlyMap<string, string>,
): readonly Passage[] {
  const pack = usePack(entry.specDigest);
  const { lang } = useLang();
  const document = entry.document === null ? undefined : pack.documents[entry.document];
  return document === undefined
    ? []
    : passagesOf(document, entry.content ?? entry.data, { pack, names, lang });
}

function keyOf({ field, item }: Passage): string {
  return item === undefined ? field : `${field}/${item}`;
}

const longestExcerpt = 70;

/** The beginning of a part, as a choice in a list. */
function excerptOf({ label, text, item }: Passage): string {
  const words = item === undefined ? `${label}: ${text}` : text;
  return words.length <= longestExcerpt ? words : `${words.slice(0, longestExcerpt - 1)}…`;
}
