import type { ReactNode } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useDeferredValue } from "react";
import type { searchPersons } from "../../../src/contract/persons/search-persons.ts";
import { type AnswerOf, call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { ErrorNote } from "../../components/notice/error-note.tsx";
import { ListMarks } from "../../components/person-label/list-marks.tsx";
import { PersonLabel } from "../../components/person-label/person-label.tsx";
import { paths } from "../../paths.ts";
import { useSearchText } from "../../shell/search-context.ts";
import { searchText } from "../../text/search.ts";
import { useLang, useText } from "../../text/text.ts";
import { keyOfText } from "./key-of-text.ts";
import "./search.css";

type Answer = AnswerOf<typeof searchPersons>;
type Hit = Answer["hits"][number];

const shortest = 2;

/** The hits of what stands in the search box, as one types. */
export function Page(): ReactNode {
  const t = useText(searchText);
  const { text } = useSearchText();
  const asked = useDeferredValue(text.trim());
  const found = useQuery({
    // The text is a name or a number, so it is no key, and the answer is not kept.
    queryKey: ["person-search", asked.length, keyOfText(asked)],
    queryFn: ({ signal }) => call(endpoints.searchPersons, { body: { q: asked }, signal }),
    enabled: asked.length >= shortest,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  return (
    <div className="search-page">
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p className="quiet search-lead">{t("lead")}</p>
      {asked.length < shortest ? <p>{t("start")}</p> : null}
      {found.error === null ? null : <ErrorNote error={found.error} />}
      {asked.length >= shortest && found.data === undefined && found.error === null ? (
        <p className="quiet">{t("searching")}</p>
      ) : null}
      {asked.length >= shortest && found.data !== undefined && found.error === null ? (
        <Hits answer={found.data} />
      ) : null}
    </div>
  );
}

const readAs = { number: "asNumber", "matter-number": "asMatter", name: "asName" } as const;

function Hits({ answer }: { readonly answer: Answer }) {
  const t = useText(searchText);
  const n = answer.hits.length;
  return (
    <>
      <p role="status" className="search-count">
        <strong>{n === 0 ? t("none") : n === 1 ? t("one") : t("many", { n })}</strong>{" "}
        <span className="quiet">{t(readAs[answer.readAs])}</span>
      </p>
      {n === 0 ? <p className="quiet">{t("noneHelp")}</p> : null}
      <ListMarks persons={answer.hits}>
        <ul className="hit-list">
          {answer.hits.map((hit) => (
            <HitRow key={hit.person} hit={hit} />
          ))}
        </ul>
      </ListMarks>
      {answer.more ? <p className="quiet">{t("more")}</p> : null}
    </>
  );
}

function HitRow({ hit }: { readonly hit: Hit }) {
  const t = useText(searchText);
  const { lang } = useLang();
  const why = [
    ...hit.reasons.map((reason) => reason[lang]),
    ...(hit.running ? [t("running")] : []),
  ];
  return (
    <li className="hit">
      <span className="hit-who">
        {hit.akt === null ? (
          <PersonLabel person={hit} />
        ) : (
          <Link data-row="" {...paths.child(hit.akt)}>
            <PersonLabel person={hit} />
          </Link>
        )}
        <span className="quiet">{hit.number}</span>
      </span>
      <span className="hit-why">{why.join(" · ")}</span>
      {hit.akt === null ? <span className="quiet small">{t("noFile")}</span> : null}
    </li>
  );
}
