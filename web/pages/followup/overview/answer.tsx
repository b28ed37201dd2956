import { useQuery } from "@tanstack/react-query";
import { useId, useState, type ReactNode } from "react";
import { call } from "../../../api/client.ts";
import { endpoints } from "../../../api/endpoints.ts";
import { overviewText } from "../../../text/overview.ts";
import { useLang, useText } from "../../../text/text.ts";
import { Bar, Legend, piecesOf, Reasons, Rows, Waterfall, type IndicatorAnswer } from "./bars.tsx";
import { How } from "./how.tsx";
import { PartsTable, BarsTable } from "./tables.tsx";

export interface AnswerProps {
  readonly answer: IndicatorAnswer;
  /** Draws what stands behind a no as well; else it is in the table. */
  readonly reasons: boolean;
}

/** One indicator: its question, the answer in words, a picture, and behind it the table and how it was counted. */
export function Answer({ answer, reasons }: AnswerProps): ReactNode {
  const t = useText(overviewText);
  const { lang } = useLang();
  const id = useId();
  const some = answer.n + answer.missing > 0;
  return (
    <article className="answer" aria-labelledby={id}>
      <h3 id={id}>{answer.question[lang]}</h3>
      <p className="sentence">{answer.sentence[lang]}</p>
      {answer.law === null ? null : (
        <p className="law small">
          {answer.law.name[lang]}, {answer.law.section}
        </p>
      )}
      {some ? <Picture answer={answer} /> : null}
      {some && reasons ? <Reasons answer={answer} /> : null}
      <Spread answer={answer} />
      <details className="behind">
        <summary>
          {t("more")}
          <span className="visually-hidden">: {answer.title[lang]}</span>
        </summary>
        <BarsTable answer={answer} />
        {answer.kind === "steps" ? null : <Divided answer={answer} />}
        <How answer={answer} />
      </details>
    </article>
  );
}

function Picture({ answer }: { readonly answer: IndicatorAnswer }) {
  const t = useText(overviewText);
  const { lang } = useLang();
  if (answer.kind === "steps") return <Waterfall answer={answer} />;
  return (
    <Rows name={t("picture", { what: answer.sentence[lang] })}>
      <Bar pieces={piecesOf(answer)} of={answer.n + answer.missing} />
      <Legend answer={answer} />
    </Rows>
  );
}

/** Where the numbers lie: the middle half, and the ends. */
function Spread({ answer }: { readonly answer: IndicatorAnswer }) {
  const t = useText(overviewText);
  const { lang } = useLang();
  const { measured } = answer;
  if (measured === null || measured.n < 2) return null;
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  const { unit, low, high, median, least, most, mean } = measured;
  const words = {
    unit: unit[lang],
    low: number.format(low),
    high: number.format(high),
    median: number.format(median),
    least: number.format(least),
    most: number.format(most),
    mean: number.format(mean),
  };
  return <p className="spread small">{t("spread", words)}</p>;
}

const dividers = [
  "BAK-01",
  "BAK-02.band",
  "BAK-03.group",
  "BAK-08",
  "unit",
  "quarter",
  "year",
] as const;

/** The same indicator for girls and boys, ages, units, quarters: asked for first when somebody wants it. */
function Divided({ answer }: { readonly answer: IndicatorAnswer }) {
  const t = useText(overviewText);
  const id = useId();
  const [by, setBy] = useState("");
  const { indicator, from, to, unit } = answer.how.query;
  const divided = useQuery({
    queryKey: ["indicator", indicator, by, from, to, unit],
    queryFn: () =>
      call(endpoints.readIndicator, {
        params: { id: indicator },
        query: {
          by,
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
          ...(unit === undefined ? {} : { unit }),
        },
      }),
    enabled: by !== "",
  }).data;
  return (
    <div className="divided">
      <p className="no-print">
        <label htmlFor={id}>{t("by")}</label>
        <select id={id} value={by} onChange={(event) => setBy(event.target.value)}>
          <option value="">{t("by.none")}</option>
          {dividers.map((each) => (
            <option key={each} value={each}>
              {t(`by.${each}`)}
            </option>
          ))}
        </select>
      </p>
      <div aria-live="polite">
        {by === "" || divided === undefined ? null : <PartsTable answer={divided} />}
      </div>
    </div>
  );
}
