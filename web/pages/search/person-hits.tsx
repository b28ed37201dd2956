import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { type AnswerOf, call, RefusedError } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import type { searchPersons } from "../../../src/contract/persons/search-persons.ts";
import { intakeText } from "../../text/intake.ts";
import { personText } from "../../text/person.ts";
import { useLang, useText } from "../../text/text.ts";
import { keyOfText } from "./key-of-text.ts";
import { nameOf } from "../../components/person-label/name-of.ts";
import "./person-hits.css";

export type PersonHit = AnswerOf<typeof searchPersons>["hits"][number];

const shortest = 2;

export interface PersonHitsProps {
  readonly typed: string;
  /** Persons who are not to be found again. */
  readonly without: readonly string[];
  readonly onChoose: (hit: PersonHit) => void;
}

/** Persons by name or number while one types, each with the reason why it is there and one key to choose it. */
export function PersonHits({ typed, without, onChoose }: PersonHitsProps) {
  const t = useText(intakeText);
  const words = useText(personText);
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
  const hits = (found.data?.hits ?? []).filter((hit) => !without.includes(hit.person));
  return (
    <div aria-live="polite">
      {found.data === undefined ? <p className="quiet">{t("searching")}</p> : null}
      {found.data !== undefined && hits.length === 0 ? <p>{t("noHits")}</p> : null}
      <ul className="person-hits">
        {hits.map((hit) => (
          <li key={hit.person}>
            <span>
              <strong>{hit.protected ? t("protectedHit") : hit.name}</strong>
              {hit.age === null ? null : ` ${words("age", { n: hit.age })}`}{" "}
              {hit.number === null ? null : <span className="quiet">{hit.number}</span>}
              <span className="why">{hit.reasons.map((reason) => reason[lang]).join(" · ")}</span>
            </span>
            <button type="button" onClick={() => onChoose(hit)}>
              {t("choose")}
              <span className="visually-hidden"> {nameOf(hit, lang)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
