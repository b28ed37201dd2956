import type { ReactNode } from "react";
import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { call, RefusedError } from "../../../api/client.ts";
import { endpoints } from "../../../api/endpoints.ts";
import { catalogueQuery, type CatalogueVariable } from "../../../api/queries.ts";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { ErrorNote } from "../../../components/notice/error-note.tsx";
import { followupText } from "../../../text/followup.ts";
import { useText } from "../../../text/text.ts";
import { InternalMark } from "../internal-mark.tsx";
import { askedOf, type QuestionSearch, type TableQuery } from "../question-search.ts";
import { Answer } from "./answer.tsx";
import { Choices } from "./choices.tsx";
import { Suggested } from "./suggested.tsx";
import "./question.css";
import "./figure.css";

/** Knowledge area of the variables about the child's participation. */
const participationArea = "del";

export interface QuestionProps {
  /** What the address asks. */
  readonly asked: QuestionSearch;
  readonly onAsk: (query: TableQuery) => void;
}

/** The question in words on top, the choices left, the answer at once; under it how it was counted. */
export function Question({ asked, onAsk }: QuestionProps): ReactNode {
  const t = useText(followupText);
  const catalogue = useSuspenseQuery(catalogueQuery).data;
  const query: TableQuery = { ...asked, rows: asked.rows ?? firstOf(catalogue.variables) };
  const sent = askedOf(query);
  const table = useQuery({
    queryKey: ["table", sent],
    queryFn: ({ signal }) => call(endpoints.makeTable, { body: sent, signal }),
    enabled: sent.rows !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <>
      <InternalMark />
      <h1 tabIndex={-1}>{t("own")}</h1>
      <p className="lead">{t("lead")}</p>
      <div className="followup-grid">
        <div className="no-print">
          <Suggested variables={catalogue.variables} opened={asked.rows === undefined} />
          <p className="to-answer">
            <a href="#answer">{t("toAnswer")}</a>
          </p>
          <Choices catalogue={catalogue} query={query} onChange={onAsk} />
        </div>
        <div className="question-answer" id="answer" tabIndex={-1} aria-busy={table.isFetching}>
          {table.error instanceof RefusedError ? (
            <ErrorSummary
              problems={table.error.problems}
              controlOf={() => undefined}
              takesFocus={false}
            />
          ) : table.error === null ? null : (
            <ErrorNote error={table.error} />
          )}
          {table.error !== null ? null : table.data === undefined ? (
            <p className="quiet">{t("loading")}</p>
          ) : (
            <Answer table={table.data} query={sent} catalogue={catalogue} />
          )}
        </div>
      </div>
    </>
  );
}

/** Whether the child took part is what people ask first. */
function firstOf(variables: readonly CatalogueVariable[]): string {
  const countable = variables.filter((variable) => variable.starter && variable.codes.length > 0);
  const first = countable.find((variable) => variable.area === participationArea) ?? countable[0];
  return first?.id ?? "";
}
