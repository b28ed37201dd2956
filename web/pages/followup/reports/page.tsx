import type { ReactNode } from "react";
import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { call, RefusedError, urlOf } from "../../../api/client.ts";
import { endpoints } from "../../../api/endpoints.ts";
import { meQuery } from "../../../api/queries.ts";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { overviewText } from "../../../text/overview.ts";
import { useLang, useText } from "../../../text/text.ts";
import { Filters } from "../overview/filters.tsx";
import { firstChosen, queryOf, type Chosen } from "../overview/periods.ts";
import { Report } from "./report.tsx";
import "../overview/overview.css";
import "./reports.css";

/** What the server answers where a choice cannot be counted by. */
const notPossible = 422;

/** The reports that are ready: chosen, read here, and taken along as a PDF. They hold only what may leave the office. */
export function Page(): ReactNode {
  const t = useText(overviewText);
  const { lang } = useLang();
  const me = useSuspenseQuery(meQuery).data;
  const { reports, units } = useSuspenseQuery({
    queryKey: ["followup-reports"],
    queryFn: () => call(endpoints.listReports, {}),
  }).data;
  const [name, setName] = useState(reports[0]?.id ?? "");
  const [chosen, setChosen] = useState<Chosen>(firstChosen);
  const query = queryOf(chosen, me.today);
  const report = useQuery({
    queryKey: ["followup-report", name, query],
    queryFn: () => call(endpoints.readReport, { params: { name }, query }),
    enabled: name !== "",
    placeholderData: keepPreviousData,
    retry: false,
    // A period that is not possible is told beside the choices; anything else is the whole page's.
    throwOnError: (error) => !(error instanceof RefusedError && error.status === notPossible),
  });
  // On paper it leaves the office, and what it tells is kept: the page itself is for reading.
  const mayLeave = me.actions.includes("followup.release");
  const file = urlOf(endpoints.printReport.path, { name }, query);
  return (
    <div className="reports">
      <h1 tabIndex={-1}>{t("reports")}</h1>
      <p className="lead no-print">{t("reportsLead")}</p>
      <Choice
        legend={t("report")}
        options={reports.map(({ id, title, purpose }) => ({
          id,
          title: title[lang],
          purpose: purpose[lang],
        }))}
        chosen={name}
        onChoose={setName}
      />
      <Filters chosen={chosen} units={units} onChange={setChosen} />
      {mayLeave ? (
        <p className="row no-print report-files">
          <a className="button primary" href={file} download>
            {t("pdf")}
          </a>
        </p>
      ) : null}
      {report.error instanceof RefusedError ? (
        <ErrorSummary
          problems={report.error.problems}
          controlOf={() => undefined}
          takesFocus={false}
        />
      ) : null}
      <div aria-busy={report.isFetching}>
        {report.data === undefined ? (
          <p className="quiet">{report.isFetching ? t("loading") : ""}</p>
        ) : (
          <Report report={report.data} />
        )}
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly legend: string;
  readonly options: readonly {
    readonly id: string;
    readonly title: string;
    readonly purpose: string;
  }[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

function Choice({ legend, options, chosen, onChoose }: ChoiceProps) {
  const group = useId();
  return (
    <fieldset className="report-choice no-print">
      <legend className="visually-hidden">{legend}</legend>
      {options.map(({ id, title, purpose }) => (
        <div key={id}>
          <label className="choice">
            <input
              type="radio"
              name={group}
              checked={id === chosen}
              aria-describedby={`${group}-${id}`}
              onChange={() => onChoose(id)}
            />
            <strong>{title}</strong>
          </label>
          <p className="quiet small" id={`${group}-${id}`}>
            {purpose}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
