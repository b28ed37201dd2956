import type { ReactNode } from "react";
import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { call, RefusedError, urlOf } from "../../../api/client.ts";
import { endpoints } from "../../../api/endpoints.ts";
import { catalogueQuery, type CatalogueVariable } from "../../../api/queries.ts";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { followupText } from "../../../text/followup.ts";
import { useLang, useText } from "../../../text/text.ts";
import type { QuestionSearch, TableQuery } from "../question-search.ts";
import { Choices } from "./choices.tsx";
import { CrossTable } from "./cross-table.tsx";
import { Figure, type TableAnswer } from "./figure.tsx";
import "./question.css";

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
  const table = useQuery({
    queryKey: ["table", query],
    queryFn: () => call(endpoints.makeTable, { body: query }),
    enabled: query.rows !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <>
      <h1 tabIndex={-1}>{t("own")}</h1>
      <p className="lead">{t("lead")}</p>
      <div className="followup-grid">
        <Choices variables={catalogue.variables} query={query} onChange={onAsk} />
        <div aria-busy={table.isFetching}>
          {table.error instanceof RefusedError ? (
            <ErrorSummary
              problems={table.error.problems}
              controlOf={() => undefined}
              takesFocus={false}
            />
          ) : null}
          {table.data === undefined ? (
            <p className="quiet">{t("loading")}</p>
          ) : (
            <Answer table={table.data} query={query} variables={catalogue.variables} />
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

interface AnswerProps {
  readonly table: TableAnswer;
  readonly query: TableQuery;
  readonly variables: readonly CatalogueVariable[];
}

function Answer({ table, query, variables }: AnswerProps) {
  const t = useText(followupText);
  const { lang } = useLang();
  const file = urlOf(endpoints.downloadTable.path, {}, { query: JSON.stringify(query), lang });
  return (
    <>
      <h2 className="question">{table.question[lang]}</h2>
      {table.n === 0 ? (
        <p>{t("empty")}</p>
      ) : (
        <>
          {/* What is read out when the question changes: the answer in a sentence, not the whole table. */}
          <div role="status">
            <p className="sentence">{table.sentence[lang]}</p>
            <p className="counted">
              {t("n", { n: table.n })} ·{" "}
              {table.missing === 0 ? t("missingNone") : t("missing", { n: table.missing ?? "" })}
            </p>
          </div>
          <CrossTable table={table} />
          <Figure table={table} />
          <p className="counted small">{t("small", { n: table.small })}</p>
          <div className="row no-print">
            <a className="button" href={file} download>
              {t("csv")}
            </a>
            <button type="button" onClick={() => window.print()}>
              {t("print")}
            </button>
          </div>
        </>
      )}
      <How table={table} query={query} variables={variables} />
    </>
  );
}

/** Definition, version, population and query: every number explains itself. */
function How({ table, query, variables }: AnswerProps) {
  const t = useText(followupText);
  const { lang } = useLang();
  const source = variables.find((variable) => variable.id === query.rows)?.source;
  return (
    <details className="how" open>
      <summary>{t("how")}</summary>
      <dl>
        <dt>{t("definition")}</dt>
        <dd>{table.definition.rows[lang]}</dd>
        {table.definition.columns === null ? null : <dd>{table.definition.columns[lang]}</dd>}
        {source === undefined ? null : (
          <>
            <dt>{t("source")}</dt>
            <dd>{source[lang]}</dd>
          </>
        )}
        <dt>{t("population")}</dt>
        <dd>{table.definition.population[lang]}</dd>
        <dt>{t("version")}</dt>
        <dd>{table.definition.specDigest.slice(0, 12)}</dd>
        <dt>{t("cutOff")}</dt>
        <dd>
          {new Date(table.definition.cutOff).toLocaleString(lang, { timeZone: "Europe/Stockholm" })}
        </dd>
        <dt>{t("query")}</dt>
        <dd>
          <pre>{JSON.stringify(table.query)}</pre>
        </dd>
      </dl>
    </details>
  );
}
