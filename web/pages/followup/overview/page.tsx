import type { ReactNode } from "react";
import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { type AnswerOf, call, RefusedError } from "../../../api/client.ts";
import { endpoints } from "../../../api/endpoints.ts";
import { meQuery } from "../../../api/queries.ts";
import type { readOverview } from "../../../../src/contract/followup/indicators.ts";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { overviewText } from "../../../text/overview.ts";
import { useLang, useText } from "../../../text/text.ts";
import { InternalMark } from "../internal-mark.tsx";
import { Answer } from "./answer.tsx";
import { Ladder } from "./bars.tsx";
import { Filters } from "./filters.tsx";
import { firstChosen, queryOf, type Chosen } from "./periods.ts";
import "./overview.css";

/** What the server answers where a choice cannot be counted by. */
const notPossible = 422;

type Overview = AnswerOf<typeof readOverview>;
type SectionOf = Overview["sections"][number];

/** The first page of follow-up: what is asked first, in the order people need it, each answered in a sentence. */
export function Page(): ReactNode {
  const t = useText(overviewText);
  const me = useSuspenseQuery(meQuery).data;
  const [chosen, setChosen] = useState<Chosen>(firstChosen);
  const query = queryOf(chosen, me.today);
  const overview = useQuery({
    queryKey: ["followup-overview", query],
    queryFn: () => call(endpoints.readOverview, { query }),
    placeholderData: keepPreviousData,
    retry: false,
    // A period that is not possible is told beside the choices; anything else is the whole page's.
    throwOnError: (error) => !(error instanceof RefusedError && error.status === notPossible),
  });
  return (
    <div className="overview">
      <InternalMark />
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <Filters chosen={chosen} units={overview.data?.units ?? []} onChange={setChosen} />
      {overview.error instanceof RefusedError ? (
        <ErrorSummary
          problems={overview.error.problems}
          controlOf={() => undefined}
          takesFocus={false}
        />
      ) : null}
      <div aria-busy={overview.isFetching}>
        {overview.data === undefined ? (
          <p className="quiet">{overview.isFetching ? t("loading") : ""}</p>
        ) : (
          <Sections overview={overview.data} />
        )}
      </div>
    </div>
  );
}

function Sections({ overview }: { readonly overview: Overview }) {
  const t = useText(overviewText);
  const { lang } = useLang();
  const counted = overview.sections.some(({ indicators }) => indicators.some(({ n }) => n > 0));
  const population = overview.sections[0]?.indicators[0]?.how.query;
  const period = [population?.from, population?.to].filter((day) => day !== undefined);
  return (
    <>
      <p className="print-only">{period.join(" – ")}</p>
      {counted ? null : <p>{t("empty")}</p>}
      {overview.sections.map((section) => (
        <Section key={section.id} section={section} />
      ))}
      <p className="quiet small">{t("small", { n: overview.small })}</p>
      <p className="no-print">
        <button type="button" onClick={() => window.print()} lang={lang}>
          {t("print")}
        </button>
      </p>
    </>
  );
}

function Section({ section }: { readonly section: SectionOf }) {
  const { lang } = useLang();
  const id = useId();
  const some = section.indicators.filter(({ n, missing }) => n + missing > 0);
  return (
    <section className="overview-section" aria-labelledby={id}>
      <h2 id={id}>{section.title[lang]}</h2>
      <p className="quiet">{section.lead[lang]}</p>
      {section.picture === "ladder" && some.length > 0 ? <Ladder answers={some} /> : null}
      {section.indicators.map((answer) => (
        <Answer key={answer.id} answer={answer} reasons={section.picture === "ladder"} />
      ))}
    </section>
  );
}
