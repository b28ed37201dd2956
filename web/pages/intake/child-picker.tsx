import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useId, useState } from "react";
import { type AnswerOf, call, RefusedError } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import type { searchPersons } from "../../../src/contract/persons/search-persons.ts";
import { intakeText } from "../../text/intake.ts";
import { useLang, useText } from "../../text/text.ts";
import { keyOfText } from "../search/key-of-text.ts";
import { NewPerson } from "./new-person.tsx";

export type PersonHit = AnswerOf<typeof searchPersons>["hits"][number];

export interface ChosenChild {
  readonly person: string;
  readonly name: string;
  readonly running: boolean;
}

export interface ChildPickerProps {
  readonly chosen: readonly ChosenChild[];
  readonly onChoose: (child: ChosenChild) => void;
  readonly onRemove: (person: string) => void;
}

const shortest = 2;

/** The children of a report as chips; search as one types, with the reason for each hit. */
export function ChildPicker({ chosen, onChoose, onRemove }: ChildPickerProps) {
  const t = useText(intakeText);
  const id = useId();
  const [typed, setTyped] = useState("");
  const [registering, setRegistering] = useState(false);
  function choose(child: ChosenChild): void {
    onChoose(child);
    setTyped("");
    setRegistering(false);
  }
  return (
    <div>
      <ul className="chips">
        {chosen.map((child) => (
          <li key={child.person}>
            <span>{child.name}</span>
            {child.running ? <span className="note">{t("running")}</span> : null}
            <button
              type="button"
              aria-label={t("remove", { name: child.name })}
              onClick={() => onRemove(child.person)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <div className="field">
        <label htmlFor={id}>{t("search")}</label>
        <p className="field-help" id={`${id}-help`}>
          {t("searchHelp")}
        </p>
        <input
          id={id}
          type="text"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-help`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <Hits typed={typed} chosen={chosen} onChoose={choose} />
      {registering ? (
        <NewPerson typed={typed} onDone={choose} onCancel={() => setRegistering(false)} />
      ) : (
        <button type="button" onClick={() => setRegistering(true)}>
          {t("newPerson")}
        </button>
      )}
    </div>
  );
}

interface HitsProps {
  readonly typed: string;
  readonly chosen: readonly ChosenChild[];
  readonly onChoose: (child: ChosenChild) => void;
}

function Hits({ typed, chosen, onChoose }: HitsProps) {
  const t = useText(intakeText);
  const { lang } = useLang();
  const text = useDeferredValue(typed.trim());
  const found = useQuery({
    // The text itself is a name or a number, so it is no key: the answers are not kept.
    queryKey: ["person-search", text.length, keyOfText(text)],
    queryFn: ({ signal }) => call(endpoints.searchPersons, { body: { q: text }, signal }),
    enabled: text.length >= shortest,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  if (text.length < shortest) return null;
  if (found.error instanceof RefusedError) {
    return (
      <p className="field-problem" role="alert">
        {found.error.problems.map((entry) => entry[lang]).join(" ")}
      </p>
    );
  }
  const hits = (found.data?.hits ?? []).filter(
    (hit) => !chosen.some((child) => child.person === hit.person),
  );
  return (
    <div aria-live="polite">
      {found.data === undefined ? <p className="quiet">{t("searching")}</p> : null}
      {found.data !== undefined && hits.length === 0 ? <p>{t("noHits")}</p> : null}
      <ul className="person-hits">
        {hits.map((hit) => (
          <li key={hit.person}>
            <span>
              <strong>{hit.protected ? t("protectedHit") : hit.name}</strong>
              {hit.age === null ? null : ` ${hit.age} år`}{" "}
              {hit.number === null ? null : <span className="quiet">{hit.number}</span>}
              <span className="why">{hit.reasons.map((reason) => reason[lang]).join(" · ")}</span>
            </span>
            <button
              type="button"
              onClick={() => onChoose({ person: hit.person, name: hit.name, running: hit.running })}
            >
              {t("choose")}
              <span className="visually-hidden"> {hit.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
